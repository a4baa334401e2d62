"""Whose number it is, by the words around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coaching.domain.scorecard import SpokenNumber
from coaching.scoring.message import Message, Span
from coaching.scoring.names import called, nicknames

# How far words may stand from the number that they present, in words; the end of a sentence counts as several. "My cell"
# presents a number two sentences on, "it rings right here" only one beside it.
FARTHEST, FARTHEST_OF_IT = 32, 8
SENTENCE_COUNTS, CONJUNCTION_COUNTS = 6, 4
NEAREST_WORDS = 4  # "you've got my cell, it's ..." presents only what follows at once

_WORD = re.compile(r"[\w'’]+")
_SENTENCE = re.compile(r"[.?!](?=\s)")
_TURN = re.compile(r"[.?!]\s|\b(?:or|otherwise|but|and|instead|if)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Regular expressions. own: names of the caller's own line; own_by_name: the same by a caller who says {name} of
    themselves; of_it: what is said of such a line; institution: the store's.

    not_theirs, mentioned: words that look like `own` but give the line to somebody else, or speak of it without giving
    it. denial: what stands before a thing that is not so.
    """

    own: Sequence[str]
    own_by_name: Sequence[str]
    of_it: Sequence[str]
    institution: Sequence[str]
    not_theirs: Sequence[str]
    mentioned: Sequence[str]
    denial: Sequence[str]


@dataclass(frozen=True, slots=True)
class Presented:
    """A number and the words that call it the caller's own."""

    number: SpokenNumber
    words: Span

    @property
    def passage(self) -> Span:
        """The passage from the one to the other."""
        number = Span.of(self.number)
        first, second = sorted((self.words, number))
        return Span(first.start, max(first.end, second.end))

    @property
    def decisive(self) -> tuple[Span, ...]:
        return tuple(sorted((self.words, Span.of(self.number))))


class Presenting:
    """Finds which numbers of a message are called the caller's own."""

    def __init__(self, phrases: Phrases) -> None:
        self._own, self._of_it, self._institution = _any(phrases.own), _any(phrases.of_it), _any(phrases.institution)
        self._own_by_name = tuple(phrases.own_by_name)
        self._not_theirs, self._mentioned = _any(phrases.not_theirs), _any(phrases.mentioned)
        self._denied = re.compile(rf"\b(?:{'|'.join(phrases.denial)})\s+(?:\w+\s+)?$", re.IGNORECASE)

    def presented(self, message: Message) -> list[Presented]:
        """In the order of the words. Each phrase presents the number that it stands nearest to, and no other."""
        found = [(cue, self._nearest(cue, farthest, message)) for cue, farthest in self._cues(message)]
        return [Presented(number, cue) for cue, number in found if number is not None]

    def own_words(self, message: Message) -> list[Span]:
        """Where a line of the caller's own is named, be it without digits."""
        return sorted([*_spans(self._own, message.text), *self._named(message)])

    def _named(self, message: Message) -> list[Span]:
        pattern = _by_name(self._own_by_name, called(message.context.rep.name))
        return _spans(pattern, message.text) if pattern else []

    def _cues(self, message: Message) -> Iterator[tuple[Span, int]]:
        """The words that call a line the caller's own, each with how far from its number it may stand."""
        text, numbers, named = message.text, message.numbers, self._named(message)
        foreign = [span for span in _spans(self._not_theirs, text) if not any(span.overlaps(own) for own in named)]
        mentioned = _spans(self._mentioned, text)
        denied_places = [span for span in _spans(self._institution, text) if self._is_denied(span, text)]
        farthest = dict.fromkeys([*_spans(self._of_it, text), *denied_places], FARTHEST_OF_IT)
        farthest |= dict.fromkeys([*_spans(self._own, text), *named], FARTHEST)
        for cue in sorted(farthest):
            if any(cue.overlaps(other) for other in foreign) or (cue not in denied_places and self._is_denied(cue, text)):
                continue
            if any(cue.overlaps(other) for other in mentioned) and not _is_followed_at_once(cue, text, numbers):
                continue
            yield cue, farthest[cue]

    def _is_denied(self, span: Span, text: str) -> bool:
        return bool(self._denied.search(text[: span.start]))

    def _nearest(self, cue: Span, farthest: int, message: Message) -> SpokenNumber | None:
        reachable = [
            (_distance(cue, number, message.text), at)
            for at, number in enumerate(message.numbers)
            if not self._is_cut_off(cue, number, message)
        ]
        distance, at = min(reachable, default=(farthest + 1, 0))
        return message.numbers[at] if distance <= farthest else None

    def _is_cut_off(self, cue: Span, number: SpokenNumber, message: Message) -> bool:
        """Another number stands between them, or the store does: "my cell, or the store at 555-0100"."""
        between = _between(cue, number)
        if any(between.start <= other.start_char < between.end for other in message.numbers if other is not number):
            return True
        places = [span for span in _spans(self._institution, message.text) if between.start <= span.start < between.end]
        return any(not self._is_denied(place, message.text) and _turns(cue, place, message.text) for place in places)


def _is_followed_at_once(cue: Span, text: str, numbers: Sequence[SpokenNumber]) -> bool:
    return any(
        number.start_char >= cue.end
        and len(_WORD.findall(text[cue.end : number.start_char])) <= NEAREST_WORDS
        and not _SENTENCE.search(text[cue.end : number.start_char])
        for number in numbers
    )


def _between(cue: Span, number: SpokenNumber) -> Span:
    if cue.end <= number.start_char:
        return Span(cue.end, number.start_char)
    return Span(number.end_char, max(number.end_char, cue.start))


def _distance(cue: Span, number: SpokenNumber, text: str) -> int:
    between = _between(cue, number)
    words = text[between.start : between.end]
    turns = len(re.findall(r"\b(?:or|and|otherwise)\b", words, re.IGNORECASE))
    return len(_WORD.findall(words)) + SENTENCE_COUNTS * len(_SENTENCE.findall(words)) + CONJUNCTION_COUNTS * turns


def _turns(cue: Span, place: Span, text: str) -> bool:
    first, second = sorted((cue, place))
    return bool(_TURN.search(text[first.end : second.start]))


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


@lru_cache(maxsize=1024)  # a store's reps
def _by_name(patterns: tuple[str, ...], name: str) -> re.Pattern[str] | None:
    """None where no name is on file."""
    names = "|".join(re.escape(one) for one in sorted({name.lower(), *nicknames().get(name.lower(), ())}))
    return _any(pattern.replace("{name}", f"(?:{names})") for pattern in patterns) if name else None


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
