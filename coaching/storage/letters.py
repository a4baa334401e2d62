"""Weekly digests by mail: which were written, begun and sent, and who wants none."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import delete, select, update

from coaching.domain.job import JobKind, Priority
from coaching.domain.letter import Letter, LetterId
from coaching.domain.people import PersonId
from coaching.storage import jobs
from coaching.storage.database import Connection, add_row, set_row
from coaching.storage.tables import job, letter, no_mail


def write(connection: Connection, person_id: PersonId, week: date, now: datetime) -> LetterId:
    """With its job, so that neither is ever there without the other."""
    letter_id = LetterId(add_row(connection, letter, person_id=person_id, week=week))
    jobs.enqueue(connection, JobKind.LETTER, letter_id, Priority.BULK, now)
    return letter_id


def written(connection: Connection, weeks: Collection[date]) -> frozenset[tuple[PersonId, date]]:
    rows = connection.execute(select(letter.c.person_id, letter.c.week).where(letter.c.week.in_(weeks)))
    return frozenset((PersonId(person_id), week) for person_id, week in rows)


def get(connection: Connection, letter_id: LetterId) -> Letter:
    row = connection.execute(select(letter).where(letter.c.id == letter_id)).one()
    return Letter(row.id, row.person_id, row.week, row.begun_at, row.sent_at)


def last_of(connection: Connection, person_id: PersonId) -> Letter | None:
    """With the reason why it could not be sent."""
    query = select(letter, job.c.reason).outerjoin(job, job.c.letter_id == letter.c.id).where(letter.c.person_id == person_id)
    row = connection.execute(query.order_by(letter.c.week.desc()).limit(1)).one_or_none()
    return Letter(row.id, row.person_id, row.week, row.begun_at, row.sent_at, row.reason or "") if row else None


def begin(connection: Connection, letter_id: LetterId, at: datetime | None) -> None:
    """at: None takes it back: the server refused it, so that it may be sent again."""
    connection.execute(update(letter).where(letter.c.id == letter_id).values(begun_at=at))


def note_sent(connection: Connection, letter_id: LetterId, at: datetime) -> None:
    connection.execute(update(letter).where(letter.c.id == letter_id).values(sent_at=at))


def wants_none(connection: Connection) -> frozenset[PersonId]:
    return frozenset(map(PersonId, connection.scalars(select(no_mail.c.person_id))))


def choose(connection: Connection, person_id: PersonId, *, wanted: bool, now: datetime) -> None:
    if wanted:
        connection.execute(delete(no_mail).where(no_mail.c.person_id == person_id))
    else:
        set_row(connection, no_mail, person_id=person_id, at=now)
