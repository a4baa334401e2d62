"""What stands directly before and after a place in a message."""

from collections.abc import Sequence

from coaching.scoring.vocabulary import Phrase
from coaching.scoring.words import SpokenWord


def phrase_before(words: Sequence[SpokenWord], at: int, phrases: Sequence[Phrase]) -> Phrase | None:
    """The first of `phrases` that ends just before words[at]."""
    return next((p for p in phrases if len(p) <= at and _same(words[at - len(p) : at], p)), None)


def phrase_after(words: Sequence[SpokenWord], at: int, phrases: Sequence[Phrase]) -> Phrase | None:
    """The first of `phrases` that begins at words[at]."""
    return next((p for p in phrases if _same(words[at : at + len(p)], p)), None)


def _same(words: Sequence[SpokenWord], phrase: Phrase) -> bool:
    return len(words) == len(phrase) and all(word.text == wanted for word, wanted in zip(words, phrase, strict=True))
