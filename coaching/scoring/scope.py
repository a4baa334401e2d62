"""What changes the meaning of words nearby, as in ConText: a target, modifiers with a direction and a reach.

"Don't text me": the target is "text me", the modifier "don't" reaches forward over it. A word that ends a thought ("but",
"or") ends the reach too. The modifiers that were found are kept, so that a verdict can be explained.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from coaching.errors import InvalidFile
from coaching.scoring.phrases import Place, SpokenText, compile_patterns

DIRECTIONS = ("before", "after")
KEYS = {"means", "direction", "reach", "patterns", "unless_between", "within_thought"}
DEFAULT_REACH = 4  # words; voicemails negate closely ("please do not ever text")


@dataclass(frozen=True)
class Modifier:
    """means: what it makes of the target ("refused"); direction: where it stands as seen from the target; reach: in words
    between the two; ended_by: words between the two that keep it from reaching. within_thought: whether the end of a thought
    keeps it too ("for hospital people. Text my cell")."""

    means: str
    direction: str
    reach: int
    pattern: re.Pattern[str]
    ended_by: frozenset[str]
    within_thought: bool = False

    @classmethod
    def read(cls, values: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> "Modifier":
        unknown = set(values) - KEYS
        if unknown:
            raise InvalidFile(f"'modifier' has {', '.join(sorted(unknown))}. Allowed: {', '.join(sorted(KEYS))}.")
        if values.get("direction") not in DIRECTIONS:
            raise InvalidFile(
                f"'direction' of a modifier must be one of {', '.join(DIRECTIONS)}, not {values.get('direction')!r}."
            )
        return cls(
            means=str(values["means"]),
            direction=str(values["direction"]),
            reach=int(values.get("reach", DEFAULT_REACH)),
            pattern=compile_patterns(values["patterns"], lists),
            ended_by=frozenset(values.get("unless_between", ())),
            within_thought=bool(values.get("within_thought", False)),
        )

    def reaches(self, text: SpokenText, target: Place, thoughts: Set[int] = frozenset()) -> Place | None:
        """Where it stands, when it changes the target; it may share words with its target, but begins (or ends) outside it.

        thoughts: the words with which a thought begins.
        """
        return next((place for place in text.find(self.pattern) if self._bears_on(text, place, target, thoughts)), None)

    def _bears_on(self, text: SpokenText, place: Place, target: Place, thoughts: Set[int]) -> bool:
        first, last = (place, target) if self.direction == "before" else (target, place)
        if first[0] >= last[0] or first[1] > last[1]:
            return False
        if self.within_thought and not thoughts.isdisjoint(range(first[0] + 1, last[0] + 1)):
            return False
        between = text.words[first[1] : last[0]]
        return len(between) <= self.reach and not any(word.text in self.ended_by for word in between)


@dataclass(frozen=True, slots=True)
class Modified:
    """A target and what bears on it, in the order of the criterion's file."""

    target: Place
    by: tuple[tuple[Modifier, Place], ...]


def targets_in(
    text: SpokenText, targets: re.Pattern[str], modifiers: Sequence[Modifier], thoughts: Set[int] = frozenset()
) -> Iterator[Modified]:
    """thoughts: the words with which a thought begins."""
    for target in text.find(targets):
        found = ((modifier, modifier.reaches(text, target, thoughts)) for modifier in modifiers)
        yield Modified(target, tuple((modifier, place) for modifier, place in found if place))
