"""Where one thought ends and the next begins, by the words alone: a recogniser's full stops come and go."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.scoring.heard import CAR, HeardWord, wording
from coaching.scoring.message import Span
from coaching.scoring.sentence_ends import ends_model
from coaching.scoring.vehicle_keys import key_of

LONGEST = 24  # words; longer thoughts blur in one vector (measured in the first trial of sentence embeddings)
COMFORTABLE = 14  # words; a longer piece is also split where a thought only may end
SHORTEST, SHORTEST_OF_LONG = 3, 4  # words on either side of such a split, and of one that only length demands
ENDS, MAY_END = 0.0, -2.0  # log odds of an end between two words; the second was tried from -2 to none over unseen authors
NEVER = -math.inf  # log odds where none can end
GOES_ON = frozenset({"don't", "dont", "never"})  # "don't text me" is one thought; "if you don't, text me" is two
WHO = frozenset({"i", "you", "y'all", "ya", "we", "they", "he", "she", "it", "that", "folks", "people"})
OFF_CENTRE = 0.5  # log odds that a split at the edge of a piece costs against one in its middle


@dataclass(frozen=True, slots=True)
class Sentence:
    """words: at least one."""

    words: tuple[HeardWord, ...]

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def wording(self) -> str:
        """As the models read it."""
        return wording(self.words)

    @property
    def cars(self) -> tuple[str, ...]:
        """The keys of the models named, as `vehicles` has them, each time they are."""
        return tuple(key_of(word.said.removesuffix("'s").split()) for word in self.words if word.text == CAR)


def split_sentences(words: Sequence[HeardWord]) -> tuple[Sentence, ...]:
    """Together they hold every word once, in order."""
    said = [word.text for word in words]
    odds = [NEVER if _goes_on(said, at) else end for at, end in enumerate(ends_model().odds(said))]
    return tuple(Sentence(tuple(words[first:last])) for first, last in _parts(odds, 0, len(words)))


def _goes_on(said: Sequence[str], at: int) -> bool:
    """Whether the word before this one asks for it."""
    return at > 0 and said[at - 1] in GOES_ON and (at < 2 or said[at - 2] not in WHO)


def _parts(odds: Sequence[float], first: int, last: int) -> list[tuple[int, int]]:
    """The piece itself, or its two halves around the best place, each split again. odds[i]: of an end before word i."""
    places = [place for place in range(first + 1, last) if _may_part(odds[place], place - first, last - place)]
    if not places:
        return [(first, last)] if first < last else []
    middle, length = (first + last) / 2, last - first
    best = max(places, key=lambda place: (odds[place] - OFF_CENTRE * abs(place - middle) * 2 / length, -place))
    return [*_parts(odds, first, best), *_parts(odds, best, last)]


def _may_part(odds: float, before: int, after: int) -> bool:
    length, shorter = before + after, min(before, after)
    return odds > NEVER and (
        odds > ENDS
        or (length > COMFORTABLE and odds > MAY_END and shorter >= SHORTEST)
        or (length > LONGEST and shorter >= SHORTEST_OF_LONG)
    )
