"""How long the next try has to wait."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coaching.accounts.throttle import FORGOTTEN_AFTER, FREE_TRIES, LONGEST_WAIT, TooSoon, buckets, wait

NOON = datetime(2024, 10, 7, 12, 0, tzinfo=UTC)


def test_the_first_tries_wait_for_nothing() -> None:
    assert wait(0, FREE_TRIES, NOON, NOON) == wait(FREE_TRIES - 1, FREE_TRIES, NOON, NOON) == timedelta(0)


def test_then_every_failure_doubles_the_wait_up_to_a_limit() -> None:
    waits = [wait(FREE_TRIES + more, FREE_TRIES, NOON, NOON).total_seconds() for more in range(4)]
    assert waits == [5, 10, 20, 40]
    assert wait(10_000, FREE_TRIES, NOON, NOON) == LONGEST_WAIT


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_nobody_is_locked_out_for_longer_than_the_limit(failures: int, seconds: int) -> None:
    assert timedelta(0) <= wait(failures, FREE_TRIES, NOON, NOON + timedelta(seconds=seconds)) <= LONGEST_WAIT


def test_a_day_later_it_is_forgotten() -> None:
    assert wait(99, FREE_TRIES, NOON, NOON + FORGOTTEN_AFTER + timedelta(seconds=1)) == timedelta(0)


def test_a_known_browser_is_counted_by_itself() -> None:
    strangers = buckets("nora@example.org", "10.0.0.7", None)
    assert set(strangers).isdisjoint(buckets("nora@example.org", "10.0.0.7", "f00"))
    assert set(strangers) & set(buckets("ben@example.org", "10.0.0.7", None)) == {"address 10.0.0.7"}


def test_it_says_for_how_long() -> None:
    assert "in 31 seconds" in str(TooSoon(timedelta(seconds=30)))
    assert "in 5 minutes" in str(TooSoon(timedelta(seconds=290)))
