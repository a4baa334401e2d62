import pandas as pd
import pytest

from coaching.domain.team_scores import Attempts, Counts, Stratum, Totals
from coaching.reports.falls import falls
from tests.team_history import CRITERIA

BOB, CHARLIE = 1, 2


def stratum(rep: int | None, attempt: Attempts = Attempts.FIRST, source: str = "Website", **met: tuple[int, int]) -> Stratum:
    """met: criterion -> (met, not met)."""
    return Stratum(rep, attempt, source, Totals(), {one: Counts(*counts) for one, counts in met.items()})


def test_a_fall_is_told_with_the_numbers_of_both_sides_and_the_deepest_comes_first() -> None:
    before = [stratum(BOB, value_offered=(80, 20)), stratum(CHARLIE, value_offered=(95, 5), text_invited=(90, 10))]
    after = [stratum(BOB, value_offered=(40, 60)), stratum(CHARLIE, value_offered=(94, 6), text_invited=(10, 90))]
    found = falls(before, after)
    assert [(one.group_id, one.criterion_id) for one in found] == [(CHARLIE, "text_invited"), (BOB, "value_offered")]
    assert (found[1].change.before.hits, found[1].change.after.hits, found[1].change.after.n) == (80, 40, 100)


def test_its_p_is_that_of_statsmodels_over_a_pandas_table_times_the_questions_asked() -> None:
    from statsmodels.stats.contingency_tables import StratifiedTable

    before = [stratum(BOB, text_invited=(40, 20)), stratum(BOB, Attempts.SECOND, text_invited=(15, 25))]
    after = [stratum(BOB, text_invited=(14, 30)), stratum(BOB, Attempts.SECOND, text_invited=(5, 30))]
    rows = pd.DataFrame(
        [
            (one.attempt, late, met, counts)
            for late, side in enumerate((before, after))
            for one in side
            for met, counts in enumerate((one.outcomes["text_invited"].not_met, one.outcomes["text_invited"].met))
        ],
        columns=["attempt", "late", "met", "n"],
    )
    tables = [part.pivot(index="late", columns="met", values="n").to_numpy(dtype=float) for _, part in rows.groupby("attempt")]
    (fall,) = falls(before, after)
    assert fall.change.p == pytest.approx(StratifiedTable(tables).test_null_odds().pvalue)


def test_what_rose_or_could_be_chance_or_is_too_little_is_no_fall() -> None:
    assert falls([stratum(BOB, value_offered=(20, 80))], [stratum(BOB, value_offered=(80, 20))]) == []
    assert falls([stratum(BOB, value_offered=(50, 50))], [stratum(BOB, value_offered=(45, 55))]) == []
    assert falls([stratum(BOB, value_offered=(29, 0))], [stratum(BOB, value_offered=(0, 29))]) == []
    assert falls([stratum(None, value_offered=(80, 20))], [stratum(None, value_offered=(10, 90))]) == []
    assert falls([], [stratum(BOB, value_offered=(0, 60))]) == []


def test_what_is_found_among_many_questions_needs_more_to_be_called_a_fall() -> None:
    """p is 0.02 for one question, and ten of them find such a thing by luck."""
    before, after = (70, 30), (54, 46)
    assert falls([stratum(BOB, value_offered=before)], [stratum(BOB, value_offered=after)])
    many = [stratum(rep, **dict.fromkeys(CRITERIA, before)) for rep in range(4)]
    later = [stratum(rep, **dict.fromkeys(CRITERIA, before)) for rep in range(1, 4)] + [stratum(0, value_offered=after)]
    assert falls(many, later) == []
