import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from coaching.domain.scorecard import Outcome
from coaching.follow_up.what_works import TOO_FEW, Comparison, Rate, compare


@pytest.mark.parametrize(
    ("came_back", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_an_interval_is_the_one_that_newcombe_printed(came_back: int, n: int, low: float, high: float) -> None:
    assert Rate(came_back, n).interval == pytest.approx((low, high), abs=0.00005)


def test_a_difference_is_the_one_that_newcombe_printed() -> None:
    """56 of 70 against 48 of 80, method 10 of his paper of 1998."""
    comparison = Comparison("text_invited", Rate(56, 70), Rate(48, 80))
    assert comparison.difference == pytest.approx(0.2)
    assert comparison.interval == pytest.approx((0.0524, 0.3339), abs=0.00005)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_agrees_with_another_hand(counts: tuple[int, int]) -> None:
    interval = binomtest(*counts).proportion_ci(method="wilson")
    assert Rate(*counts).interval == pytest.approx((interval.low, interval.high), abs=1e-9)


def test_the_rates_agree_with_a_count_by_hand() -> None:
    counted = {("text_invited", Outcome.MET): (40, 9), ("text_invited", Outcome.NOT_MET): (50, 2)}
    (comparison,) = compare(counted, ["text_invited"])
    assert (comparison.with_it, comparison.without) == (Rate(9, 40), Rate(2, 50))
    assert comparison.difference == pytest.approx(0.225 - 0.04)
    assert comparison.sentence == (
        "More customers came back: 9 of 40 (22%, between 12% and 38%) with it, 2 of 50 (4%, between 1% and 13%) without."
    )


def test_a_group_that_is_too_small_says_so_and_gives_no_verdict() -> None:
    comparison = Comparison("text_invited", Rate(TOO_FEW, TOO_FEW), Rate(0, TOO_FEW - 1))
    assert comparison.sentence == f"Too few to tell: 30 voicemails with it and 29 without; {TOO_FEW} of each are needed."
    assert Comparison("text_invited", Rate(0, 0), Rate(1, 99)).sentence.startswith("Too few")


def test_no_difference_and_a_bad_one_are_called_what_they_are() -> None:
    assert Comparison("a", Rate(5, 50), Rate(4, 50)).sentence.startswith("No clear difference")
    assert Comparison("a", Rate(0, 50), Rate(15, 50)).sentence.startswith("Fewer")


def test_nothing_judged_gives_no_rate() -> None:
    (comparison,) = compare({}, ["text_invited"])
    assert (comparison.with_it.share, comparison.with_it.interval, comparison.difference, comparison.interval) == (None,) * 4
