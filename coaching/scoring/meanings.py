"""The sentences of a message as the learned checks read them, prepared once for all of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coaching.scoring.marks import own_words, with_marks
from coaching.scoring.meaning_model import MeaningModel
from coaching.scoring.message import Message, Span
from coaching.scoring.wording import names_on_file, plain_wording

if TYPE_CHECKING:
    import numpy as np

FEWEST_WORDS = 2  # a single word ("Alright.") says nothing that could be judged


@dataclass(frozen=True)
class Meanings:
    """Of the sentences that say something, in order: spans, wordings (words and signs, see `marks`) and vectors of the words."""

    spans: tuple[Span, ...]
    wordings: tuple[str, ...]
    vectors: "np.ndarray"

    def scores(self, model: MeaningModel) -> list[float]:
        return model.scores(self.wordings, self.vectors)

    def only(self, at: int) -> "Meanings":
        return Meanings(self.spans[at : at + 1], self.wordings[at : at + 1], self.vectors[at : at + 1])


def meanings_of(message: Message) -> Meanings:
    assert message.embed is not None
    names = names_on_file(message.context)
    said = [(span, plain_wording(message.quote(span), names)) for span in message.sentences]
    kept = [(span, wording) for span, wording in said if len(wording.split()) >= FEWEST_WORDS]
    own = own_words(message.context)
    marked = tuple(with_marks(wording, own) for _, wording in kept)
    return Meanings(tuple(span for span, _ in kept), marked, message.embed([wording for _, wording in kept]))
