"""When each step of a cadence is due for one lead, on the clock of its store."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

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
    answered_by = [step.within_minutes for step in cadence.steps if step.within_minutes is not None]
    first_day = hours.day_of(hours.after(arrived_at, timedelta(minutes=max(answered_by, default=0))))
    arrived_at = arrived_at.astimezone(UTC)
    planned = [_planned(step, arrived_at, first_day, hours) for step in cadence.steps]
    return tuple(sorted(planned, key=lambda one: (one.due_at, one.opens_at)))


def _planned(step: Step, arrived_at: datetime, first_day: date, hours: Hours) -> Planned:
    if step.within_minutes is not None:
        return Planned(step, arrived_at, hours.after(arrived_at, timedelta(minutes=step.within_minutes)))
    opens_at, due_at = _day_of(step.day, step.daypart, first_day, hours)
    return Planned(step, max(opens_at, arrived_at), max(due_at, arrived_at))


@lru_cache(maxsize=4096)  # a list of leads asks for the same few days
def _day_of(number: int, daypart: Daypart, first_day: date, hours: Hours) -> tuple[datetime, datetime]:
    """From midnight to the end of that part of the day on which a step of that day is to be done, at the latest on closing."""
    day = next(hours.open_days(first_day + (number - 1) * ONE_DAY))
    opening = hours.opening(day)
    assert opening is not None
    midnight, noon, four = (datetime.combine(day, clock, hours.zone).astimezone(UTC) for clock in (time(), NOON, LATE_AFTERNOON))
    ends = {Daypart.MORNING: noon, Daypart.MIDDAY: four}.get(daypart, opening[1])
    return midnight, min(ends, opening[1]) if ends > opening[0] else opening[1]
