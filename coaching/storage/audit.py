"""The history: entries are added in the transaction of what they tell about, and read by those who look after a store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Label, Row, and_, case, func, select

from coaching.domain.audit import Action, Entry, ListedEntry, Subject
from coaching.domain.people import PersonId, StoreId, Viewer
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import audit_entry, calibration_round, coaching_session, lead, person, practice, store, voicemail
from coaching.storage.visibility import history_for


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters; None takes nothing away. since, until: half open."""

    action: Action | None = None
    what: str | None = None
    by: PersonId | None = None
    store_id: StoreId | None = None
    subject: Subject | None = None
    subject_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        same = {
            audit_entry.c.action: self.action,
            audit_entry.c.what: self.what,
            audit_entry.c.person_id: self.by,
            audit_entry.c.store_id: self.store_id,
            audit_entry.c.subject: self.subject,
            audit_entry.c.subject_id: self.subject_id,
        }
        conditions = [column == value for column, value in same.items() if value is not None]
        if self.since is not None:
            conditions.append(audit_entry.c.at >= self.since)
        if self.until is not None:
            conditions.append(audit_entry.c.at < self.until)
        return conditions


EVERYTHING = Wanted()


def add(connection: Connection, entry: Entry) -> None:
    add_row(
        connection,
        audit_entry,
        at=entry.at,
        person_id=entry.by,
        action=entry.action,
        what=entry.what,
        subject=entry.subject,
        subject_id=entry.subject_id,
        store_id=entry.store_id,
        details=dict(entry.details),
    )


def listed(
    connection: Connection, viewer: Viewer, wanted: Wanted = EVERYTHING, *, limit: int | None = None, offset: int = 0
) -> Sequence[ListedEntry]:
    """The newest first."""
    about = _about().label("about")
    query = select(audit_entry, person.c.name, about, _of_practice()).outerjoin(person, person.c.id == audit_entry.c.person_id)
    ordered = query.where(*_seen(viewer, wanted)).order_by(audit_entry.c.id.desc()).limit(limit).offset(offset)
    return [ListedEntry(_entry(row), row.name or "", row.about, bool(row.is_practice)) for row in connection.execute(ordered)]


def count(connection: Connection, viewer: Viewer, wanted: Wanted = EVERYTHING) -> int:
    return connection.execute(select(func.count()).select_from(audit_entry).where(*_seen(viewer, wanted))).scalar_one()


def exists(connection: Connection, wanted: Wanted) -> bool:
    return connection.execute(select(audit_entry.c.id).where(*wanted.conditions()).limit(1)).first() is not None


def _seen(viewer: Viewer, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    return (history_for(viewer), *wanted.conditions())


def _about() -> ColumnElement[str | None]:
    """The name of the subject, looked up while it is on file: the history itself keeps none."""
    them = person.alias()
    customer = func.coalesce(lead.c.customer_name, "")
    of_voicemail = select(customer).select_from(voicemail.outerjoin(lead, lead.c.id == voicemail.c.lead_id))
    named = {
        Subject.VOICEMAIL: of_voicemail.where(voicemail.c.id == audit_entry.c.subject_id),
        Subject.LEAD: select(lead.c.customer_name).where(lead.c.id == audit_entry.c.subject_id),
        Subject.PERSON: select(them.c.name).where(them.c.id == audit_entry.c.subject_id),
        Subject.STORE: select(store.c.name).where(store.c.id == audit_entry.c.subject_id),
        Subject.SESSION: select(coaching_session.c.title).where(coaching_session.c.id == audit_entry.c.subject_id),
        Subject.ROUND: select(calibration_round.c.title).where(calibration_round.c.id == audit_entry.c.subject_id),
    }
    return case(*((audit_entry.c.subject == subject, name.scalar_subquery()) for subject, name in named.items()))


def _of_practice() -> Label[bool]:
    of_voicemail = audit_entry.c.subject == Subject.VOICEMAIL
    return and_(of_voicemail, audit_entry.c.subject_id.in_(select(practice.c.voicemail_id))).label("is_practice")


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(row.at, row.person_id, row.action, row.what, row.subject, row.subject_id, row.store_id, row.details)
