"""A particular vehicle named: a model, however it is said; a make alone is none."""

from collections.abc import Mapping
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.checks.spans import widest
from coaching.scoring.message import Judgement, Message, Span
from coaching.scoring.names import PersonName
from coaching.scoring.own_vehicles import OwnVehicles, is_on_file
from coaching.scoring.stores import stores_named
from coaching.scoring.vehicles import vehicles_named
from coaching.scoring.words import span_of, spoken_words


class VehicleCheck:
    """No options."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        if options:
            raise InvalidFile(f"the type vehicle takes no options; remove {', '.join(sorted(options))}.")

    def judge(self, message: Message) -> Judgement:
        words = spoken_words(message.text)
        store = widest(span_of(words[first:last]) for first, last in stores_named(words, message.context.rep.dealership))
        people = _people(message)
        own = OwnVehicles.on_file(message.context.facts)
        places = [at for at in vehicles_named(words, own) if at[1] - at[0] > 1 or words[at[0]].text not in people]
        spans = widest(span_of(words[first:last]) for first, last in places)
        named = tuple(span for span in spans if not any(span.overlaps(other) for other in store))
        if named:
            on_file = any(is_on_file(words[first:last], message.context.facts) for first, last in places)
            return Judgement(Outcome.MET, _praise(message, named[0], on_file), named)
        return Judgement(Outcome.NOT_MET, "You never said which vehicle you are calling about.")


def _praise(message: Message, named: Span, on_file: bool) -> str:
    """Says so where it is another than the lead's: one like it may be just the news, or the wrong lead was chosen."""
    asked_for = message.context.facts.get("vehicle")
    if on_file or not isinstance(asked_for, str) or not asked_for.strip():
        return f"You named the vehicle: “{message.quote(named)}”."
    return f"You named a vehicle: “{message.quote(named)}”. The one on file for this lead is another: {asked_for.strip()}."


def _people(message: Message) -> frozenset[str]:
    """Names on file: Sierra and Mercedes are people too."""
    names = (PersonName.on_file(message.context.rep.name), PersonName.on_file(message.context.customer_name))
    return frozenset(part for name in names for part in (*name.given[:1], *name.surname))
