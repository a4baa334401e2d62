"""What was done to reach a lead, and what came of it. Recorded voicemails are attempts by being there."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, select

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind, LeadOutcome
from coaching.domain.lead import LeadId
from coaching.domain.people import Role, Viewer
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import attempt, lead, lead_outcome, person, voicemail
from coaching.storage.visibility import leads_for


def add(connection: Connection, made: Attempt) -> AttemptId:
    """The id of `made` is not looked at."""
    attempt_id = add_row(
        connection,
        attempt,
        lead_id=made.lead_id,
        kind=made.kind,
        direction=made.direction,
        at=made.at,
        person_id=made.person_id,
        role=made.role,
        asks_permission=made.asks_permission,
        note=made.note,
    )
    return AttemptId(f"attempt {attempt_id}")


def of_lead(connection: Connection, lead_id: LeadId) -> Sequence[Attempt]:
    """Oldest first, the recorded voicemails among them."""
    noted = [_noted(row) for row in connection.execute(select(attempt).where(attempt.c.lead_id == lead_id))]
    left = _voicemails().where(voicemail.c.lead_id == lead_id)
    return sorted([*noted, *(_recorded(row) for row in connection.execute(left))], key=lambda one: (one.at, one.id))


def by_lead(
    connection: Connection, viewer: Viewer, among: Collection[LeadId] | None = None
) -> Mapping[LeadId, Sequence[Attempt]]:
    """As `of_lead`, of every lead that the viewer may see and to whom anything was done. among: of these alone."""
    theirs = _seen(viewer, among)
    noted = select(attempt).join(lead, lead.c.id == attempt.c.lead_id).where(theirs)
    left = _voicemails().join(lead, lead.c.id == voicemail.c.lead_id).where(theirs)
    found: dict[LeadId, list[Attempt]] = defaultdict(list)
    for one in [*map(_noted, connection.execute(noted)), *map(_recorded, connection.execute(left))]:
        found[one.lead_id].append(one)
    return {lead_id: sorted(made, key=lambda one: (one.at, one.id)) for lead_id, made in found.items()}


def outcomes_by_lead(
    connection: Connection, viewer: Viewer, among: Collection[LeadId] | None = None
) -> Mapping[LeadId, Sequence[LeadOutcome]]:
    query = select(lead_outcome).join(lead, lead.c.id == lead_outcome.c.lead_id).where(_seen(viewer, among))
    found: dict[LeadId, list[LeadOutcome]] = defaultdict(list)
    for row in connection.execute(query.order_by(lead_outcome.c.at, lead_outcome.c.id)):
        found[LeadId(row.lead_id)].append(_outcome(row))
    return found


def add_outcome(connection: Connection, outcome: LeadOutcome) -> None:
    values = {"kind": outcome.kind, "at": outcome.at, "number": outcome.number, "path": outcome.path}
    add_row(connection, lead_outcome, lead_id=outcome.lead_id, **values)


def outcomes_of(connection: Connection, lead_id: LeadId) -> Sequence[LeadOutcome]:
    """Oldest first."""
    query = select(lead_outcome).where(lead_outcome.c.lead_id == lead_id).order_by(lead_outcome.c.at, lead_outcome.c.id)
    return [_outcome(row) for row in connection.execute(query)]


def _seen(viewer: Viewer, among: Collection[LeadId] | None) -> ColumnElement[bool]:
    return leads_for(viewer) if among is None else and_(leads_for(viewer), lead.c.id.in_(among))


def _voicemails() -> Select[Any]:
    """What `_recorded` reads."""
    columns = (voicemail.c[name] for name in ("id", "lead_id", "left_at", "received_at", "rep_id"))
    return select(*columns, person.c.role).outerjoin(person, person.c.id == voicemail.c.rep_id)


def _outcome(row: Row[tuple[object, ...]]) -> LeadOutcome:
    return LeadOutcome(row.lead_id, row.kind, row.at, row.number, row.path)


def _noted(row: Row[tuple[object, ...]]) -> Attempt:
    return Attempt(
        AttemptId(f"attempt {row.id}"),
        row.lead_id,
        row.kind,
        row.at,
        row.role,
        row.person_id,
        row.direction,
        row.asks_permission,
        note=row.note,
    )


def _recorded(row: Row[tuple[object, ...]]) -> Attempt:
    return Attempt(
        AttemptId(f"voicemail {row.id}"),
        row.lead_id,
        AttemptKind.VOICEMAIL,
        row.left_at or row.received_at,
        row.role or Role.REP,
        row.rep_id,
        voicemail_id=row.id,
    )
