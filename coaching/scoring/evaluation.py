"""How far verdicts agree with labels: F1, kappa and their intervals from one small table of counts."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from coaching.domain.scorecard import Outcome

LABELS = (Outcome.MET, Outcome.NOT_MET)
RESAMPLES = 2000  # the ends of a 95 % interval then rest on 50 resamples each
SEED = 20240229  # any fixed number: the same set gives the same interval
INTERVAL = (2.5, 97.5)

Interval = tuple[float, float]
Counts = np.ndarray
"""Rows: label met, not met. Columns: verdict met, not met, neither (unsure, or not applicable where a label says otherwise)."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One criterion on one set. None where there is nothing to divide by: a kind that neither label nor verdict names."""

    n: int
    met: int
    unsure: int
    precision: float | None
    recall: float | None
    f1_met: float | None
    f1_not_met: float | None
    macro_f1: float | None
    kappa: float | None
    macro_f1_interval: Interval | None
    kappa_interval: Interval | None


def measure(pairs: Iterable[tuple[Outcome, Outcome]]) -> Agreement:
    """pairs: label (met or not met) and verdict. An unsure verdict is a wrong one."""
    pairs = list(pairs)
    counts = count(pairs)
    resampled = _resampled(counts)
    return Agreement(
        n=len(pairs),
        met=int(counts[0].sum()),
        unsure=sum(verdict is Outcome.UNSURE for _, verdict in pairs),
        precision=_number(_share(counts[0, 0], counts[:, 0].sum())),
        recall=_number(_share(counts[0, 0], counts[0].sum())),
        f1_met=_number(f1(counts, 0)),
        f1_not_met=_number(f1(counts, 1)),
        macro_f1=_number(macro_f1(counts)),
        kappa=_number(kappa(counts)),
        macro_f1_interval=_interval(macro_f1(resampled)),
        kappa_interval=_interval(kappa(resampled)),
    )


def count(pairs: Iterable[tuple[Outcome, Outcome]]) -> Counts:
    counts = np.zeros((2, 3))
    for label, verdict in pairs:
        counts[LABELS.index(label), LABELS.index(verdict) if verdict in LABELS else 2] += 1
    return counts


def f1(counts: Counts, kind: int) -> np.ndarray:
    """Of met (kind 0) or not met (1). counts: shape (..., 2, 3)."""
    return _share(2 * counts[..., kind, kind], counts[..., kind, :].sum(-1) + counts[..., :, kind].sum(-1))


def macro_f1(counts: Counts) -> np.ndarray:
    mean: np.ndarray = (f1(counts, 0) + f1(counts, 1)) / 2
    return mean


def kappa(counts: Counts) -> np.ndarray:
    """Cohen's, with "neither" as a verdict of its own that agrees with no label."""
    n = counts.sum((-2, -1))
    observed = _share(counts[..., 0, 0] + counts[..., 1, 1], n)
    by_chance = _share((counts.sum(-1) * counts.sum(-2)[..., :2]).sum(-1), n**2)
    return _share(observed - by_chance, 1 - by_chance)


def _resampled(counts: Counts) -> Counts:
    """The tables that drawing as many pairs again, with replacement, would give: a multinomial draw of the cells."""
    n = int(counts.sum())
    if not n:
        return counts[None]
    draws = np.random.default_rng(SEED).multinomial(n, counts.ravel() / n, size=RESAMPLES)
    return draws.reshape(-1, *counts.shape).astype(float)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole != 0, np.divide(part, whole), np.nan)


def _number(value: np.ndarray) -> float | None:
    return None if np.isnan(value) else float(value)


def _interval(values: np.ndarray) -> Interval | None:
    known = values[~np.isnan(values)]
    if not known.size:
        return None
    low, high = np.percentile(known, INTERVAL)
    return float(low), float(high)
