"""The word lists of the rubrics, read once."""

import csv
import tomllib
from collections.abc import Iterable, Mapping
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


def phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    """Longest first, so that "hey there" is tried before "hey"."""
    return tuple(sorted({folded(text) for text in texts}, key=lambda phrase: (-len(phrase), phrase)))


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())
