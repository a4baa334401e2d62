from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.hours import Hours
from coaching.follow_up.cadence.plan import plan
from coaching.follow_up.cadence.presets import cadence, cadences
from tests.follow_up.cast import STORE_HOURS, local

WEEKS = cadence("widening_weeks")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))


def due(arrived_at: datetime, day: int, hours: Hours = STORE_HOURS) -> list[datetime]:
    return [one.due_at for one in plan(WEEKS, arrived_at, hours) if one.step.day == day]


def test_the_first_response_is_due_within_fifteen_minutes_and_the_evening_call_at_closing() -> None:
    assert due(local(2, 10), day=1) == [local(2, 10, 15), local(2, 10, 15), local(2, 20)]


def test_a_lead_of_the_night_is_answered_in_the_morning_and_its_first_day_is_that_one() -> None:
    assert due(local(2, 23), day=1) == [local(3, 9, 15), local(3, 9, 15), local(3, 20)]
    assert due(local(2, 23), day=3) == [local(5, 16)]


def test_a_lead_of_the_last_minutes_has_the_rest_of_its_time_in_the_morning() -> None:
    assert due(local(2, 19, 55), day=1)[0] == local(3, 9, 10)


@pytest.mark.parametrize(("first", "evening"), [(local(5, 10), local(7, 16)), (local(6, 10), local(9, 16))])
def test_a_step_on_a_closed_day_goes_to_the_next_open_one(first: datetime, evening: datetime) -> None:
    assert due(first, day=3) == [evening]


def test_closing_time_stays_the_stores_over_both_changes_of_the_clocks() -> None:
    assert due(local(6, 10), day=6)[0] == datetime(2026, 3, 12, 0, tzinfo=UTC)
    assert due(local(30, 10, month=10), day=6)[0] == datetime(2026, 11, 5, 1, tzinfo=UTC)


def test_a_daypart_that_is_over_before_the_store_opens_gets_the_whole_day() -> None:
    afternoons = Hours(ZoneInfo("America/New_York"), dict.fromkeys(range(7), (time(18), time(23))))
    assert all(one.due_at > one.opens_at for one in plan(WEEKS, local(2, 20), afternoons))


@given(MOMENTS, st.sampled_from(sorted(cadences())))
def test_every_step_can_be_done_after_it_opens_and_never_before_the_lead_is_there(arrived_at: datetime, name: str) -> None:
    planned = plan(cadence(name), arrived_at, STORE_HOURS)
    assert len(planned) == len(cadence(name).steps)
    assert all(arrived_at <= one.opens_at <= one.due_at for one in planned)
    assert [one.due_at for one in planned] == sorted(one.due_at for one in planned)
