"""The history says what was taken home."""

import pytest

from coaching.domain.audit import Action, Entry
from coaching.domain.team_scores import Scope
from coaching.errors import NotFound
from coaching.services.audit_trail import read_trail
from coaching.services.coaching.sessions import open_session
from coaching.services.taken_home import note_digest, note_summary, note_team
from coaching.storage.audit import Wanted
from tests.world import Cast


def exported(cast: Cast) -> list[Entry]:
    """As Dana reads it, the oldest first."""
    return [one.entry for one in reversed(read_trail(cast.services, cast.as_seen_by(cast.dana), Wanted(Action.EXPORTED)).entries)]


def scope(cast: Cast) -> Scope:
    today = cast.services.now().date()
    return Scope(today, today, cast.store)


def test_figures_a_digest_and_a_summary_are_noted(cast: Cast) -> None:
    alice = cast.as_seen_by(cast.alice)
    session = open_session(cast.services, alice, "Your own line", [cast.bob], cast.services.now())
    note_team(cast.services, alice, scope(cast), "team", 7)
    note_digest(cast.services, alice)
    note_summary(cast.services, alice, session, cast.bob)
    assert [(one.by, one.what, one.store_id) for one in exported(cast)] == [
        (cast.alice, what, cast.store) for what in ("team", "digest", "summary")
    ]
    assert [one.details for one in exported(cast)] == [{"rows": 7}, {}, {"rep": cast.bob}]


def test_an_export_of_another_store_is_not_noted_there(cast: Cast) -> None:
    with pytest.raises(NotFound):
        note_team(cast.services, cast.as_seen_by(cast.erin), scope(cast), "team", 7)
    assert exported(cast) == []
