from coaching.charts.timeline_words import went_wrong
from coaching.follow_up.cadence.deadlines import deadlines
from coaching.follow_up.cadence.presets import cadence
from coaching.follow_up.timeline import Timeline, timeline
from tests.follow_up.cast import DENISE, STORE_HOURS, call, local, permission


def line(*made: object, now: object) -> Timeline:
    attempts = list(made)
    due = deadlines(DENISE, attempts, cadence("once"), STORE_HOURS, now)  # type: ignore[arg-type]
    return timeline(DENISE, attempts, (), due, now)  # type: ignore[arg-type]


def test_a_lead_that_nobody_answered_says_so_with_the_days_of_silence() -> None:
    assert went_wrong(line(now=local(6, 10))) == ["2 steps missed, the first call among them", "4 days of silence"]


def test_a_first_call_that_came_late_is_named_late() -> None:
    assert went_wrong(line(permission(local(2, 10, 5)), call(local(2, 11)), now=local(2, 12))) == [
        "1 step late, the first call among them"
    ]


def test_what_was_done_in_time_is_praised() -> None:
    assert went_wrong(line(permission(local(2, 10, 5)), call(local(2, 10, 10)), now=local(2, 12))) == [
        "Every step so far in time"
    ]


def test_where_nothing_was_due_nobody_is_praised() -> None:
    assert went_wrong(line(now=local(2, 10, 1))) == ["Nothing was due yet"]
