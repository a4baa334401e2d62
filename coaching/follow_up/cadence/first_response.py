"""How soon a lead was answered, in minutes in which its store was open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.domain.attempt import Attempt, Direction, LeadOutcome
from coaching.domain.hours import Hours
from coaching.domain.lead import Lead
from coaching.follow_up.cadence.presets import Cadence
from coaching.follow_up.cadence.stops import stop_of

A_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class FirstResponse:
    """minutes: of opening time, up to now where nobody answered yet. allowed: as the cadence says."""

    minutes: float
    allowed: int
    is_answered: bool

    @property
    def is_missed(self) -> bool:
        return self.minutes > self.allowed

    @property
    def is_decided(self) -> bool:
        return self.is_answered or self.is_missed


def first_response(
    lead: Lead,
    attempts: Sequence[Attempt],
    cadence: Cadence,
    hours: Hours,
    now: datetime,
    outcomes: Sequence[LeadOutcome] = (),
) -> FirstResponse | None:
    """By whatever way we wrote or called first. None where nobody knows when the lead arrived, where the cadence sets no time,
    and where the customer was faster than we had to be.
    """
    allowed = max((step.within_minutes for step in cadence.steps if step.within_minutes is not None), default=None)
    if lead.arrived_at is None or allowed is None or lead.arrived_at > now:
        return None
    ours = [one.at for one in attempts if one.direction is Direction.OUT and lead.arrived_at <= one.at <= now]
    if not ours and _is_over(lead, attempts, outcomes, hours, allowed):
        return None
    minutes = hours.between(lead.arrived_at, min(ours, default=now)) / A_MINUTE
    return FirstResponse(minutes, allowed, bool(ours))


def _is_over(lead: Lead, attempts: Sequence[Attempt], outcomes: Sequence[LeadOutcome], hours: Hours, allowed: int) -> bool:
    stop = stop_of(lead, attempts, outcomes)
    return stop is not None and lead.arrived_at is not None and hours.between(lead.arrived_at, stop.at) / A_MINUTE <= allowed
