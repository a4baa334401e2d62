"""The vehicles of a lead: what they asked about and what they own, as the file has it and as it may be heard."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from coaching.scoring.around import phrase_after
from coaching.scoring.sound import likeness, sound_of
from coaching.scoring.stores import makes
from coaching.scoring.vehicle_keys import LONGEST_MODEL, YEAR, key_of, models, vehicle_words
from coaching.scoring.vocabulary import word_lists, word_set
from coaching.scoring.words import SpokenWords, folded, spoken_words

OWN_MODEL = 0.8  # likeness at which a word is taken for the model on file ("Tuscon" 0.83), chosen on the development sets
SHORTEST_GARBLE = 5  # shorter names resemble too many words
SAME_SOUND = 0.75  # of a common word in a car's place: "the tracks" for a Trax, "that scene" for a Sienna; "the same" is 0.58


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


def is_on_file(words: SpokenWords, facts: Mapping[str, object]) -> bool:
    """Whether these words name what the lead asked about or owns, be it more or less exactly than the file does."""
    own, key = OwnVehicles.on_file(facts), key_of([word.text.removesuffix("'s") for word in words])
    described = [key_of(folded(value)) for name, value in facts.items() if isinstance(value, str) and _tells_vehicle(name)]
    return (
        any(key in text for text in described)
        or any(key.startswith(model) for model in own.models)
        or any(likeness(key, model, SAME_SOUND) >= SAME_SOUND for model in own.models)
    )


def garbled_own(key: str, texts: Sequence[str], own: OwnVehicles) -> bool:
    """The "Tundra in" of "that Tundra in a text" is no garble of a Tundra: it is one, with the word beside it."""
    if len(key) < SHORTEST_GARBLE or key.isdigit() or texts[0] in word_set(word_lists("names")["never_names"]):
        return False
    fewer = {key_of(texts[at:end]) for at in range(len(texts)) for end in range(at + 1, len(texts) + 1)} - {key}
    if fewer & own.models:
        return False
    return any(likeness(key, model, OWN_MODEL) >= OWN_MODEL for model in own.models if len(model) >= SHORTEST_GARBLE)


def sounds_like_own(words: SpokenWords, first: int, key: str, own: OwnVehicles) -> bool:
    """Whatever its length, and a word as it may be: where the lead's own car is due, with the very sound of it."""
    if len(key) < SHORTEST_GARBLE or not first or words[first - 1].text not in vehicle_words("determiners"):
        return False
    return any(likeness(key, model, SAME_SOUND) >= SAME_SOUND and sound_of(key) == sound_of(model) for model in own.models)
