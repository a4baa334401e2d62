"""For which lead a recording was left: by what its file is called, and by whom it speaks to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from coaching.domain.lead import Lead
from coaching.follow_up.leads.identity import digits, plain
from coaching.follow_up.vehicles import model_of
from coaching.scoring.names import PersonName
from coaching.scoring.words import folded, spoken_words

OPENING_WORDS = 25  # in which a caller says whom they are speaking to
HEARD_WELL = 0.85  # likeness of the sounds; "Deneese" is Denise, "Dennis" is somebody else
SHORTEST_REFERENCE = 3  # characters; "12" may be a day or a counter


@dataclass(frozen=True, slots=True)
class Match:
    """leads: who it may have been for, the likeliest first; sure: there is one, and nobody needs to be asked."""

    leads: tuple[Lead, ...]
    sure: bool


NOBODY = Match((), False)


def match_recording(file_name: str, said: str, leads: Sequence[Lead]) -> Match:
    """said: "" where the recording was not heard yet. Sure only of what two people could not both be."""
    named = [lead for lead in leads if _in_file_name(lead, file_name)]
    heard = [lead for lead in leads if _spoken_to(lead, said)]
    if len(named) == 1 and (not said or not heard or named[0] in heard):
        return Match((named[0],), sure=True)
    told = [lead for lead in heard if _surname_heard(lead, said) or _vehicle_named(lead, said)]
    if len(told) == 1 and not named:
        return Match((told[0],), sure=True)
    everybody = _each_once(*[lead for lead in named if lead in heard], *told, *named, *heard)
    return Match(everybody, sure=False) if everybody else NOBODY


def _in_file_name(lead: Lead, file_name: str) -> bool:
    stem = PurePath(file_name.replace("\\", "/")).stem
    name, reference = plain(lead.customer_name), plain(lead.reference or "")
    numbers = {digits(run) for run in re.findall(r"\d[\d ().-]{8,}\d", stem)}
    return (
        (" " in name and f" {name} " in f" {plain(stem)} ")
        or (len(reference) >= SHORTEST_REFERENCE and f" {reference} " in f" {plain(stem)} ")
        or any(digits(phone) in numbers for phone in lead.phones)
    )


def _spoken_to(lead: Lead, said: str) -> bool:
    return _heard(lead, said, lambda name: name)


def _surname_heard(lead: Lead, said: str) -> bool:
    return _heard(lead, said, lambda name: PersonName((), name.surname))


def _heard(lead: Lead, said: str, part: Callable[[PersonName], PersonName]) -> bool:
    name = part(PersonName.on_file(lead.customer_name))
    return any(name.heard_in(spoken_words(said)[:OPENING_WORDS], HEARD_WELL))


def _vehicle_named(lead: Lead, said: str) -> bool:
    model = "".join(folded(model_of(str(lead.facts.get("vehicle") or ""))))
    return bool(model) and model in "".join(folded(said))


def _each_once(*leads: Lead) -> tuple[Lead, ...]:
    return tuple({lead.id: lead for lead in leads}.values())
