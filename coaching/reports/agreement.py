"""How far raters agree beyond chance: Cohen's kappa of two, Fleiss' of several, with 95 % intervals.

Our own fifty lines: statsmodels has no interval for Fleiss', fails on a single class, and takes seconds to load. The tests hold
them against statsmodels and scikit-learn on the same tables.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt

from coaching.domain.share import Z_95

NO_SPREAD = 1e-12  # what is left of zero after some sums


@dataclass(frozen=True, slots=True)
class Kappa:
    """1 is full agreement, 0 what chance gives. low and high: None where no two items differ in how far they were agreed on
    (one item, or full agreement): then nothing tells how far it may lie off.
    """

    value: float
    low: float | None
    high: float | None


def cohen(pairs: Sequence[tuple[Hashable, Hashable]]) -> Kappa | None:
    """pairs: what each of two raters said of one item. None where there is nothing to agree beyond chance about: no item,
    or both said the same single thing throughout. The interval is that of Fleiss, Cohen and Everitt (1969).
    """
    n = len(pairs)
    if not n:
        return None
    ours, theirs = (_shares(said) for said in zip(*pairs, strict=True))
    by_chance = sum(share * theirs.get(kind, 0.0) for kind, share in ours.items())
    if by_chance == 1:
        return None
    kappa = (sum(a == b for a, b in pairs) / n - by_chance) / (1 - by_chance)
    spread = sum(
        count / n * (((a == b) - (theirs.get(a, 0.0) + ours.get(b, 0.0)) * (1 - kappa)) ** 2)
        for (a, b), count in Counter(pairs).items()
    )
    variance = (spread - (kappa - by_chance * (1 - kappa)) ** 2) / (1 - by_chance) ** 2 / n
    return _kappa(kappa, variance)


def fleiss(items: Sequence[Sequence[Hashable]]) -> Kappa | None:
    """items: what each rater said of one item, as many for every item. None for a single rater, and where all said the same
    single thing throughout. The interval is that of Gwet (2008), from how much the items differ.
    """
    raters = len(items[0]) if items else 0
    if raters < 2:
        return None
    shares = _shares([said for item in items for said in item])
    by_chance = sum(share**2 for share in shares.values())
    if len(shares) == 1:
        return None
    agreed = [(sum(count**2 for count in Counter(item).values()) - raters) / (raters * (raters - 1)) for item in items]
    kappa = (sum(agreed) / len(items) - by_chance) / (1 - by_chance)
    if len(items) == 1:
        return _kappa(kappa, 0.0)
    chance = [sum(shares[said] for said in item) / raters for item in items]
    of_items = [
        (seen - by_chance) / (1 - by_chance) - 2 * (1 - kappa) * (own - by_chance) / (1 - by_chance)
        for seen, own in zip(agreed, chance, strict=True)
    ]
    return _kappa(kappa, sum((one - kappa) ** 2 for one in of_items) / len(items) / (len(items) - 1))


def _shares(said: Sequence[Hashable]) -> dict[Hashable, float]:
    return {kind: count / len(said) for kind, count in Counter(said).items()}


def _kappa(value: float, variance: float) -> Kappa:
    if variance < NO_SPREAD:
        return Kappa(value, None, None)
    half = Z_95 * sqrt(variance)
    return Kappa(value, max(-1.0, value - half), min(1.0, value + half))
