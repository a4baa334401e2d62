"""How a store follows up: when it is open, by which cadence, and how its lead files are built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from coaching.domain.hours import USUAL


@dataclass(frozen=True, slots=True)
class FollowUpSettings:
    """week and closed_on: as in Hours. cadences: source of leads -> id of a cadence, "" for all other sources.

    columns: name of a column -> field, of the store's last CSV file.
    """

    week: Mapping[int, tuple[time, time]] = field(default_factory=lambda: USUAL)
    closed_on: frozenset[date] = frozenset()
    cadences: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
