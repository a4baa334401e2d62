"""Vehicles among the words of a message: models of the table, in every way they are said, and the lead's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from coaching.scoring.around import phrase_after, phrase_before
from coaching.scoring.sound import likeness, sound_of
from coaching.scoring.stores import makes
from coaching.scoring.vocabulary import Phrase, rows, word_lists, word_set
from coaching.scoring.words import SpokenWord, SpokenWords, folded, spoken_words

LONGEST_MODEL = 4  # words: "f one five zero", "town and country"
OWN_MODEL = 0.8  # likeness at which a word is taken for the model on file ("Tuscon" 0.83), chosen on the development sets
SHORTEST_GARBLE = 5  # shorter names resemble too many words
SAME_SOUND = 0.75  # of a common word in a car's place: "the tracks" for a Trax, "that scene" for a Sienna; "the same" is 0.67
DESCRIBING_WORDS = 4  # between "the" and the model: "the white certified pre owned Pilot"
DIGITS_OF_A_SERIES = 3
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


@dataclass(frozen=True)
class OwnVehicles:
    """models, trims: keys of what the lead asked about or owns ("crv"; "wilderness")."""

    models: frozenset[str]
    trims: frozenset[str]

    @classmethod
    def on_file(cls, facts: Mapping[str, object]) -> "OwnVehicles":
        described = [
            _model_and_trims(value) for key, value in sorted(facts.items()) if isinstance(value, str) and _tells_vehicle(key)
        ]
        return cls(frozenset().union(*(models for models, _ in described)), frozenset().union(*(trims for _, trims in described)))


def _tells_vehicle(key: str) -> bool:
    return any(word in key for word in ("vehicle", "trade", "model", "car", "lease"))


@lru_cache(maxsize=1024)
def _model_and_trims(description: str) -> tuple[frozenset[str], frozenset[str]]:
    """What may be said for "2025 GMC Sierra 1500 Elevation (used)": sierra and sierra1500, and the trim elevation."""
    described = spoken_words(re.sub(r"\(.*?\)", "", description))
    made = [(at, make) for at in range(len(described)) if (make := phrase_after(described, at, makes()))]
    at, make = made[0] if made and made[0][0] + len(made[0][1]) < len(described) else (0, ())
    after_make = [word.text for word in described[at + len(make) :] if not YEAR.fullmatch(word.text)]
    words = list(takewhile(lambda word: word not in vehicle_words("about_ownership"), after_make))
    if not words:
        return frozenset(), frozenset()
    named = [key_of(words[:n]) for n in range(1, min(LONGEST_MODEL, len(words)) + 1) if key_of(words[:n]) in models()]
    trims = [word for word in words[1:] if len(word) >= SHORTEST_GARBLE and word not in vehicle_words("plain_trims")]
    return frozenset(named or [key_of(words[:1])]), frozenset(trims)


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


def is_on_file(words: SpokenWords, facts: Mapping[str, object]) -> bool:
    """Whether these words name what the lead asked about or owns, be it more or less exactly than the file does."""
    own, key = OwnVehicles.on_file(facts), key_of([word.text.removesuffix("'s") for word in words])
    described = [key_of(folded(value)) for name, value in facts.items() if isinstance(value, str) and _tells_vehicle(name)]
    return (
        any(key in text for text in described)
        or any(key.startswith(model) for model in own.models)
        or any(likeness(key, model, SAME_SOUND) >= SAME_SOUND for model in own.models)
    )


def _names_model(words: SpokenWords, first: int, last: int, own: OwnVehicles) -> bool:
    texts = [word.text.removesuffix("'s") for word in words[first:last]]
    key = _singular(key_of(texts), own)
    if len(key) < 2:
        return False
    if last - first == 1 and _sounds_like_own(words, first, key, own):
        return True
    if key in own.models | own.trims or _garbled_own(key, texts, own):
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


def _garbled_own(key: str, texts: Sequence[str], own: OwnVehicles) -> bool:
    """The "Tundra in" of "that Tundra in a text" is no garble of a Tundra: it is one, with the word beside it."""
    if len(key) < SHORTEST_GARBLE or key.isdigit() or texts[0] in word_set(word_lists("names")["never_names"]):
        return False
    said = {key_of([text]) for text in texts}
    return any(likeness(key, model, OWN_MODEL) >= OWN_MODEL for model in own.models - said if len(model) >= SHORTEST_GARBLE)


def _sounds_like_own(words: SpokenWords, first: int, key: str, own: OwnVehicles) -> bool:
    """Whatever its length, and a word as it may be: where the lead's own car is due, with the very sound of it."""
    if len(key) < SHORTEST_GARBLE or not first or words[first - 1].text not in vehicle_words("determiners"):
        return False
    return any(likeness(key, model, SAME_SOUND) >= SAME_SOUND and sound_of(key) == sound_of(model) for model in own.models)


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
    """ "Lexus is" may be a car and "Hyundai is" none; of a make by another name ("Chevy") nothing is known."""
    return key in _made_by().get(make, {key})


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
