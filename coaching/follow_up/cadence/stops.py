"""What ends a cadence: an answer, or the wish to be left alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coaching.domain.attempt import Attempt, AttemptKind, Direction, LeadOutcome, LeadOutcomeKind
from coaching.domain.lead import Lead


class Why(StrEnum):
    OPTED_OUT = "opted_out"
    WRONG_NUMBER = "wrong_number"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Stop:
    at: datetime
    why: Why


def stop_of(lead: Lead, attempts: Sequence[Attempt], outcomes: Sequence[LeadOutcome] = ()) -> Stop | None:
    """The wish for no contact wins over everything, whenever it came; else whatever came first."""
    wishes = [outcome.at for outcome in outcomes if outcome.kind is LeadOutcomeKind.OPTED_OUT]
    wishes += [lead.consent.opted_out_at] if lead.consent.opted_out_at else []
    if wishes:
        return Stop(min(wishes), Why.OPTED_OUT)
    answers = [Stop(attempt.at, Why.ANSWERED) for attempt in attempts if _answers(attempt, lead.consent.call_refused_at)]
    ends = [Stop(outcome.at, _why(outcome)) for outcome in outcomes]
    return min(answers + ends, key=lambda stop: stop.at, default=None)


def _answers(attempt: Attempt, call_refused_at: datetime | None) -> bool:
    """A message that only says "do not call me" leaves the other channels open, so it is no end."""
    if attempt.kind is AttemptKind.CONVERSATION:
        return True
    return attempt.direction is Direction.IN and (call_refused_at is None or attempt.at > call_refused_at)


def _why(outcome: LeadOutcome) -> Why:
    return Why.WRONG_NUMBER if outcome.kind is LeadOutcomeKind.WRONG_NUMBER else Why.ANSWERED
