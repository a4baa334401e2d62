"""What is not submitted is there for its rep alone: no list, count, sum, report or history shows it to anybody else."""

from collections.abc import Callable, Sized
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from coaching.domain.people import MACHINE, Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.errors import NotFound
from coaching.services.practice.practising import practise, submit
from coaching.storage import audit, candidates, comments, counting, lists, people, practices, results, scorecards, voicemails
from coaching.storage.audit import Wanted
from coaching.storage.database import Connection
from coaching.storage.narrowing import Narrowing
from coaching.storage.tables import counted, outcome_tally, score_tally
from tests.pages.conftest import WorkerAtHand, worker
from tests.world import BOBS_LINE, Cast

__all__ = ["worker"]

OTHERS = pytest.mark.parametrize("who", ["alice", "charlie", "dana", "erin", "abe"])
COACHES = ("alice", "dana", "abe")


@pytest.fixture
def private(cast: Cast, worker: WorkerAtHand) -> VoicemailId:
    made = practise(cast.services, cast.as_seen_by(cast.bob), "say_the_number", f"Hi Karen {BOBS_LINE}".encode())
    worker.works()
    return made


def seen(connection: Connection, viewer: Viewer, cast: Cast, voicemail_id: VoicemailId) -> dict[str, Sized]:
    """By every query of storage that lists voicemails, or what was made of them, for a viewer."""
    long_ago = cast.services.now() - timedelta(days=365)
    criteria = ["direct_line_given", "no_repetition"]
    return {
        "lists.voicemails": lists.voicemails(connection, viewer),
        "lists.voicemails of the rep": lists.voicemails(connection, viewer, Narrowing(rep_id=cast.bob)),
        "lists.voicemails by a search": lists.voicemails(connection, viewer, Narrowing(search="practice")),
        "lists.voicemails by id": lists.voicemails(connection, viewer, Narrowing(among=frozenset({voicemail_id}))),
        "lists.count": range(lists.count(connection, viewer)),
        "lists.count by id": range(lists.count(connection, viewer, Narrowing(among=frozenset({voicemail_id})))),
        "lists.these": lists.these(connection, viewer, [voicemail_id]),
        "voicemails.where": voicemails.where(connection, viewer),
        "voicemails.where of the rep": voicemails.where(connection, viewer, rep_id=cast.bob),
        "voicemails.where of the store": voicemails.where(connection, viewer, store_id=cast.store),
        "candidates": candidates.candidates(connection, viewer, long_ago, 100),
        "candidates.reps_seen": candidates.reps_seen(connection, viewer),
        "results": results.since(connection, viewer, [cast.bob], criteria, long_ago),
        "comments.unread": comments.unread(connection, viewer),
        "audit": audit.listed(connection, viewer, Wanted()),
        "practices": practices.listed(connection, viewer),
        "practices of the rep": practices.listed(connection, viewer, rep_id=cast.bob),
        "practices.at_drills": practices.at_drills(connection, viewer, ["say_the_number"], [cast.bob], long_ago),
        "practices.these": practices.these(connection, viewer, [voicemail_id]),
    }


@OTHERS
def test_no_query_shows_it_to_anybody_else(cast: Cast, private: VoicemailId, who: str) -> None:
    with cast.services.database.reading() as connection:
        found = seen(connection, cast.as_seen_by(getattr(cast, who)), cast, private)
    assert {name for name, rows in found.items() if len(rows)} == set()


@OTHERS
def test_it_cannot_be_opened_by_its_number(cast: Cast, private: VoicemailId, who: str) -> None:
    viewer = cast.as_seen_by(getattr(cast, who))
    with cast.services.database.reading() as connection:
        asks: list[Callable[..., object]] = [voicemails.get, lists.one]
        for ask in asks:
            with pytest.raises(NotFound):
                ask(connection, viewer, private)
        assert scorecards.current_of(connection, viewer, private) is None


def test_the_rep_sees_it_among_their_practice_and_in_no_list_of_voicemails(cast: Cast, private: VoicemailId) -> None:
    bob = cast.as_seen_by(cast.bob)
    with cast.services.database.reading() as connection:
        (attempt,) = practices.listed(connection, bob, rep_id=cast.bob)
        assert (attempt.practice.voicemail_id, attempt.practice.is_private) == (private, True)
        assert scorecards.current_of(connection, bob, private)
        assert lists.voicemails(connection, bob) == []
        assert lists.count(connection, bob) == 0


@pytest.mark.parametrize("who", COACHES)
def test_once_submitted_those_who_coach_the_rep_find_it_among_the_practice_only(
    cast: Cast, private: VoicemailId, who: str
) -> None:
    submit(cast.services, cast.as_seen_by(cast.bob), private)
    with cast.services.database.reading() as connection:
        found = seen(connection, cast.as_seen_by(getattr(cast, who)), cast, private)
    shown = {name for name, rows in found.items() if len(rows)}
    assert "practices" in shown
    assert shown.isdisjoint(
        {"lists.voicemails", "lists.count", "lists.voicemails by a search", "candidates", "candidates.reps_seen", "results"}
    )


@pytest.mark.parametrize("who", ["charlie", "erin"])
def test_also_submitted_it_is_nothing_to_strangers(cast: Cast, private: VoicemailId, who: str) -> None:
    submit(cast.services, cast.as_seen_by(cast.bob), private)
    with cast.services.database.reading() as connection:
        found = seen(connection, cast.as_seen_by(getattr(cast, who)), cast, private)
    assert {name for name, rows in found.items() if len(rows)} == set()


@pytest.mark.parametrize("submitted", [False, True])
def test_no_sum_ever_counts_it(cast: Cast, private: VoicemailId, submitted: bool) -> None:
    if submitted:
        submit(cast.services, cast.as_seen_by(cast.bob), private)
    with cast.services.database.writing() as connection:
        counting.changed(connection, [private])
        counting.rebuild(connection)
        for table in (counted, outcome_tally, score_tally):
            assert connection.scalar(select(func.count()).select_from(table)) == 0


def test_only_the_rep_can_be_named_in_a_comment_on_it(cast: Cast, private: VoicemailId) -> None:
    with cast.services.database.reading() as connection:
        its = voicemails.get(connection, MACHINE, private)
        assert [one.id for one in people.audience(connection, its)] == [cast.bob]
