"""What became of each step: kept, late, missed, or still to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coaching.domain.attempt import CALLS, Attempt, AttemptKind, Direction, LeadOutcome
from coaching.domain.hours import Hours
from coaching.domain.lead import Lead
from coaching.domain.people import Role
from coaching.follow_up.cadence.plan import Planned, plan
from coaching.follow_up.cadence.presets import Cadence, Channel, Step
from coaching.follow_up.cadence.stops import Stop, Why, stop_of

# The warning comes in the last third of the time there is, and never more than an hour ahead: earlier ones are not believed.
WARNING_SHARE, LONGEST_WARNING = 1 / 3, timedelta(hours=1)
KINDS = {
    Channel.CALL: CALLS,
    Channel.EMAIL: frozenset({AttemptKind.EMAIL}),
    Channel.WRITE: frozenset({AttemptKind.EMAIL, AttemptKind.TEXT, AttemptKind.SOCIAL}),
}


class State(StrEnum):
    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"
    WARNING = "warning"
    DUE = "due"
    AHEAD = "ahead"
    DROPPED = "dropped"
    """Nothing is to be done any more: the customer answered, or asked not to be called, or for no contact at all."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """attempt: what kept the step, in time or late."""

    step: Step
    opens_at: datetime
    due_at: datetime
    state: State
    attempt: Attempt | None = None


def deadlines(
    lead: Lead,
    attempts: Sequence[Attempt],
    cadence: Cadence,
    hours: Hours,
    now: datetime,
    outcomes: Sequence[LeadOutcome] = (),
) -> tuple[Deadline, ...]:
    """In the order in which they are due; none for a lead of which nobody knows when it arrived."""
    if lead.arrived_at is None:
        return ()
    stop = stop_of(lead, attempts, outcomes)
    unused = sorted((one for one in attempts if one.direction is Direction.OUT and one.at <= now), key=lambda one: one.at)
    planned = plan(cadence, lead.arrived_at, hours)
    found: list[Deadline] = []
    for place, one in enumerate(planned):
        attempt = _keeping(one, planned[place + 1 :], unused) if unused else None
        if attempt:
            unused.remove(attempt)
        state = _state(one, attempt, lead, stop, now)
        found.append(Deadline(one.step, one.opens_at, one.due_at, state, attempt))
    return tuple(found)


def _keeping(planned: Planned, later: Sequence[Planned], unused: Sequence[Attempt]) -> Attempt | None:
    """The first attempt that fits, in time or late; late ends where the next step of that channel begins."""
    next_opens = min((one.opens_at for one in later if one.step.channel is planned.step.channel), default=None)
    for attempt in unused:
        too_late = next_opens is not None and attempt.at > planned.due_at and attempt.at >= next_opens
        if attempt.at >= planned.opens_at and not too_late and _fits(attempt, planned.step):
            return attempt
    return None


def _fits(attempt: Attempt, step: Step) -> bool:
    by_whom = step.by is not Role.MANAGER or attempt.role is Role.MANAGER
    return by_whom and attempt.kind in KINDS[step.channel] and (attempt.asks_permission or not step.asks_permission)


def _state(planned: Planned, attempt: Attempt | None, lead: Lead, stop: Stop | None, now: datetime) -> State:
    if attempt:
        return State.KEPT if attempt.at <= planned.due_at else State.LATE
    if _dropped(planned, lead, stop):
        return State.DROPPED
    if now > planned.due_at:
        return State.MISSED
    if now < planned.opens_at:
        return State.AHEAD
    warning = min((planned.due_at - planned.opens_at) * WARNING_SHARE, LONGEST_WARNING)
    return State.WARNING if now >= planned.due_at - warning else State.DUE


def _dropped(planned: Planned, lead: Lead, stop: Stop | None) -> bool:
    """Who wants no contact is never held against anybody, not even what was missed before they said so."""
    refused_at = lead.consent.call_refused_at
    if stop and (stop.why is Why.OPTED_OUT or planned.due_at >= stop.at):
        return True
    return planned.step.channel is Channel.CALL and refused_at is not None and planned.due_at >= refused_at
