"""What a sentence means, by weights that `python -m coaching train` learned: those of its vector and of its words."""

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.errors import UnknownName
from coaching.scoring.marks import marks_of, without_marks

if TYPE_CHECKING:
    import numpy as np

MODELS = Path(__file__).parent / "models"
WORDS_COUNT = 2.0  # length of the words' part beside the vector's, which is 1; chosen by cross-validation over authors
TERM = re.compile(r"[\w'$%]+")


@lru_cache(maxsize=256)  # a dozen models read the sentences of one message
def terms_of(wording: str) -> tuple[str, ...]:
    """Its words and its pairs of neighbours, and its signs."""
    words = TERM.findall(without_marks(wording))
    return (*words, *map(" ".join, pairwise(words)), *marks_of(wording))


def term_values(wording: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """The single words and pairs of neighbours that are known, weighed by how rare they are, together WORDS_COUNT long."""
    counts = Counter(terms_of(wording))
    values = {term: (1 + math.log(count)) * rarity[term] for term, count in counts.items() if term in rarity}
    length = math.sqrt(math.fsum(value * value for value in values.values()))
    return {term: WORDS_COUNT * value / length for term, value in values.items()}


@dataclass(frozen=True)
class MeaningModel:
    """A logistic regression over a sentence.

    threshold: the log odds from which a sentence counts. vector: one weight a dimension.
    rarity, weights: of each known word or pair of words.
    """

    threshold: float
    intercept: float
    vector: "np.ndarray"
    rarity: Mapping[str, float]
    weights: Mapping[str, float]

    def scores(self, wordings: Sequence[str], vectors: "np.ndarray") -> list[float]:
        """The log odds of each wording; vectors: shape (len(wordings), dimensions)."""
        by_vector = vectors.astype("float64") @ self.vector
        return [self.intercept + float(own) + self._by_words(wording) for own, wording in zip(by_vector, wordings, strict=True)]

    def _by_words(self, wording: str) -> float:
        return math.fsum(value * self.weights[term] for term, value in term_values(wording, self.rarity).items())

    def to_json(self) -> str:
        terms = {term: [round(self.rarity[term], 3), round(self.weights[term], 3)] for term in sorted(self.weights)}
        vector = [round(float(weight), 4) for weight in self.vector]
        return json.dumps(
            {"threshold": round(self.threshold, 3), "intercept": round(self.intercept, 4), "vector": vector, "terms": terms},
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> "MeaningModel":
        import numpy as np

        stored = json.loads(text)
        terms = stored["terms"]
        return cls(
            threshold=stored["threshold"],
            intercept=stored["intercept"],
            vector=np.array(stored["vector"]),
            rarity={term: rarity for term, (rarity, _) in terms.items()},
            weights={term: weight for term, (_, weight) in terms.items()},
        )


@cache
def load_model(name: str) -> MeaningModel:
    """Raises UnknownName for a model that was never trained."""
    path = MODELS / f"{name}.json"
    if not path.exists():
        raise UnknownName("model of meaning", name, (path.stem for path in MODELS.glob("*.json")))
    return MeaningModel.from_json(path.read_text(encoding="utf-8"))
