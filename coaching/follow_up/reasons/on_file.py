"""The reasons for a call that are on file for one lead today."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from coaching.domain.lead import Lead
from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact

NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Reason:
    """said: one sentence as a customer hears it. id: of a fact of the lead ("answer") or of the store ("store fact 12").

    until: the last day on which it is true, None where it does not end.
    """

    id: str
    kind: ValueKind
    said: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """title: what a rep is asked for. example: what they may note. sentence: how it is said."""

    title: str
    example: str
    kind: ValueKind
    sentence: str


@cache
def prepared() -> Mapping[str, Prepared]:
    entries = tomllib.loads(files(__package__).joinpath("prepared.toml").read_text(encoding="utf-8"))
    return {key: Prepared(**{**entry, "kind": ValueKind(entry["kind"])}) for key, entry in entries.items()}


def can_be_noted(lead: Lead) -> Mapping[str, Prepared]:
    """Those of `prepared` of which all is on file that their sentence says besides."""
    known = {name for name, fact in lead.facts.items() if fact}
    return {key: one for key, one in prepared().items() if known.issuperset({*NAME.findall(one.sentence)} - {key})}


def as_said(one: Prepared, facts: Mapping[str, object]) -> str:
    """One sentence as a customer hears it. facts: all that it names."""
    return _sentence(NAME.sub(lambda name: str(facts[name[1]]), one.sentence))


def reasons_for(lead: Lead, store_facts: Iterable[StoreFact], today: date | None = None) -> tuple[Reason, ...]:
    """What was prepared for this customer first, then what the store has: what is for them and their vehicle before the rest.

    Without `today`, what is over and what is still to come too.
    """
    fitting = [fact for fact in store_facts if is_for(fact, lead) and (today is None or fact.holds_on(today))]
    return (*_prepared_for(lead), *(_reason(fact) for fact in sorted(fitting, key=_widest_last)))


def is_for(fact: StoreFact, lead: Lead) -> bool:
    """A fact about trade-ins is for those who have such a car; any other for those who asked for one."""
    trades_in = fact.kind is ValueKind.TRADE_IN
    theirs = str(lead.facts.get("trade_in" if trades_in else "vehicle") or "")
    if trades_in and not theirs:
        return False
    employer = str(lead.facts.get("employer") or "")
    of_vehicle = not fact.vehicles or any(names(theirs, vehicle) for vehicle in fact.vehicles)
    return of_vehicle and (not fact.employers or any(names(employer, one) for one in fact.employers))


def names(text: str, words: str) -> bool:
    """Do all of the words stand in the text, in this order and next to each other? "CR-V" is in "Honda CR-V Hybrid"."""
    return f" {_plain(words)} " in f" {_plain(text)} " if _plain(words) else False


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def _prepared_for(lead: Lead) -> Iterator[Reason]:
    for key, one in prepared().items():
        if all(lead.facts.get(name) for name in NAME.findall(one.sentence)):
            yield Reason(key, one.kind, as_said(one, lead.facts))


def _reason(fact: StoreFact) -> Reason:
    return Reason(f"store fact {fact.id}", fact.kind, _sentence(fact.text), fact.ends_on)


def _widest_last(fact: StoreFact) -> tuple[bool, bool, date, int]:
    return (not fact.employers, not fact.vehicles, fact.ends_on or date.max, fact.id)


def _sentence(said: str) -> str:
    said = " ".join(said.split()).rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
