from datetime import UTC, date, datetime

from coaching.domain.people import PersonId
from coaching.domain.team_scores import Scope
from coaching.reports.turns import last_weeks, turns, usual
from coaching.storage import sessions
from tests.world import Cast

SCOPE = Scope(date(2024, 9, 2), date(2024, 10, 28))
SUNDAY_EVENING = datetime(2024, 9, 30, 1, tzinfo=UTC)  # September 29 in the store


def hold(cast: Cast, *reps: PersonId, at: datetime = SUNDAY_EVENING) -> None:
    with cast.services.database.writing() as connection:
        sessions.add(connection, cast.store, cast.alice, "Inviting a text", at, reps)


def test_after_a_session_begins_with_the_next_week_on_the_stores_clock(cast: Cast) -> None:
    hold(cast, cast.bob, cast.charlie)
    (turn,) = turns(cast.services.database, cast.as_seen_by(cast.dana), SCOPE)
    assert (turn.monday, turn.held_in) == (date(2024, 9, 30), date(2024, 9, 23))
    assert turn.words == "since the session of September 29"
    assert turn.only_rep is None
    assert usual([turn], SCOPE) == turn


def test_a_session_with_one_rep_says_nothing_about_the_team_but_about_that_rep(cast: Cast) -> None:
    hold(cast, cast.bob)
    dana = cast.as_seen_by(cast.dana)
    (turn,) = turns(cast.services.database, dana, SCOPE)
    assert turn.only_rep == cast.bob
    assert usual([turn], SCOPE) == last_weeks(SCOPE)
    his = Scope(SCOPE.since, SCOPE.until, rep_id=cast.bob)
    assert usual(turns(cast.services.database, dana, his), his) == turn


def test_a_session_of_last_week_cannot_tell_yet_and_those_outside_the_weeks_are_not_offered(cast: Cast) -> None:
    hold(cast, cast.bob, cast.charlie, at=datetime(2024, 10, 24, 15, tzinfo=UTC))
    hold(cast, cast.bob, cast.charlie, at=datetime(2024, 8, 1, 15, tzinfo=UTC))
    found = turns(cast.services.database, cast.as_seen_by(cast.dana), SCOPE)
    assert [turn.words for turn in found] == ["since the session of October 24"]
    assert usual(found, SCOPE) == last_weeks(SCOPE)


def test_a_stranger_is_offered_none(cast: Cast) -> None:
    hold(cast, cast.bob, cast.charlie)
    assert turns(cast.services.database, cast.as_seen_by(cast.erin), SCOPE) == []
