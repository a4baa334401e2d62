import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from coaching.domain.share import Share
from coaching.reports.chance import LEVEL
from coaching.reports.fisher import FEWEST, could_tell, p_value

SHARES = st.integers(0, 40).flatmap(lambda n: st.builds(Share, st.integers(0, n), st.just(n)))


@settings(deadline=None)  # the first call loads scipy
@given(SHARES, SHARES)
def test_it_says_what_scipy_says(before: Share, after: Share) -> None:
    table = [[before.hits, before.n - before.hits], [after.hits, after.n - after.hits]]
    assert p_value(before, after) == pytest.approx(fisher_exact(table).pvalue, rel=1e-6)


def test_an_example_that_can_be_done_by_hand() -> None:
    """The lady tasting tea (Fisher 1935): three of four cups right on each side."""
    assert p_value(Share(1, 4), Share(3, 4)) == pytest.approx(34 / 70)


@pytest.mark.parametrize(
    ("before", "after", "can"), [(3, 3, False), (4, 4, True), (0, 50, False), (20, 1, False), (19, 1, False)]
)
def test_few_voicemails_cannot_tell_whatever_they_say(before: int, after: int, can: bool) -> None:
    assert could_tell(Share(0, before), Share(0, after)) is can


def test_the_fewest_are_the_first_of_which_as_many_before_and_after_can_be_more_than_chance() -> None:
    unlike = [p_value(Share(0, n), Share(n, n)) < LEVEL for n in (FEWEST - 1, FEWEST)]
    assert unlike == [False, True]
