"""What people write down: an attempt that was no recording, what came of it, what was prepared for a lead."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind, Direction, LeadOutcome, LeadOutcomeKind
from coaching.domain.lead import LeadId
from coaching.domain.people import Viewer
from coaching.errors import CoachingError, UnknownName
from coaching.follow_up.reasons.on_file import prepared
from coaching.services.parts import Services
from coaching.storage import attempts, leads

IN_THE_FUTURE = "This time is still to come. Note what has happened, not what is planned."
ALSO_NOTED = ("greeting", "note")


def note_attempt(
    services: Services,
    viewer: Viewer,
    lead_id: LeadId,
    kind: AttemptKind,
    at: datetime,
    *,
    direction: Direction = Direction.OUT,
    asks_permission: bool = False,
    note: str = "",
) -> AttemptId:
    """Made by the viewer, or by the customer where it came in. Raises NotFound, CoachingError."""
    _refuse_future(services, at)
    made = Attempt(AttemptId(""), lead_id, kind, at, viewer.role, viewer.id, direction, asks_permission, note=note.strip())
    with services.database.writing() as connection:
        leads.get(connection, viewer, lead_id)
        return attempts.add(connection, made)


def note_outcome(services: Services, viewer: Viewer, outcome: LeadOutcome) -> None:
    """A wish for no contact becomes the lead's own. Raises NotFound, CoachingError."""
    _refuse_future(services, outcome.at)
    with services.database.writing() as connection:
        lead = leads.get(connection, viewer, outcome.lead_id)
        attempts.add_outcome(connection, outcome)
        if outcome.kind is LeadOutcomeKind.OPTED_OUT and lead.consent.opted_out_at is None:
            leads.set_consent(connection, lead.id, replace(lead.consent, opted_out_at=outcome.at))


def refuse_calls(services: Services, viewer: Viewer, lead_id: LeadId, at: datetime) -> None:
    """The customer asked not to be called. Raises NotFound, CoachingError."""
    _refuse_future(services, at)
    with services.database.writing() as connection:
        lead = leads.get(connection, viewer, lead_id)
        leads.set_consent(connection, lead_id, replace(lead.consent, call_refused_at=at))


def note_facts(services: Services, viewer: Viewer, lead_id: LeadId, facts: Mapping[str, str]) -> None:
    """What a rep prepared (the keys of `prepared`), how the customer greets, a note; "" takes a fact back.

    Raises NotFound, and UnknownName for another fact.
    """
    for name in facts:
        if name not in (*prepared(), *ALSO_NOTED):
            raise UnknownName("fact to note", name, [*prepared(), *ALSO_NOTED])
    with services.database.writing() as connection:
        lead = leads.get(connection, viewer, lead_id)
        kept = {**lead.facts, **{name: fact.strip() for name, fact in facts.items()}}
        leads.set_facts(connection, lead_id, {name: fact for name, fact in kept.items() if fact != ""})


def _refuse_future(services: Services, at: datetime) -> None:
    if at > services.now():
        raise CoachingError(IN_THE_FUTURE)
