"""Sentences as vectors: all-MiniLM-L6-v2 (int8 ONNX), mean pooled and normalised."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from coaching.scoring.encoder import DIMENSIONS, Text, packaged_encoder, tokenizer

if TYPE_CHECKING:
    import numpy as np

REMEMBERED = 4096  # vectors, 6 MB
MAX_PIECES = 128  # what the model was trained with; a sentence of a voicemail has 5 to 40
# Sentences about as long go through the model together: a message's seven take 31 ms so and 39 one by one, most of which is
# reading the weights. Filling up short ones by more costs what it saves.
FILLED_UP = 2  # pieces


class SentenceEmbedder:
    """Call it with sentences, get float32 of shape (len(sentences), 384), each row of length one.

    Vectors are remembered by text, those asked for last the longest, because openings, sign-offs and earlier messages of a
    lead come up again and again.

    Raises InvalidFile where the installed weights are not the ones that the verdicts were trained with.
    """

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._encode, self._most = packaged_encoder(), remembered
        self._remembered: OrderedDict[str, np.ndarray] = OrderedDict()

    def __call__(self, sentences: list[str]) -> "np.ndarray":
        import numpy as np

        if not sentences:
            return np.zeros((0, DIMENSIONS), np.float32)
        known = {one: vector for one in sentences if (vector := self._remembered.get(one)) is not None}
        known |= self._embedded(one for one in dict.fromkeys(sentences) if one not in known)
        self._remember(known)
        return np.stack([known[one] for one in sentences])

    def _embedded(self, sentences: Iterable[str]) -> "dict[str, np.ndarray]":
        import numpy as np

        vectors = {}
        for alike in _alike([(one, _pieces(one)) for one in sentences]):
            for (sentence, _), pieces in zip(alike, self._encode([text for _, text in alike]), strict=True):
                mean = pieces.mean(axis=0)
                vectors[sentence] = (mean / np.linalg.norm(mean)).astype(np.float32)
        return vectors

    def _remember(self, vectors: "dict[str, np.ndarray]") -> None:
        """Others may remember at the same time: voicemails are judged side by side."""
        for sentence, vector in vectors.items():
            self._remembered.pop(sentence, None)
            self._remembered[sentence] = vector
        while len(self._remembered) > self._most:
            self._remembered.popitem(last=False)


def _pieces(sentence: str) -> Text:
    first, *pieces, last = tokenizer().encode(sentence).ids
    return Text([first, *pieces[: MAX_PIECES - 2], last])


def _alike(sentences: Sequence[tuple[str, Text]]) -> Iterator[list[tuple[str, Text]]]:
    """Those whose lengths differ by no more than FILLED_UP together."""
    together: list[tuple[str, Text]] = []
    for sentence, text in sorted(sentences, key=lambda one: len(one[1])):
        if together and len(text) - len(together[0][1]) > FILLED_UP:
            yield together
            together = []
        together.append((sentence, text))
    if together:
        yield together


@cache
def shared_embedder() -> SentenceEmbedder:
    """The one embedder of this process, loaded when it is first needed (half a second, 60 MB)."""
    return SentenceEmbedder()
