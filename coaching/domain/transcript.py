"""What was heard: words with times and probabilities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word without white space ("240-555-0142" is one). Times in seconds from the start of the recording.

    probability: 0 to 1; where an engine's pieces were joined into one word, that of the least certain piece.
    """

    text: str
    start_s: float
    end_s: float
    probability: float


@dataclass(frozen=True)
class Transcript:
    """The words of one recording in order; no words means that no speech was found.

    `text` is the words joined by single spaces, and `spans[i]` the (start, end) characters of word i in it.
    `options` are the engine's own, kept so that a transcript can be made again.
    """

    words: tuple[Word, ...]
    language: str
    engine: str
    model: str
    options: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        spans, at = [], 0
        for word in self.words:
            spans.append((at, at + len(word.text)))
            at += len(word.text) + 1
        return tuple(spans)

    def words_within(self, start_char: int, end_char: int) -> tuple[Word, ...]:
        """The words that share at least one character with text[start_char:end_char]."""
        return tuple(
            word for word, (start, end) in zip(self.words, self.spans, strict=True) if start < end_char and end > start_char
        )
