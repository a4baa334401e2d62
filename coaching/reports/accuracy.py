"""How accurate the verdicts were when they were last measured, as benchmarks/accuracy.py published it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coaching.errors import InvalidFile
from coaching.rubrics import DEFAULT_RUBRIC
from coaching.rubrics.loader import RUBRICS

PUBLISHED = RUBRICS / DEFAULT_RUBRIC / "accuracy.json"
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class CriterionAccuracy:
    """n: labelled voicemails; met and unsure: of them. The figures lie between 0 and 1 (kappa from -1) with their 95 %
    intervals; None where they cannot be computed.
    """

    n: int
    met: int
    unsure: int
    macro_f1: float | None
    macro_f1_interval: Interval | None
    kappa: float | None
    kappa_interval: Interval | None


@dataclass(frozen=True, slots=True)
class SetAccuracy:
    """n: voicemails in the set. held_out: nothing was trained on it or written after reading it. criteria: by their ids."""

    name: str
    title: str
    n: int
    held_out: bool
    criteria: Mapping[str, CriterionAccuracy]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """rubric: the version that was measured. sets: from text; audio: from recordings."""

    measured_on: date
    rubric: str
    sets: Sequence[SetAccuracy]
    audio: Sequence[SetAccuracy]


def read_accuracy(path: Path = PUBLISHED) -> Accuracy | None:
    """None where it was never measured. Raises InvalidFile."""
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Accuracy(
            date.fromisoformat(told["measured_on"]),
            str(told["rubric"]),
            tuple(_set(one) for one in told["sets"]),
            tuple(_set(one) for one in told["audio"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidFile(f"{path.name} cannot be used ({error!r}). Make it anew: python benchmarks/accuracy.py") from error


def _set(told: Mapping[str, Any]) -> SetAccuracy:
    criteria = {criterion_id: _criterion(one) for criterion_id, one in told["criteria"].items()}
    return SetAccuracy(str(told["name"]), str(told["title"]), int(told["n"]), bool(told["held_out"]), criteria)


def _criterion(told: Mapping[str, Any]) -> CriterionAccuracy:
    return CriterionAccuracy(
        int(told["n"]),
        int(told["met"]),
        int(told["unsure"]),
        _figure(told["macro_f1"]),
        _interval(told["macro_f1_interval"]),
        _figure(told["kappa"]),
        _interval(told["kappa_interval"]),
    )


def _figure(told: float | None) -> float | None:
    return None if told is None else float(told)


def _interval(told: Sequence[float] | None) -> Interval | None:
    if told is None:
        return None
    low, high = told
    return float(low), float(high)
