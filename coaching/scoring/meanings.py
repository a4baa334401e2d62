"""The sentences of a message as the learned checks read them, prepared once for all of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.domain.context import CallContext
from coaching.scoring.marks import own_words, with_marks
from coaching.scoring.meaning_model import MeaningModel
from coaching.scoring.message import Message, Span
from coaching.scoring.sentences import Sentence
from coaching.scoring.vehicles import OwnVehicles

if TYPE_CHECKING:
    import numpy as np

FEWEST_WORDS = 2  # a single word ("Alright.") says nothing that could be judged


@dataclass(frozen=True)
class Meanings:
    """Of the sentences that say something, in order: wordings (words and signs, see `marks`) and vectors of the words."""

    sentences: tuple[Sentence, ...]
    wordings: tuple[str, ...]
    vectors: "np.ndarray"

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sentence.span for sentence in self.sentences)

    def scores(self, model: MeaningModel) -> list[float]:
        return model.scores(self.wordings, self.vectors)

    def only(self, at: int) -> "Meanings":
        return Meanings(self.sentences[at : at + 1], self.wordings[at : at + 1], self.vectors[at : at + 1])


def meanings_of(message: Message) -> Meanings:
    assert message.embed is not None
    kept = [(sentence, wording) for sentence in message.sentences if says_something(wording := sentence.wording)]
    own, own_cars = own_words(message.context), _own_cars(message.context)
    marked = tuple(with_marks(wording, own, sum(car in own_cars for car in sentence.cars)) for sentence, wording in kept)
    return Meanings(tuple(sentence for sentence, _ in kept), marked, message.embed([wording for _, wording in kept]))


def _own_cars(context: CallContext) -> frozenset[str]:
    """What they drive or bring in trade; the car that they asked for is in every message of every rep."""
    asked_for = OwnVehicles.on_file({"vehicle": context.facts.get("vehicle")})
    return OwnVehicles.on_file(context.facts).models - asked_for.models


def says_something(wording: str) -> bool:
    return len(wording.split()) >= FEWEST_WORDS
