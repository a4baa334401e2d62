"""What people write down: an attempt that was no recording, what came of it, what was prepared for a lead."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind, Direction, LeadOutcome, LeadOutcomeKind
from coaching.domain.lead import Consent, Lead, LeadId
from coaching.domain.people import PersonId, Role, Viewer
from coaching.errors import CoachingError, UnknownName
from coaching.follow_up.reasons.on_file import prepared
from coaching.services.auditing import note_change
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
    by: Role | None = None,
    direction: Direction = Direction.OUT,
    asks_permission: bool = False,
    note: str = "",
) -> AttemptId:
    """by: who made it where the viewer did not: the lead's rep, or a manager (not named). Raises NotFound, CoachingError."""
    _refuse_future(services, at)
    with services.database.writing() as connection:
        lead = leads.get(connection, viewer, lead_id)
        person = _maker(viewer, lead, by)
        role = by or viewer.role
        made = Attempt(AttemptId(""), lead_id, kind, at, role, person, direction, asks_permission, note=note.strip())
        note_change(services, connection, viewer, "attempt", lead, kind=kind.value, direction=direction.value)
        return attempts.add(connection, made)


def note_outcome(services: Services, viewer: Viewer, outcome: LeadOutcome) -> None:
    """A wish for no contact becomes the lead's own. Raises NotFound, CoachingError."""
    _refuse_future(services, outcome.at)
    with services.database.writing() as connection:
        lead = leads.get(connection, viewer, outcome.lead_id)
        attempts.add_outcome(connection, outcome)
        note_change(services, connection, viewer, "outcome", lead, kind=outcome.kind.value)
        if outcome.kind is LeadOutcomeKind.OPTED_OUT and lead.consent.opted_out_at is None:
            leads.set_consent(connection, lead.id, replace(lead.consent, opted_out_at=outcome.at))


def refuse_calls(services: Services, viewer: Viewer, lead_id: LeadId, at: datetime) -> None:
    """The customer asked not to be called. Raises NotFound, CoachingError."""
    _keep_wish(services, viewer, lead_id, at, lambda consent: replace(consent, call_refused_at=at))


def agree_to_texts(services: Services, viewer: Viewer, lead_id: LeadId, at: datetime) -> None:
    """The customer agreed to be sent texts. Raises NotFound, CoachingError."""
    _keep_wish(services, viewer, lead_id, at, lambda consent: replace(consent, texts_agreed_at=at))


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
        note_change(services, connection, viewer, "facts", lead, facts=" ".join(sorted(facts)))


def _maker(viewer: Viewer, lead: Lead, by: Role | None) -> PersonId | None:
    if by is None or by is viewer.role:
        return viewer.id
    return lead.rep_id if by is Role.REP else None


def _keep_wish(services: Services, viewer: Viewer, lead_id: LeadId, at: datetime, changed: Callable[[Consent], Consent]) -> None:
    _refuse_future(services, at)
    with services.database.writing() as connection:
        lead = leads.get(connection, viewer, lead_id)
        leads.set_consent(connection, lead_id, changed(lead.consent))
        note_change(services, connection, viewer, "wishes", lead)


def _refuse_future(services: Services, at: datetime) -> None:
    if at > services.now():
        raise CoachingError(IN_THE_FUTURE)
