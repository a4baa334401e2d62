"""How likely a sentence ends between two words, learned from where people put full stops (`python -m coaching train`)."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MODEL = Path(__file__).parent / "models" / "combined" / "sentence_ends.json"
FIGURES = re.compile(r"\$?\d.*")
LONG_WORD = 5  # letters, from which an unknown word is known by its last three
BEFORE, AFTER = "^", "$"  # what stands around a message
OPENING, SECOND = 2, 5  # words from the beginning, within which callers say who they are


@dataclass(frozen=True)
class EndsModel:
    """A logistic regression over the words around a place. known: words that are not unknown; weights: of what stands there."""

    intercept: float
    known: frozenset[str]
    weights: Mapping[str, float]

    def odds(self, words: Sequence[str]) -> list[float]:
        """Log odds of an end before each word; that before the first means nothing."""
        kept = [kind_of(word, self.known) for word in words]
        return [self.intercept + sum(self.weights.get(sign, 0.0) for sign in signs(kept, at)) for at in range(len(kept))]

    def to_json(self) -> str:
        weights = {sign: round(weight, 2) for sign, weight in sorted(self.weights.items()) if abs(weight) >= 0.05}
        stored = {"intercept": round(self.intercept, 3), "known": sorted(self.known), "weights": weights}
        return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "EndsModel":
        stored = json.loads(text)
        return cls(stored["intercept"], frozenset(stored["known"]), stored["weights"])


@cache
def ends_model() -> EndsModel:
    return EndsModel.from_json(MODEL.read_text(encoding="utf-8"))


def kind_of(word: str, known: frozenset[str]) -> str:
    if word in known or word.startswith("§"):
        return word
    if FIGURES.fullmatch(word):
        return "#"
    return f"?{word[-3:]}" if len(word) > LONG_WORD else "?"


def signs(words: Sequence[str], at: int) -> Iterator[str]:
    """What may tell of an end before words[at]: up to two words on its left and three on its right, alone and together."""
    left2, left = (words[place] if place >= 0 else BEFORE for place in (at - 2, at - 1))
    right, right2, right3 = (words[place] if place < len(words) else AFTER for place in (at, at + 1, at + 2))
    yield from (
        f"{left}|",
        f"|{right}",
        f"{left2} {left}|",
        f"|{right} {right2}",
        f"{left}|{right}",
        f"|{right} {right2} {right3}",
    )
    yield from (f"{left}|{right} {right2}", f"{left2} {left}|{right}", f"|. {right2}", f"{left2} .|")
    yield "first words" if at <= OPENING else "opening" if at <= SECOND else "later"
