"""Whether a difference could be chance, by tests that statisticians know, each with its numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.domain.share import Share

MANTEL_HAENSZEL = "Cochran–Mantel–Haenszel test"
ENOUGH = 30
"""Voicemails on either side. Below it, half of all true rises of twenty points are missed, and none should be claimed."""
LEVEL = 0.05  # below it, one in twenty, a difference is usually not put down to chance


@dataclass(frozen=True, slots=True)
class Change:
    """p: how often chance alone makes a difference as large, None where there are too few to ask. rises: among calls of the
    same kind, whatever the shares of all of them do; None where nothing is asked or nothing moves.
    """

    before: Share
    after: Share
    p: float | None
    rises: bool | None = None

    @property
    def is_clear(self) -> bool:
        return self._is_more_than_chance and self._is_as_printed

    @property
    def _is_more_than_chance(self) -> bool:
        return self.p is not None and self.p < LEVEL

    @property
    def _is_as_printed(self) -> bool:
        """The shares of all calls may go another way than those of each kind, where the mixture of calls has changed
        (Simpson's paradox): told either way, it would mislead.
        """
        return bool(self.points) and ((self.points or 0.0) > 0) is self.rises

    @property
    def points(self) -> float | None:
        """Whole ones, of a hundred, between the two shares as they are printed; None where one side is empty."""
        before, after = self.before.value, self.after.value
        return None if before is None or after is None else round(100 * after) - round(100 * before)

    @property
    def verdict(self) -> str:
        """For everybody; what statisticians ask next is `tested`."""
        if self.p is None:
            return (
                f"Too few to tell: {ENOUGH} voicemails are needed on either side, there are {self.before.n} and {self.after.n}."
            )
        if self._is_more_than_chance and not self._is_as_printed:
            return f"Cannot be told: the mix of calls is too different ({self.before.n} and {self.after.n} voicemails)."
        return f"{'More than chance' if self.is_clear else 'Could be chance'} ({self.before.n} and {self.after.n} voicemails)."

    @property
    def tested(self) -> str:
        """How that was found out; "" where nothing was asked."""
        return "" if self.p is None else f"{MANTEL_HAENSZEL} within attempt and lead source, p {told_p(self.p)}."


def change(strata: Iterable[tuple[Share, Share]], tests: int = 1) -> Change:
    """strata: (before, after) for each attempt and source. tests: how many were asked at once; p is multiplied by them, so
    that among many comparisons none is called clear by luck (Bonferroni)."""
    pairs = list(strata)
    before, after = (Share(sum(one[at].hits for one in pairs), sum(one[at].n for one in pairs)) for at in (0, 1))
    if min(before.n, after.n) < ENOUGH:
        return Change(before, after, None)
    both = [pair for pair in pairs if pair[0].n and pair[1].n]
    return Change(before, after, min(1.0, tests * _p(both)), _rises(both))


def _rises(pairs: list[tuple[Share, Share]]) -> bool | None:
    """By what the test adds up: within each kind of calls, how many more are met than if before and after were alike."""
    more = sum(after.hits - after.n * (before.hits + after.hits) / (before.n + after.n) for before, after in pairs)
    return more > 0 if more else None


def told_p(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"= {p:.3f}" if p < 0.1 else f"= {p:.2f}"


def _p(pairs: list[tuple[Share, Share]]) -> float:
    """1 where every stratum is all met or all missed: then there is nothing to differ."""
    from statsmodels.stats.contingency_tables import StratifiedTable

    tables = [[[one.hits, one.n - one.hits] for one in pair] for pair in pairs]
    varied = [table for table in tables if 0 < table[0][0] + table[1][0] < sum(map(sum, table))]
    if not varied:
        return 1.0
    return float(StratifiedTable([_array(table) for table in varied]).test_null_odds().pvalue)


def _array(table: list[list[int]]) -> object:
    import numpy as np

    return np.array(table, dtype=float)
