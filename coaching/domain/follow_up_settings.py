"""How a store follows up: when it is open, by which cadence, and how its lead files are built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from coaching.domain.hours import USUAL


@dataclass(frozen=True, slots=True)
class DailyLimits:
    """How often one lead may be called in a day, and how many of the calls may leave a voicemail; None: as the cadence says."""

    calls: int | None = None
    messages: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUpSettings:
    """week and closed_on: as in Hours. cadences: source of leads -> id of a cadence, "" for all other sources.

    limits: source of leads -> limits in place of those of its cadence, "" for all sources without a cadence of their own.
    columns: name of a column -> field, of the store's last CSV file.
    """

    week: Mapping[int, tuple[time, time]] = field(default_factory=lambda: USUAL)
    closed_on: frozenset[date] = frozenset()
    cadences: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, DailyLimits] = field(default_factory=dict)
