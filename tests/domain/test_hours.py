from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.hours import Hours

EASTERN = ZoneInfo("America/New_York")
STORE = Hours(EASTERN)
ROUND_THE_CLOCK = Hours(EASTERN, {day: (time(0), time(23, 59)) for day in range(7)})
QUARTER = timedelta(minutes=15)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))


def local(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=EASTERN)


def test_a_quarter_of_an_hour_in_the_middle_of_the_day_is_one_by_the_clock() -> None:
    assert STORE.after(local(4, 10), QUARTER) == local(4, 10, 15)


def test_what_comes_at_night_begins_to_count_when_the_store_opens() -> None:
    assert STORE.after(local(4, 22), QUARTER) == local(5, 9, 15)
    assert STORE.after(local(5, 4), QUARTER) == local(5, 9, 15)


def test_the_rest_of_a_term_is_left_for_the_next_morning() -> None:
    assert STORE.after(local(4, 19, 50), QUARTER) == local(5, 9, 5)


def test_a_closed_sunday_and_a_holiday_do_not_count() -> None:
    assert STORE.after(local(7, 17, 55), QUARTER) == local(9, 9, 10)
    holiday = Hours(EASTERN, closed_on=frozenset({date(2026, 3, 9)}))
    assert holiday.after(local(7, 17, 55), QUARTER) == local(10, 9, 10)


@pytest.mark.parametrize(
    ("saturday", "monday", "passed"),
    [
        (local(7, 17, 55), local(9, 9, 10), timedelta(hours=38, minutes=15)),
        (local(31, 17, 55, month=10), local(2, 9, 10, month=11), timedelta(hours=40, minutes=15)),
    ],
)
def test_over_both_changes_of_the_clocks_the_store_opens_by_its_own_clock(
    saturday: datetime, monday: datetime, passed: timedelta
) -> None:
    assert STORE.after(saturday, QUARTER) == monday
    assert monday.astimezone(UTC) - saturday.astimezone(UTC) == passed


def test_in_the_night_of_the_change_an_open_store_loses_or_gains_a_real_hour() -> None:
    midnight, noon = datetime(2026, 3, 8, tzinfo=EASTERN), datetime(2026, 3, 8, 12, tzinfo=EASTERN)
    assert ROUND_THE_CLOCK.between(midnight, noon) == timedelta(hours=11)
    midnight, noon = datetime(2026, 11, 1, tzinfo=EASTERN), datetime(2026, 11, 1, 12, tzinfo=EASTERN)
    assert ROUND_THE_CLOCK.between(midnight, noon) == timedelta(hours=13)
    assert ROUND_THE_CLOCK.after(midnight + timedelta(minutes=30), timedelta(hours=12, minutes=30)) == noon


def test_a_store_in_another_zone_has_its_own_day() -> None:
    pacific = Hours(ZoneInfo("America/Los_Angeles"))
    assert pacific.day_of(datetime(2026, 3, 5, 4, tzinfo=UTC)) == date(2026, 3, 4)
    assert pacific.after(local(4, 9), QUARTER) == local(4, 12, 15)


def test_a_store_that_never_opens_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="never opens"):
        Hours(EASTERN, {}).after(local(4, 9), QUARTER)


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(days=9)))
def test_after_a_term_that_much_time_has_been_open(start: datetime, term: timedelta) -> None:
    end = STORE.after(start, term)
    assert end >= start
    assert STORE.between(start, end) == term
