"""Whether two shares differ by more than chance: Fisher's exact test, in whole numbers.

Our own twenty lines, for scipy is 35 MB; the tests hold them against scipy's.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import comb

LEVEL = 0.05  # below it, one in twenty, a difference is usually not put down to chance


@dataclass(frozen=True, slots=True)
class Share:
    """So many met of n that were met or not met."""

    met: int
    n: int

    @property
    def value(self) -> float | None:
        return self.met / self.n if self.n else None


def p_value(before: Share, after: Share) -> float:
    """Two-sided: how often shares at least as unlikely as these come about where nothing has changed."""
    n, met = before.n + after.n, before.met + after.met
    ways = [
        comb(before.n, of_before) * comb(after.n, met - of_before)
        for of_before in range(max(0, met - after.n), min(met, before.n) + 1)
    ]
    seen = comb(before.n, before.met) * comb(after.n, after.met)
    return float(Fraction(sum(way for way in ways if way <= seen), comb(n, met)))


def could_tell(before: Share, after: Share) -> bool:
    """Whether so many voicemails could show any difference at all: none met before, all met after."""
    return p_value(Share(0, before.n), Share(after.n, after.n)) < LEVEL
