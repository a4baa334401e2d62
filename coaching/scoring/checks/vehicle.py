"""A particular vehicle named: a model, however it is said; a make alone is none."""

from collections.abc import Mapping
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.checks.spans import widest
from coaching.scoring.message import Judgement, Message
from coaching.scoring.names import PersonName
from coaching.scoring.stores import stores_named
from coaching.scoring.vehicles import OwnVehicles, vehicles_named
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
        spans = widest(
            span_of(words[first:last])
            for first, last in vehicles_named(words, OwnVehicles.on_file(message.context.facts))
            if last - first > 1 or words[first].text not in people
        )
        named = tuple(span for span in spans if not any(span.overlaps(other) for other in store))
        if named:
            return Judgement(Outcome.MET, f"You named the vehicle: “{message.quote(named[0])}”.", named)
        return Judgement(Outcome.NOT_MET, "You never said which vehicle you are calling about.")


def _people(message: Message) -> frozenset[str]:
    """Names on file: Sierra and Mercedes are people too."""
    names = (PersonName.on_file(message.context.rep.name), PersonName.on_file(message.context.customer_name))
    return frozenset(part for name in names for part in (*name.given[:1], *name.surname))
