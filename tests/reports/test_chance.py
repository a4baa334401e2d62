import numpy as np
import pytest
from statsmodels.stats.contingency_tables import StratifiedTable

from coaching.domain.share import Share
from coaching.reports.chance import ENOUGH, change

RISE = [(Share(20, 60), Share(44, 60)), (Share(5, 20), Share(16, 20))]


def test_it_is_the_test_of_cochran_mantel_and_haenszel() -> None:
    tables = [np.array([[20, 40], [44, 16]]), np.array([[5, 15], [16, 4]])]
    found = change(RISE)
    assert found.p == pytest.approx(StratifiedTable(tables).test_null_odds().pvalue)
    assert found.is_clear
    assert found.points == 44  # of 75 % and 31.25 %, printed as 31 %: what is printed adds up
    assert found.verdict == "More than chance (80 and 80 voicemails)."
    assert found.tested == "Cochran–Mantel–Haenszel test within attempt and lead source, p < 0.001."


def test_among_many_comparisons_a_difference_must_be_larger() -> None:
    once, often = (change([(Share(20, 60), Share(31, 60))], tests) for tests in (1, 14))
    assert once.is_clear
    assert not often.is_clear
    assert often.verdict.startswith("Could be chance")


def test_few_voicemails_claim_nothing() -> None:
    found = change([(Share(0, ENOUGH - 1), Share(300, 300))])
    assert found.p is None
    assert not found.is_clear
    assert found.verdict == "Too few to tell: 30 voicemails are needed on either side, there are 29 and 300."
    assert found.tested == ""


def test_another_mix_of_attempts_is_no_change() -> None:
    """Half of the first attempts and a tenth of the later ones meet it, before and after; only their numbers differ."""
    before, after = [(Share(50, 100), Share(10, 100))], [(Share(5, 10), Share(90, 900))]
    found = change([(one, other) for one, other in zip(before[0], after[0], strict=True)])
    assert found.points is not None
    assert found.points < -15
    assert not found.is_clear


def test_a_rise_among_all_kinds_of_calls_is_never_told_as_a_fall() -> None:
    """Four in five first attempts met it and a tenth of the later ones. Both are better now, and most calls are later ones."""
    found = change([(Share(80, 100), Share(29, 30)), (Share(3, 30), Share(40, 100))])
    assert found.points == -11
    assert found.rises
    assert not found.is_clear
    assert found.verdict == "Cannot be told: the mix of calls is too different (130 and 130 voicemails)."


@pytest.mark.parametrize("hits", [0, 50])
def test_where_all_are_alike_nothing_can_differ(hits: int) -> None:
    assert change([(Share(hits, 50), Share(hits, 50))]).p == 1.0
