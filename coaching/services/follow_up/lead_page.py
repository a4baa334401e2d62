"""One lead as its page shows it, and all leads as their list shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.domain.attempt import AttemptId
from coaching.domain.lead import Lead, LeadId
from coaching.domain.people import Viewer
from coaching.follow_up.cadence.adherence import Adherence, Counts
from coaching.follow_up.cadence.breaches import Breach, breaches
from coaching.follow_up.cadence.deadlines import Deadline
from coaching.follow_up.cadence.presets import Cadence
from coaching.follow_up.cadence.stops import Stop, stop_of
from coaching.follow_up.card import STILL_TO_DO, Card, card
from coaching.follow_up.timeline import Timeline, timeline
from coaching.services.follow_up.history import History, histories, read_history
from coaching.services.parts import Services


@dataclass(frozen=True, slots=True)
class LeadPage:
    """time_zone: of the store, an IANA name."""

    lead: Lead
    time_zone: str
    rep_name: str
    cadence: Cadence
    timeline: Timeline
    card: Card
    adherence: Adherence
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, slots=True)
class LeadLine:
    """next_deadline: the first thing still to do, None where nothing is."""

    lead: Lead
    rep_name: str
    counts: Counts
    adherence: Adherence
    next_deadline: Deadline | None
    stop: Stop | None


def read_lead(services: Services, viewer: Viewer, lead_id: LeadId) -> LeadPage:
    """Raises NotFound also for a lead that the viewer may not see."""
    now = services.now()
    with services.database.reading() as connection:
        known = read_history(connection, viewer, lead_id)
    due = known.deadlines(now)
    return LeadPage(
        known.lead,
        known.store.time_zone,
        _rep_name(known),
        known.cadence,
        timeline(known.lead, known.attempts, known.heard, due, now, known.outcomes, _repeated_ids(known)),
        _card(known, now),
        Adherence.of(due),
        breaches(known.lead, known.attempts, known.cadence, known.hours, known.outcomes),
    )


def list_follow_up(services: Services, viewer: Viewer) -> Sequence[LeadLine]:
    """What is most pressing first, then the leads for which nothing is due."""
    now = services.now()
    with services.database.reading() as connection:
        known = list(histories(connection, viewer))
    return sorted((_line(one, now) for one in known), key=_pressing)


def _line(known: History, now: datetime) -> LeadLine:
    due = known.deadlines(now)
    return LeadLine(
        known.lead,
        _rep_name(known),
        Counts.of(known.attempts),
        Adherence.of(due),
        next((deadline for deadline in due if deadline.state in STILL_TO_DO), None),
        stop_of(known.lead, known.attempts, known.outcomes),
    )


def _pressing(line: LeadLine) -> tuple[bool, float, str, int]:
    due = line.next_deadline
    return due is None, due.due_at.timestamp() if due else 0.0, line.lead.customer_name, line.lead.id


def _card(known: History, now: datetime) -> Card:
    line = known.rep.direct_line if known.rep else ""
    return card(known.lead, line, known.attempts, known.heard, known.store_facts, known.cadence, known.hours, now, known.outcomes)


def _rep_name(known: History) -> str:
    return known.rep.name if known.rep else ""


def _repeated_ids(known: History) -> dict[str, AttemptId]:
    """Scorecards name an earlier message by the id of its voicemail, as text."""
    return {str(attempt.voicemail_id): attempt.id for attempt in known.attempts if attempt.voicemail_id is not None}
