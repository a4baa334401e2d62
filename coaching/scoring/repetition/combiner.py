"""From the comparison of a message with the earlier ones to one probability: that it brings something new."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coaching.scoring.odds import chance

MODEL = Path(__file__).parent / "model.json"
SAME_SCRIPT = 0.6  # share said again word for word; all 24 lightly edited messages had more, only one paraphrase came to 0.45
ONE_BLANK_CHANGED = 0.8  # above it a new value cannot be new wording, it is the blank of a script filled in anew
BLANKS = ("new_amounts", "new_colour", "new_deadline", "new_programme")


@dataclass(frozen=True, slots=True)
class Weighed:
    """One feature as it was in training (mean, scale) and what it tells (weight above 0: something new)."""

    mean: float
    scale: float
    weight: float


@dataclass(frozen=True)
class Combiner:
    """A logistic regression, small enough to read: model.json holds its weights and how it was tested."""

    features: Mapping[str, Weighed]
    bias: float

    def chance_of_news(self, comparison: Mapping[str, float]) -> float:
        """0 to 1. The same script is news exactly when one of its blanks is filled in anew, whatever else was learned."""
        if is_same_script(comparison):
            return 0.0
        if comparison["word_for_word"] >= ONE_BLANK_CHANGED and any(comparison[blank] for blank in BLANKS):
            return 1.0
        total = self.bias + sum((comparison[name] - f.mean) / f.scale * f.weight for name, f in self.features.items())
        return chance(total)


def is_same_script(comparison: Mapping[str, float]) -> bool:
    return comparison["word_for_word"] >= SAME_SCRIPT and not comparison["new_facts"] and not comparison["new_amounts"]


@cache
def trained_combiner() -> Combiner:
    model = json.loads(MODEL.read_text(encoding="utf-8"))
    return Combiner({name: Weighed(**weighed) for name, weighed in model["features"].items()}, model["bias"])
