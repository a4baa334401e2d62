"""The facts of a passage in one form, so that "no interest, three years" meets "zero percent for thirty-six"."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parent / "facts.toml"
CUES = "cue_"  # how the kinds begin that speak about the message itself, not about the offer
ROUTINE = "routine"  # the kind of phrases that only sound like a fact
GAP = r"[\s-]+"
UP_TO_THREE_WORDS = r"(?:[\w'-]+\s+){0,3}?"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """kind and value as facts.toml names them ("event", "arrived"); text[start:end] says so."""

    kind: str
    value: str
    start: int
    end: int

    @property
    def meaning(self) -> tuple[str, str]:
        return self.kind, self.value


def find_facts(text: str) -> tuple[Fact, ...]:
    """What facts.toml knows, in the order it is said. Amounts are found by amounts.py."""
    said = text.replace("’", "'")
    found = [
        Fact(kind, value, match.start(), match.end())
        for kind, values in _lexicon().items()
        for value, pattern in values.items()
        for match in pattern.finditer(said)
    ]
    return tuple(sorted((fact for fact in found if _stands(fact, found)), key=lambda fact: (fact.start, fact)))


def _stands(fact: Fact, found: Sequence[Fact]) -> bool:
    """Whether it is a fact and not part of a longer phrase with another meaning ("gone" in "gone through")."""
    return fact.kind != ROUTINE and not any(
        other.start <= fact.start and fact.end <= other.end and other.end - other.start > fact.end - fact.start
        for other in found
        if other.kind == ROUTINE or other.kind == fact.kind or (other.kind.startswith(CUES) and fact.kind.startswith(CUES))
    )


@cache
def _lexicon() -> dict[str, dict[str, re.Pattern[str]]]:
    kinds = tomllib.loads(LEXICON.read_text(encoding="utf-8"))
    return {kind: {value: _pattern(phrases) for value, phrases in values.items()} for kind, values in kinds.items()}


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_spoken, longest_first)) + r")(?!\w)", re.IGNORECASE)


def _spoken(phrase: str) -> str:
    """ "marked ... down" as a pattern; words may be joined by a space or a hyphen."""
    words = (re.escape(word).replace(r"\*", r"[\w']*") for word in phrase.split())
    return GAP.join(words).replace(re.escape("...") + GAP, UP_TO_THREE_WORDS)
