"""Whether two shares differ by more than chance: Fisher's exact test, in whole numbers.

Our own ten lines, for they are exact, and loading scipy takes a second of a page; the tests hold them against scipy's.
"""

from fractions import Fraction
from math import comb

from coaching.domain.share import Share

FEWEST = 4
"""On either side: even none of three before and all of three after could be chance. Where one side is that small, many on the
other do not make it more than an accident.
"""


def p_value(before: Share, after: Share) -> float:
    """Two-sided: how often shares at least as unlikely as these come about where nothing has changed."""
    n, met = before.n + after.n, before.hits + after.hits
    ways = [
        comb(before.n, of_before) * comb(after.n, met - of_before)
        for of_before in range(max(0, met - after.n), min(met, before.n) + 1)
    ]
    seen = comb(before.n, before.hits) * comb(after.n, after.hits)
    return float(Fraction(sum(way for way in ways if way <= seen), comb(n, met)))


def could_tell(before: Share, after: Share) -> bool:
    return min(before.n, after.n) >= FEWEST
