from datetime import UTC, datetime, timedelta

import pytest

from coaching.services.demo.opening import HOURS, before, on_the_day_of

NOON = datetime(2024, 10, 7, 16, tzinfo=UTC)  # in New York


@pytest.mark.parametrize(
    ("working", "at"),
    [(2, NOON - timedelta(hours=2)), (4, NOON - timedelta(hours=17)), (25, NOON - timedelta(days=2, hours=3))],
)
def test_so_many_open_hours_before_a_moment_is_where_they_end(working: int, at: datetime) -> None:
    assert before(NOON, timedelta(hours=working)) == at
    assert HOURS.after(at, timedelta(hours=working)) == NOON


def test_in_the_night_it_counts_from_closing_time() -> None:
    assert before(datetime(2024, 10, 7, 5, tzinfo=UTC), timedelta(hours=1)) == datetime(2024, 10, 6, 23, tzinfo=UTC)


@pytest.mark.parametrize("hour", range(24))
def test_every_hour_of_a_day_has_its_place_while_the_store_is_open(hour: int) -> None:
    at = datetime(2024, 10, 7, tzinfo=HOURS.zone) + timedelta(hours=hour)
    opens, closes = HOURS.opening(at.date()) or (at, at)
    assert opens <= on_the_day_of(at) < closes
