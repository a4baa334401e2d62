"""What came of reading a file of leads."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.domain.lead import ArrivedLead
from coaching.follow_up.csv_table import BadRow
from coaching.follow_up.leads.identity import identities


class BadLead(BadRow):
    """One lead of a file that cannot be used; the others still can."""


@dataclass(frozen=True, slots=True)
class Refused:
    """line: where it begins in the file, from 1. sentence: what is wrong with it and what to do."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Of a lead that comes in all the same. line: as in `Refused`. sentence: what it lacks and what to do."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Read:
    line: int
    lead: ArrivedLead


@dataclass(frozen=True, slots=True)
class Reading:
    """The leads of a file, each once, and what could not be used, both in the order of the file."""

    leads: tuple[Read, ...]
    refused: tuple[Refused, ...]

    @classmethod
    def of(cls, found: Iterable[Read | Refused]) -> "Reading":
        leads: list[Read] = []
        refused: list[Refused] = []
        first_line: dict[str, int] = {}
        for one in found:
            if isinstance(one, Refused):
                refused.append(one)
                continue
            keys = identities(one.lead)
            earlier = next((first_line[key] for key in keys if key in first_line), None)
            if earlier is None:
                leads.append(one)
                first_line |= dict.fromkeys(keys, one.line)
            else:
                refused.append(Refused(one.line, f"The same lead as in line {earlier}; it was taken once."))
        return cls(tuple(leads), tuple(refused))
