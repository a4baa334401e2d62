"""What of a message tells who was called, who called, and how to reach them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coaching.domain.mentions import MASK
from coaching.domain.transcript import Transcript
from coaching.scoring.name_places import NameRules, Place
from coaching.scoring.names import PersonName
from coaching.scoring.numbers import digit_spans
from coaching.scoring.people_named import people_named
from coaching.scoring.words import SpokenWords, folded, span_of, spoken_words

# Masking a word too many costs less than a name too few, so this is below what the verdicts ask for (0.8, checks.name).
LIKE_A_NAME = 0.7
_DIGIT = r"(?:\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
# Five digits and more: a price or a year has four, and what is longer is a number to call or to look somebody up by.
_DIGITS = re.compile(rf"\b{_DIGIT}(?:[\s().,\-–+]{{0,3}}{_DIGIT}){{4,}}\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+|\b[\w.]+ at [\w. ]{1,40}? dot (?:com|net|org)\b", re.IGNORECASE)
# Who was erased is no longer in the text, and still in the sound.
_ERASED = re.compile(f"{MASK}+")


class Hidden(StrEnum):
    NAME = "[name]"
    NUMBER = "[number]"
    ADDRESS = "[address]"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words first to last (half open) of a transcript, and what they told."""

    first: int
    last: int
    hidden: Hidden


def passages(transcript: Transcript, names: Sequence[str], stores: Sequence[str]) -> list[Passage]:
    """In order, none over another.

    names: of people on file, found however they were spelt; others by their place in the message, or by spaCy.
    stores: by their words.
    """
    at: list[Hidden | None] = [None] * len(transcript.words)
    for start, end, hidden in _spans(transcript.text, names, stores):
        for word, (word_start, word_end) in enumerate(transcript.spans):
            if word_start < end and word_end > start:
                at[word] = hidden
    return list(_runs(at))


def redacted_text(transcript: Transcript, found: Sequence[Passage], first: int = 0, last: int | None = None) -> str:
    """Of the words first to last (half open)."""
    end = len(transcript.words) if last is None else last
    said, here = [], first
    for one in found:
        if one.first < end and one.last > first:
            said += [word.text for word in transcript.words[here : one.first]] + [one.hidden.value]
            here = one.last
    return " ".join([*said, *(word.text for word in transcript.words[here:end])])


def _spans(text: str, names: Sequence[str], stores: Sequence[str]) -> Iterator[tuple[int, int, Hidden]]:
    words, rules = spoken_words(text), NameRules()
    for name in names:
        for first, last in _heard(PersonName.on_file(name), words, rules):
            span = span_of(words[first:last])
            yield span.start, span.end, Hidden.NAME
    for first, last in [*rules.addressed(words), *rules.introduced(words, plainly=True)]:
        span = span_of(words[first:last])
        yield span.start, span.end, Hidden.NAME
    for person in people_named(text):
        yield person.start, person.end, Hidden.NAME
    for store in stores:
        wanted = folded(store)
        for first in range(len(words) - len(wanted) + 1):
            if wanted and tuple(word.text for word in words[first : first + len(wanted)]) == wanted:
                span = span_of(words[first : first + len(wanted)])
                yield span.start, span.end, Hidden.NAME
    for start, end in [*digit_spans(text), *(found.span() for found in _DIGITS.finditer(text))]:
        yield start, end, Hidden.NUMBER
    for found in _ERASED.finditer(text):
        yield *found.span(), Hidden.NAME
    for found in _ADDRESS.finditer(text):
        yield found.start(), found.end(), Hidden.ADDRESS


def _heard(name: PersonName, words: SpokenWords, rules: NameRules) -> Iterator[Place]:
    """A word by itself, and words that one name fell into only where none of them is a name alone ("hi karen")."""
    heard = [one for one in name.heard_in(words, LIKE_A_NAME) if words[one.first].text not in rules.never]
    alone = {one.first for one in heard if one.last - one.first == 1}
    for one in heard:
        if one.last - one.first == 1 or alone.isdisjoint(range(one.first, one.last)):
            yield one.first, one.last


def _runs(at: Sequence[Hidden | None]) -> Iterator[Passage]:
    first = 0
    for place in range(1, len(at) + 1):
        if place == len(at) or at[place] != at[first]:
            hidden = at[first]
            if hidden is not None:
                yield Passage(first, place, hidden)
            first = place
