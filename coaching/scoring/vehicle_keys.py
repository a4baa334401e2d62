"""One key for each model, in every way it is said, and the models that there are."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from coaching.scoring.vocabulary import rows, word_lists, word_set
from coaching.scoring.words import folded

LONGEST_MODEL = 4  # words: "f one five zero", "town and country"
YEAR = re.compile(r"(19[89]|20[0-3])\d")


@cache
def vehicle_words(key: str) -> frozenset[str]:
    return word_set(word_lists("vehicles")[key])


def key_of(words: Sequence[str]) -> str:
    """One spelling for all: "f one fifty", "F 150" and "F-150" are "f150"; "twenty five hundred" is "2500"."""
    return _key_of(tuple(words))


@lru_cache(maxsize=65536)  # every few words of a message are asked for, and most come again in the next
def _key_of(words: tuple[str, ...]) -> str:
    numbers, pieces = word_lists("vehicles")["numbers"], list[str]()
    for word in words:
        piece = numbers.get(word, word)
        ends_in_tens = bool(pieces) and re.fullmatch("[2-9]0", pieces[-1]) is not None
        if ends_in_tens and word in numbers and len(piece) == 1:
            pieces[-1] = str(int(pieces[-1]) + int(piece))
        else:
            pieces.append(piece)
    return re.sub(r"[^a-z0-9]", "", "".join(pieces))


@cache
def models() -> frozenset[str]:
    named = {key_of(folded(row["model"])) for row in rows("vehicle_models")}
    return frozenset(named | {key_of(folded(alias)) for alias in word_lists("vehicles")["aliases"]}) - {""}
