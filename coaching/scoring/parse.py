"""From what was said to a `Message`: read once, then asked by every check."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from coaching.domain.context import CallContext
from coaching.domain.scorecard import SpokenNumber
from coaching.domain.transcript import Transcript
from coaching.scoring.embeddings import shared_embedder
from coaching.scoring.heard import heard_words
from coaching.scoring.meanings import telling
from coaching.scoring.message import Message
from coaching.scoring.sentences import split_sentences

if TYPE_CHECKING:
    import numpy as np

NOTHING_KNOWN = CallContext()
# Messages: among so many most sentences find others of their length, and embedding takes 23 ms a message instead of 31.
TOGETHER = 16


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
        """One message for each, in order; TOGETHER at a time, whose sentences are embedded ahead and then remembered."""
        rest = iter(spoken)
        while messages := [self.parse(one.text, one.context, one.transcript) for one in islice(rest, TOGETHER)]:
            if len(messages) > 1:
                _embed([wording for message in messages for _, wording in telling(message.sentences)])
            yield from messages

    def parse(self, text: str, context: CallContext = NOTHING_KNOWN, transcript: Transcript | None = None) -> Message:
        return Message(text, split_sentences(heard_words(text, context)), context, transcript, _embed, self.find_numbers)


def _embed(sentences: list[str]) -> "np.ndarray":
    return shared_embedder()(sentences)
