"""What stands directly before and after a place in a message."""

from coaching.scoring.vocabulary import Phrase, Phrases
from coaching.scoring.words import SpokenWords


def phrase_before(words: SpokenWords, at: int, phrases: Phrases) -> Phrase | None:
    """The longest of `phrases` that ends just before words[at]."""
    return next((p for n in phrases.lengths if n <= at and (p := _texts(words, at - n, at)) in phrases), None)


def phrase_after(words: SpokenWords, at: int, phrases: Phrases) -> Phrase | None:
    """The longest of `phrases` that begins at words[at]."""
    return next((p for n in phrases.lengths if at + n <= len(words) and (p := _texts(words, at, at + n)) in phrases), None)


def _texts(words: SpokenWords, first: int, last: int) -> Phrase:
    return tuple(word.text for word in words[first:last])
