"""The facts of a passage in one form, so that "no interest, three years" meets "zero percent for thirty-six"."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parent / "facts.toml"
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
    plain = text.replace("’", "'")
    return tuple(
        sorted(
            Fact(kind, value, match.start(), match.end())
            for kind, values in _lexicon().items()
            for value, pattern in values.items()
            for match in pattern.finditer(plain)
        )
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
