"""The card before dialling: everything a rep should look at in the ten seconds before the call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.domain.attempt import Attempt, LeadOutcome
from coaching.domain.hours import Hours
from coaching.domain.lead import Lead
from coaching.domain.store_fact import StoreFact
from coaching.follow_up.cadence.breaches import Breach, before_dialling
from coaching.follow_up.cadence.deadlines import Deadline, State, deadlines
from coaching.follow_up.cadence.presets import Cadence
from coaching.follow_up.cadence.stops import Stop, stop_of
from coaching.follow_up.reasons.ledger import Heard, Ledger, ledger
from coaching.follow_up.reasons.on_file import Reason
from coaching.scoring.shown import FULL_STOP

STILL_TO_DO = (State.DUE, State.WARNING, State.AHEAD)


@dataclass(frozen=True, slots=True)
class Card:
    """say: the best reason that was not told yet. held_back: what calling now would go against; empty: go ahead.

    last_greeting: how the last message began, "" where that was heard badly.
    their_greeting: what was noted about the customer's own, to match its tone.
    """

    lead: Lead
    say: Reason | None
    ledger: Ledger
    direct_line: str
    last_greeting: str
    their_greeting: str
    held_back: tuple[Breach, ...]
    next_deadline: Deadline | None
    stop: Stop | None


def card(
    lead: Lead,
    direct_line: str,
    attempts: Sequence[Attempt],
    heard: Sequence[Heard],
    store_facts: Sequence[StoreFact],
    cadence: Cadence,
    hours: Hours,
    now: datetime,
    outcomes: Sequence[LeadOutcome] = (),
) -> Card:
    known = ledger(lead, heard, store_facts, hours.day_of(now))
    due = deadlines(lead, attempts, cadence, hours, now, outcomes)
    latest = max(heard, key=lambda one: one.attempt.at, default=None)
    return Card(
        lead=lead,
        say=next(iter(known.unused), None),
        ledger=known,
        direct_line=direct_line,
        last_greeting=_greeting(latest) if latest else "",
        their_greeting=str(lead.facts.get("greeting") or ""),
        held_back=before_dialling(lead, attempts, cadence, hours, now, outcomes),
        next_deadline=next((deadline for deadline in due if deadline.state in STILL_TO_DO), None),
        stop=stop_of(lead, attempts, outcomes),
    )


def _greeting(heard: Heard) -> str:
    text = heard.text.strip()
    stop = FULL_STOP.search(text)
    first = text[: stop.end()].rstrip() if stop else text
    return first if heard.can_be_quoted(0, len(first)) else ""
