"""The sentences of a message as the learned checks read them, prepared once for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coaching.domain.context import CallContext
from coaching.scoring.encoder import FIRST, LAST, Text
from coaching.scoring.marks import SIGN, own_words, with_marks
from coaching.scoring.meaning_model import MeaningModel
from coaching.scoring.message import Message, Span
from coaching.scoring.own_vehicles import OwnVehicles
from coaching.scoring.readers import MESSAGE, MOST_PIECES, STOP, load_reader, pieces_of
from coaching.scoring.sentences import Sentence

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

    @cached_property
    def read(self) -> Mapping[str, float]:
        """Criterion -> the chance that it is met, the message read as a whole."""
        return load_reader(MESSAGE)(text_of(self.wordings))

    def only(self, at: int) -> "Meanings":
        return Meanings(self.sentences[at : at + 1], self.wordings[at : at + 1], self.vectors[at : at + 1])


def meanings_of(message: Message, sentences: Sequence[Sentence]) -> Meanings:
    """sentences: of the message, all or some, or parts of them; those that say nothing are left out."""
    assert message.embed is not None
    kept = telling(sentences)
    own, own_cars = own_words(message.context), _own_cars(message.context)
    marked = tuple(with_marks(wording, own, sum(car in own_cars for car in sentence.cars)) for sentence, wording in kept)
    return Meanings(tuple(sentence for sentence, _ in kept), marked, message.embed([wording for _, wording in kept]))


def text_of(wordings: Sequence[str]) -> Text:
    """The signs are read as the words that they are named by."""
    plain = STOP.join(wordings).replace(SIGN, "").replace("_", "")
    return Text([FIRST, *pieces_of(plain)[: MOST_PIECES - 2], LAST])


def _own_cars(context: CallContext) -> frozenset[str]:
    """What they drive or bring in trade; the car that they asked for is in every message of every rep."""
    asked_for = OwnVehicles.on_file({"vehicle": context.facts.get("vehicle")})
    return OwnVehicles.on_file(context.facts).models - asked_for.models


def telling(sentences: Sequence[Sentence]) -> list[tuple[Sentence, str]]:
    """Those that say something, each with its wording."""
    return [(sentence, wording) for sentence in sentences if says_something(wording := sentence.wording)]


def says_something(wording: str) -> bool:
    return len(wording.split()) >= FEWEST_WORDS
