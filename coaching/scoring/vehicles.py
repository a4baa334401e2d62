"""Vehicles among the words of a message: models of the table, in every way they are said, and the lead's own."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from coaching.scoring.around import phrase_before
from coaching.scoring.own_vehicles import OwnVehicles, garbled_own, sounds_like_own
from coaching.scoring.stores import makes
from coaching.scoring.vehicle_keys import LONGEST_MODEL, YEAR, key_of, models, vehicle_words
from coaching.scoring.vocabulary import Phrase, rows, word_lists, word_set
from coaching.scoring.words import SpokenWord, SpokenWords, folded

DESCRIBING_WORDS = 4  # between "the" and the model: "the white certified pre owned Pilot"
DIGITS_OF_A_SERIES = 3


@lru_cache(maxsize=64)  # asked for by the check and by all that leave the car's name out
def vehicles_named(words: tuple[SpokenWord, ...], own: OwnVehicles) -> tuple[tuple[int, int], ...]:
    return tuple(vehicles_in(words, own))


def vehicles_in(words: SpokenWords, own: OwnVehicles) -> Iterator[tuple[int, int]]:
    """(first, last) of every place where a particular model is named, the longest first at each place."""
    for first in range(len(words)):
        for last in range(min(first + LONGEST_MODEL, len(words)), first, -1):
            if _names_model(words, first, last, own):
                yield first, last
                break


def _names_model(words: SpokenWords, first: int, last: int, own: OwnVehicles) -> bool:
    texts = [word.text.removesuffix("'s") for word in words[first:last]]
    key = _singular(key_of(texts), own)
    if len(key) < 2:
        return False
    if last - first == 1 and sounds_like_own(words, first, key, own):
        return True
    if key in own.models | own.trims or garbled_own(key, texts, own):
        return key not in _weak() or _is_car(words, first, last, key, own=True)
    if key.isdigit() or (
        len(texts) > 1 and texts[0] in {"a", "i", "is", "as", "to", "for", "at"} and key[len(texts[0]) :].isdigit()
    ):
        return _is_numbered_model(key) and bool(phrase_before(words, first, makes()))
    return key in models() and (key not in _weak() or _is_car(words, first, last, key, own=False))


@lru_cache(maxsize=1024)
def _is_numbered_model(digits: str) -> bool:
    """ "BMW three thirty" is a 330i; the "twenty-two four" after "Chevy" is a price."""
    return digits in models() or (
        len(digits) == DIGITS_OF_A_SERIES and any(re.fullmatch(rf"{digits}[a-z]+", m) for m in models())
    )


def _singular(key: str, own: OwnVehicles) -> str:
    """ "two Siennas" are named as well as one."""
    if not key.endswith("s") or key in models() or key in own.models:
        return key
    one = key.removesuffix("s")
    return one if one in models() or one in own.models else key


@cache
def _weak() -> frozenset[str]:
    return vehicle_words("words_too") | vehicle_words("mostly_words")


def _is_car(words: SpokenWords, first: int, last: int, key: str, *, own: bool) -> bool:
    """Whether what stands around makes this word a car."""
    after = words[last].text if last < len(words) else ""
    if own and key not in vehicle_words("mostly_words"):
        return True
    before = _described_from(words, first)
    made = phrase_before(words, before, makes()) or phrase_before(words, first, makes())
    if (made and (own or _may_make(made, key))) or after in vehicle_words("car_after"):
        return True
    if any(_is_year(word.text) for word in words[before:first]):
        return True
    if key in vehicle_words("mostly_words") and not own and before == first:
        return False
    said = words[before - 1].text if before else ""
    determined = said in vehicle_words("determiners") or (said in vehicle_words("articles") and (own or before < first))
    return determined and (own or before < first or after not in vehicle_words("no_car_after"))


@cache
def _made_by() -> Mapping[Phrase, frozenset[str]]:
    made: dict[Phrase, set[str]] = {}
    for row in rows("vehicle_models"):
        made.setdefault(tuple(folded(row["make"])), set()).add(key_of(folded(row["model"])))
    return {make: frozenset(keys) for make, keys in made.items()}


def _may_make(make: Phrase, key: str) -> bool:
    """ "Lexus is" may be a car and "Hyundai is" none; of a make by another name, that it makes no "is"."""
    return key in _made_by().get(make, {key} - word_set(word_lists("names")["never_names"]))


def _described_from(words: SpokenWords, first: int) -> int:
    """Where the describing words before the model begin."""
    start = first
    while (
        start
        and first - start < DESCRIBING_WORDS
        and (words[start - 1].text in vehicle_words("describing") or _is_year(words[start - 1].text))
    ):
        start -= 1
    return start


def _is_year(word: str) -> bool:
    return bool(YEAR.fullmatch(word)) or (len(word) == 2 and word.isdigit())
