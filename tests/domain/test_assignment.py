from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from coaching.domain.assignment import AssignedRep, AssignmentState, Ending, RepProgress
from coaching.domain.people import PersonId

HONOLULU = "Pacific/Honolulu"
DUE = date(2024, 11, 3)  # in New York this day has 25 hours
BOB = AssignedRep(PersonId(1), "Bob")
TIMES = some.datetimes(datetime(2024, 10, 1), datetime(2024, 12, 1), timezones=some.just(UTC))
ZONES = some.sampled_from(["America/New_York", HONOLULU, "Pacific/Kiritimati", "UTC", "America/Santiago"])


def progress(*times: datetime, wanted: int = 2, zone: str = "America/New_York", rep: AssignedRep = BOB) -> RepProgress:
    return RepProgress(rep, wanted, DUE, zone, times)


def at(day: int, hour: int = 12, zone: str = "America/New_York", minute: int = 0) -> datetime:
    return datetime(2024, 11, day, hour, minute, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (at(1, 23, minute=59), AssignmentState.UNDER_WAY),
        (at(2, 0), AssignmentState.SOON),
        (at(3, 23, minute=59), AssignmentState.SOON),
        (at(4, 0), AssignmentState.OVERDUE),
        (at(3, 23, HONOLULU), AssignmentState.OVERDUE),
    ],
)
def test_it_is_due_at_the_end_of_the_day_on_the_stores_clock(now: datetime, state: AssignmentState) -> None:
    assert progress().state(now) is state


def test_the_same_moment_is_still_in_time_further_west() -> None:
    assert progress(zone=HONOLULU).state(at(4, 0)) is AssignmentState.SOON


def test_it_is_done_when_so_much_was_done_and_what_comes_after_adds_nothing() -> None:
    one = progress(at(1), at(2), at(3))
    assert (one.done, one.done_at, one.is_late) == (2, at(2), False)
    assert one.state(at(9)) is AssignmentState.DONE


def test_done_after_its_day_is_done_late() -> None:
    assert not progress(at(1), at(3, 23)).is_late
    assert progress(at(1), at(4, 0)).is_late


@pytest.mark.parametrize("ending", Ending)
def test_what_has_ended_says_why_and_what_is_done_later_does_not_count(ending: Ending) -> None:
    ended = AssignedRep(PersonId(1), "Bob", at(2), ending)
    one = progress(at(1), at(3), rep=ended)
    assert (one.done, one.state(at(9)).value) == (1, ending.value)
    assert progress(at(1), at(2), rep=ended).state(at(9)) is AssignmentState.DONE


@given(some.lists(TIMES, max_size=6), some.integers(1, 5), ZONES, TIMES)
def test_never_more_is_done_than_wanted_and_it_is_done_exactly_when_all_is(
    times: list[datetime], wanted: int, zone: str, now: datetime
) -> None:
    one = progress(*sorted(times), wanted=wanted, zone=zone)
    assert 0 <= one.done <= wanted
    assert (one.state(now) is AssignmentState.DONE) == (one.done == wanted) == (len(times) >= wanted)


@given(TIMES, some.timedeltas(timedelta(), timedelta(days=30)), ZONES)
def test_time_alone_only_makes_it_more_urgent(now: datetime, passing: timedelta, zone: str) -> None:
    order = [AssignmentState.UNDER_WAY, AssignmentState.SOON, AssignmentState.OVERDUE]
    one = progress(zone=zone)
    assert order.index(one.state(now)) <= order.index(one.state(now + passing))
