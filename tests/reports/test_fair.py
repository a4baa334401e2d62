import pytest

from coaching.domain.share import Share
from coaching.domain.team_scores import Attempts, Counts, Stratum, Totals
from coaching.reports.fair import FEW, cells, lines, needs


def stratum(rep: int | None, attempt: Attempts, met: int, n: int, mean: float = 50.0) -> Stratum:
    outcomes = {"text_invited": Counts(met, n - met, unsure=3, not_applicable=2)}
    return Stratum(rep, attempt, "Website", Totals(n, n * mean, n * mean**2), outcomes)


def test_who_calls_the_harder_leads_is_held_against_those() -> None:
    """Both do alike on first and on later attempts; the second makes most of the later ones, where everybody does worse."""
    strata = [
        stratum(1, Attempts.FIRST, 80, 100, 80.0),
        stratum(1, Attempts.LATER, 2, 10, 20.0),
        stratum(2, Attempts.FIRST, 8, 10, 80.0),
        stratum(2, Attempts.LATER, 20, 100, 20.0),
    ]
    easy, hard = cells(strata)
    assert (easy.share, hard.share) == (Share(82, 110), Share(28, 110))
    assert easy.gap == pytest.approx(0.0)
    assert hard.gap == pytest.approx(0.0)
    assert [line.expected for line in lines(strata)] == [pytest.approx(line.mean) for line in lines(strata)]
    assert needs(strata, {"text_invited": 3.0}) == []


def test_who_is_clearly_below_the_others_is_named_and_what_for() -> None:
    strata = [stratum(1, Attempts.FIRST, 70, 100), stratum(2, Attempts.FIRST, 10, 60), stratum(3, Attempts.FIRST, 0, FEW - 1)]
    (need,) = needs(strata, {"text_invited": 3.0})
    assert (need.cell.group_id, need.cell.criterion_id) == (2, "text_invited")
    assert need.change.before == Share(70, 109)
    assert need.change.after == Share(10, 60)
    assert [one.cell.group_id for one in needs(strata, {"text_invited": 3.0}, 2)] == [2]
    assert needs(strata, {"text_invited": 3.0}, 1) == []


def test_those_without_a_rep_on_file_are_counted_and_never_named() -> None:
    strata = [stratum(None, Attempts.FIRST, 0, 100), stratum(2, Attempts.FIRST, 90, 100)]
    assert len(cells(strata)) == 2
    assert needs(strata, {"text_invited": 3.0}) == []


def test_a_small_number_is_not_enough() -> None:
    few, enough = cells([stratum(1, Attempts.FIRST, 1, FEW - 1), stratum(2, Attempts.FIRST, 1, FEW)])
    assert (few.is_enough, enough.is_enough) == (False, True)
