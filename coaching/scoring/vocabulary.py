"""The word lists of the rubrics, read once."""

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from coaching.scoring.words import folded

# A list lies beside the rubrics, where trainers look for it; reading a file of theirs is not importing their code.
VOCABULARY = Path(__file__).parent.parent / "rubrics" / "vocabulary"

Phrase = tuple[str, ...]


@cache
def word_lists(name: str) -> Mapping[str, Any]:
    return tomllib.loads((VOCABULARY / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    with (VOCABULARY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


class Phrases:
    """A set of phrases, looked up by what stands in a message; lengths: in words, the longest first."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = frozenset(phrases)
        self.lengths = tuple(sorted({len(phrase) for phrase in self._phrases}, reverse=True))

    def __contains__(self, phrase: Phrase) -> bool:
        return phrase in self._phrases

    def __iter__(self) -> Iterator[Phrase]:
        return iter(sorted(self._phrases))

    def __or__(self, other: "Phrases") -> "Phrases":
        return Phrases(self._phrases | other._phrases)


def phrases(texts: Iterable[str]) -> Phrases:
    return Phrases(folded(text) for text in texts)


@cache
def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())
