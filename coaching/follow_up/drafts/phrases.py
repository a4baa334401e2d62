"""The phrase bank, and which of its phrasings can be used with what is on file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf
from typing import Any

NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """phrases: with {names}. first, later: in which attempts. from_s: the shortest draft it goes into.

    always_from_s: the shortest draft that it is never left out of.
    """

    id: str
    phrases: tuple[str, ...]
    first: bool
    later: bool
    from_s: float
    always_from_s: float

    def belongs(self, attempt: int, asked_s: float) -> bool:
        return (self.first if attempt == 1 else self.later) and asked_s >= self.from_s

    def is_needed(self, asked_s: float) -> bool:
        return asked_s >= self.always_from_s


@cache
def parts() -> tuple[Part, ...]:
    return tuple(_part(entry) for entry in _toml("phrases.toml")["part"])


@cache
def blanks() -> Mapping[str, str]:
    """name -> what the rep is to put in its place."""
    return _toml("blanks.toml")


def usable(part: Part, known: Mapping[str, str], asked_s: float) -> tuple[str, ...]:
    """Its phrasings with the fewest unknown names: none, or, of a part that is needed, as few as can be."""
    fewest = min(len(unknown(phrase, known)) for phrase in part.phrases)
    if fewest and not part.is_needed(asked_s):
        return ()
    return tuple(phrase for phrase in part.phrases if len(unknown(phrase, known)) == fewest)


def filled(phrase: str, known: Mapping[str, str]) -> str:
    return NAME.sub(lambda name: known.get(name[1]) or f"[{blanks()[name[1]]}]", phrase)


def unknown(phrase: str, known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name in NAME.findall(phrase) if not known.get(name))


def _part(entry: Mapping[str, Any]) -> Part:
    attempts = entry.get("attempts")
    return Part(
        entry["id"],
        tuple(entry["phrases"]),
        first=attempts != "later",
        later=attempts != "first",
        from_s=entry.get("from_s", 0.0),
        always_from_s=entry.get("always_from_s", inf),
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
