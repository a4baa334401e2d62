"""A week in figures and words: what is told is what the raw rows say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from coaching.domain.alert import Alert, AlertKind
from coaching.domain.digest import Digest
from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import A_WEEK, Scope
from coaching.reports.digest import read_digest, weeks
from coaching.rubrics import load_rubric
from coaching.storage import alerts
from tests.reports.test_team import raw, share, within
from tests.team_history import leave_each, live_through
from tests.world import Cast

WEEK = date(2024, 10, 7)
MET, MISSED = Outcome.MET, Outcome.NOT_MET
EARLIER = [WEEK - number * A_WEEK for number in range(5, 10)]
LATELY = [WEEK - number * A_WEEK for number in range(4)]


def leave(cast: Cast, rep: PersonId, days: Sequence[date], *, text: Outcome, value: Outcome = MET) -> None:
    leave_each(cast, rep, days, {"text_invited": text, "value_offered": value})


def fall_behind(cast: Cast) -> None:
    """Bob no longer invites a text, Charlie never offered value, and both leave many voicemails."""
    leave(cast, cast.bob, EARLIER * 8, text=MET)
    leave(cast, cast.bob, LATELY * 10, text=MISSED)
    leave(cast, cast.charlie, [*EARLIER, *LATELY] * 5, text=MET, value=MISSED)


def digest_of(cast: Cast, person: PersonId, week: date = WEEK) -> Digest:
    return read_digest(cast.services.database, cast.as_seen_by(person), week, load_rubric())


def test_it_says_what_changed_and_who_needs_what_first(cast: Cast) -> None:
    fall_behind(cast)
    told = digest_of(cast, cast.dana)
    assert told.about == "Fairhaven Honda"
    assert told.sentence.startswith("Text invitation fell from 100% to 33% in the last 4 weeks")
    assert "65 and 60 voicemails" in told.verdict
    assert [todo.heading for todo in told.todos[:2]] == ["Bob: Text invitation", "Charlie: Value"]
    first, second = told.todos[:2]
    assert first.why.startswith("Fell from 100% to 0% in the last 4 weeks. More than chance (")
    assert "Met in 0 of 45 voicemails in 16 weeks; 64% is usual in the team" in second.why
    assert load_rubric().criterion("text_invited").advice == first.how


def test_the_clips_are_the_latest_and_name_no_customer(cast: Cast) -> None:
    fall_behind(cast)
    (last,) = leave_each(cast, cast.bob, [WEEK], {"text_invited": MISSED})
    first = digest_of(cast, cast.dana).todos[0]
    assert first.clips[0].voicemail_id == last
    assert first.clips[0].label == "October 7, attempt 1, missed"


def test_a_trainer_reads_of_the_own_team_and_a_rep_of_nobody_else(cast: Cast) -> None:
    fall_behind(cast)
    alices, bobs = digest_of(cast, cast.alice), digest_of(cast, cast.bob)
    assert {todo.rep_id for todo in alices.todos} == {cast.bob}
    assert alices.about == "Internet, Fairhaven Honda"
    assert {todo.rep_id for todo in bobs.todos} == {cast.bob}
    assert bobs.todos[0].heading == "Text invitation"
    assert bobs.todos[0].why.startswith("Met in 0 of 40 voicemails in the last 4 weeks.")
    assert "Charlie" not in str(bobs)
    assert digest_of(cast, cast.erin).todos == []


def test_who_has_left_needs_no_coaching(cast: Cast) -> None:
    from coaching.storage import staff

    fall_behind(cast)
    with cast.services.database.writing() as connection:
        staff.set_active(connection, cast.bob, active=False)
    assert {todo.rep_id for todo in digest_of(cast, cast.dana).todos} == {cast.charlie}


@pytest.mark.parametrize("who", ["dana", "alice", "bob"])
def test_its_figures_are_those_of_the_raw_rows(cast: Cast, who: str) -> None:
    """Over week borders, overrides, moves, two versions of the rubric, and what was deleted."""
    live_through(cast)
    told, found = digest_of(cast, getattr(cast, who), date(2024, 9, 30)), raw(cast.services.database)
    scope = Scope(date(2024, 9, 9), date(2024, 9, 30), cast.store)
    seen = within(found, {"dana": scope, "alice": replace(scope, team_id=cast.team), "bob": replace(scope, rep_id=cast.bob)}[who])
    counted = share(seen, "text_invited")
    row = next(one for one in told.rows if one.name == "Text invitation")
    assert row.after == f"{100 * (counted.value or 0):.0f}% of {counted.n}"
    cards = seen[seen["week"] == date(2024, 9, 30)].drop_duplicates("id").dropna(subset="score")
    assert told.count == f"{len(cards)} voicemails in this week, {cards['score'].mean():.0f} of 100 on average."


def test_many_voicemails_in_one_week_tell_by_themselves(cast: Cast) -> None:
    leave(cast, cast.bob, EARLIER * 8, text=MET)
    leave(cast, cast.bob, [WEEK] * 32, text=MISSED)
    assert digest_of(cast, cast.dana).sentence.startswith("Text invitation fell from 100% to 0% last week")


def test_without_any_voicemail_it_says_so(cast: Cast) -> None:
    told = digest_of(cast, cast.dana)
    assert told.count == "No voicemail was judged in this week."
    assert (told.todos, told.rows, told.verdict) == ([], [], "")


def test_a_week_is_over_when_it_is_over_on_the_clock_of_the_store(cast: Cast) -> None:
    """Two in the morning of Monday in UTC is still Sunday in New York."""
    dana = cast.as_seen_by(cast.dana)
    for hour, last in ((2, date(2024, 9, 30)), (5, date(2024, 10, 7))):
        known = weeks(cast.services.database, dana, datetime(2024, 10, 14, hour, tzinfo=UTC))
        assert known[0] == last
        assert known[-1] == last - 11 * A_WEEK


def test_the_alerts_of_the_week_stand_in_it_for_those_concerned(cast: Cast) -> None:
    at = datetime(2024, 10, 8, 15, tzinfo=UTC)
    found = [
        Alert(AlertKind.LATE_RESPONSE, f"late/{day}", at + day * timedelta(days=1), cast.store, f"Late {day}.", rep_id=cast.bob)
        for day in (0, 7)
    ]
    with cast.services.database.writing() as connection:
        alerts.add(connection, found)
    assert [digest_of(cast, one).alerts for one in (cast.dana, cast.bob)] == [["Bob: Late 0."]] * 2
    assert [digest_of(cast, one).alerts for one in (cast.charlie, cast.erin)] == [[], []]
