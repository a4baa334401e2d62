from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.follow_up.leads.reading import BadLead
from coaching.follow_up.leads.times import FIRST_YEAR, LAST_YEAR, read_time

EASTERN = ZoneInfo("America/New_York")
EVENING = datetime(2026, 3, 7, 21, 5, tzinfo=EASTERN)


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-07T21:05:00-05:00",
        "2026-03-08T02:05:00Z",
        "2026-03-07 21:05",
        "20260307T210500",
        "3/7/2026 9:05 PM",
        "03/07/26 9:05pm",
        "3/7/2026 21:05:00",
        "3-7-2026 9:05:00 p.m.",
        "Mar 7, 2026 9:05 PM",
        "March 7, 2026  21:05",
        "7 Mar 2026 21:05",
        "Sat, 07 Mar 2026 21:05:00 -0500",
        "Sat, 07 Mar 2026 21:05:00 EST",
    ],
)
def test_one_moment_however_it_is_written(written: str) -> None:
    assert read_time(written, EASTERN) == EVENING


def test_a_time_without_a_zone_is_the_stores_on_both_sides_of_the_change_of_clocks() -> None:
    assert read_time("3/7/2026 12:00", EASTERN) == datetime(2026, 3, 7, 17, tzinfo=UTC)
    assert read_time("3/8/2026 12:00", EASTERN) == datetime(2026, 3, 8, 16, tzinfo=UTC)


def test_a_day_alone_begins_at_midnight() -> None:
    assert read_time("3/7/2026", EASTERN) == datetime(2026, 3, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize("written", ["", "yesterday", "13/45/2026", "2026-02-30", "9:05 PM"])
def test_what_is_no_time_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(BadLead, match="2026-03-08 14:30"):
        read_time(written, EASTERN)


@pytest.mark.parametrize(
    "written", ["12/31/9999", "12/30/9999 8:00 PM", "1/1/1900", "0001-01-01T00:00:00+14:00", "2101-01-01", "12/31/1999"]
)
def test_a_year_that_stands_for_no_date_is_refused_with_what_to_do(written: str) -> None:
    with pytest.raises(BadLead, match=r"not in the years 2000 to 2100\..* Leave it empty"):
        read_time(written, EASTERN)


@given(st.datetimes(min_value=datetime(FIRST_YEAR, 1, 1), max_value=datetime(LAST_YEAR, 12, 31), timezones=st.just(UTC)))
def test_every_iso_time_comes_back(at: datetime) -> None:
    assert read_time(at.isoformat(), EASTERN) == at


@given(st.text())
def test_any_text_is_a_time_or_refused(text: str) -> None:
    with suppress(BadLead):
        assert read_time(text, EASTERN).tzinfo is UTC
