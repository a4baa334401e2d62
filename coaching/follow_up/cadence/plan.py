"""When each step of a cadence is due for one lead, on the clock of its store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from operator import attrgetter

from coaching.domain.hours import ONE_DAY, Hours
from coaching.follow_up.cadence.presets import Cadence, Daypart, Step

NOON, LATE_AFTERNOON = time(12), time(16)


@dataclass(frozen=True, slots=True)
class Planned:
    """opens_at: from when on an attempt counts for this step; due_at: the last moment at which it keeps it. Both UTC."""

    step: Step
    opens_at: datetime
    due_at: datetime


def plan(cadence: Cadence, arrived_at: datetime, hours: Hours) -> tuple[Planned, ...]:
    """The steps in the order in which they are due."""
    arrived_at = arrived_at.astimezone(UTC)
    at_once = [
        Planned(step, arrived_at, hours.after(arrived_at, timedelta(minutes=step.within_minutes)))
        for step in cadence.steps
        if step.within_minutes is not None
    ]
    first_day = hours.day_of(max((one.due_at for one in at_once), default=hours.after(arrived_at, timedelta())))
    later = [one if one.opens_at >= arrived_at else _since(arrived_at, one) for one in _by_day(cadence, first_day, hours)]
    return tuple(sorted(at_once + later, key=attrgetter("due_at", "opens_at")))


def _since(arrived_at: datetime, one: Planned) -> Planned:
    return Planned(one.step, arrived_at, max(one.due_at, arrived_at))


@lru_cache(maxsize=1024)  # the leads of one day have the same plan, but for its beginning
def _by_day(cadence: Cadence, first_day: date, hours: Hours) -> Sequence[Planned]:
    return [Planned(step, *_day_of(step, first_day, hours)) for step in cadence.steps if step.within_minutes is None]


def _day_of(step: Step, first_day: date, hours: Hours) -> tuple[datetime, datetime]:
    """From midnight to the end of that part of the day on which it is to be done, at the latest on closing."""
    day = next(hours.open_days(first_day + (step.day - 1) * ONE_DAY))
    opening = hours.opening(day)
    assert opening is not None
    midnight, noon, four = (datetime.combine(day, clock, hours.zone).astimezone(UTC) for clock in (time(), NOON, LATE_AFTERNOON))
    ends = {Daypart.MORNING: noon, Daypart.MIDDAY: four}.get(step.daypart, opening[1])
    return midnight, min(ends, opening[1]) if ends > opening[0] else opening[1]
