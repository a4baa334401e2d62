"""Our kappas are those of statsmodels and scikit-learn on the same tables."""

import warnings

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa, to_table

from coaching.reports.agreement import cohen, fleiss

KINDS = st.sampled_from(["met", "not_met", "not_applicable"])
PAIRS = st.lists(st.tuples(KINDS, KINDS), min_size=2, max_size=40)
ITEMS = st.integers(2, 5).flatmap(
    lambda raters: st.lists(st.lists(KINDS, min_size=raters, max_size=raters), min_size=2, max_size=30)
)


@settings(deadline=None)  # the first call loads scipy
@given(PAIRS)
def test_cohens_is_that_of_scikit_learn_and_statsmodels_with_its_interval(pairs: list[tuple[str, str]]) -> None:
    ours = cohen(pairs)
    assume(ours is not None)
    assert ours is not None
    first, second = zip(*pairs, strict=True)
    assert ours.value == pytest.approx(cohen_kappa_score(first, second), abs=1e-9)
    kinds = {kind: number for number, kind in enumerate(sorted({*first, *second}))}
    theirs = cohens_kappa(to_table(np.array([[kinds[a], kinds[b]] for a, b in pairs]), bins=len(kinds))[0])
    assert ours.value == pytest.approx(theirs.kappa, abs=1e-9)
    if ours.low is not None:
        assert ours.low == pytest.approx(max(-1.0, theirs.kappa_low), abs=1e-6)
        assert ours.high == pytest.approx(min(1.0, theirs.kappa_upp), abs=1e-6)
    else:
        assert np.nan_to_num(theirs.std_kappa) == pytest.approx(0.0, abs=1e-5)  # the root of -1e-17 there


@settings(deadline=None)
@given(ITEMS)
def test_fleisss_is_that_of_statsmodels(items: list[list[str]]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it divides by zero where we say that it cannot be computed
        theirs = fleiss_kappa(aggregate_raters(np.array(items))[0])
    ours = fleiss(items)
    if ours is None:
        assert np.isnan(theirs)
    else:
        assert ours.value == pytest.approx(theirs, abs=1e-9)


def test_fleisss_interval_is_as_wide_as_drawing_the_items_anew_makes_it() -> None:
    drawn = np.random.default_rng(20240229)
    truth = drawn.integers(0, 2, 300)
    items = [[int(one) if drawn.random() < 0.85 else 1 - int(one) for _ in range(3)] for one in truth]
    ours = fleiss(items)
    assert ours is not None
    assert ours.low is not None
    assert ours.high is not None
    again = [fleiss([items[place] for place in drawn.integers(0, 300, 300)]) for _ in range(400)]
    low, high = np.percentile([one.value for one in again if one], [2.5, 97.5])
    assert (ours.low, ours.high) == pytest.approx((low, high), abs=0.02)


@pytest.mark.parametrize("pairs", [[], [("met", "met")], [("met", "met")] * 9], ids=["nothing", "one", "a single class"])
def test_cohens_cannot_be_computed(pairs: list[tuple[str, str]]) -> None:
    assert cohen(pairs) is None


@pytest.mark.parametrize(
    "items",
    [[], [["met"], ["not_met"]], [["met", "met"]] * 9, [[]]],
    ids=["nothing", "a single rater", "a single class", "nobody"],
)
def test_fleisss_cannot_be_computed(items: list[list[str]]) -> None:
    assert fleiss(items) is None


def test_full_agreement_has_no_interval_that_would_claim_more_than_it_knows() -> None:
    found = cohen([("met", "met"), ("not_met", "not_met")])
    assert found is not None
    assert (found.value, found.low, found.high) == (1.0, None, None)
