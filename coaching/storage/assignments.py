"""Assignments with those of their reps whom the viewer may see: a rep learns of nobody else's."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import Row, Select, insert, select, update

from coaching.domain.assignment import Asked, AssignedRep, Assignment, AssignmentId, Ending
from coaching.domain.people import PersonId, StoreId, Viewer
from coaching.errors import NotFound
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import assigned_rep, assignment, person
from coaching.storage.visibility import people_for

_trainer = person.alias()


def add(
    connection: Connection,
    store_id: StoreId,
    trainer_id: PersonId,
    asked: Asked,
    given_at: datetime,
    *,
    due_on: date,
    note: str,
    reps: Iterable[PersonId],
) -> AssignmentId:
    what = {"drill_id": asked.drill_id, "criterion_id": asked.criterion_id, "wanted": asked.wanted}
    values = {"store_id": store_id, "trainer_id": trainer_id, "given_at": given_at, "due_on": due_on, "note": note}
    assignment_id = AssignmentId(add_row(connection, assignment, **what, **values))
    for rep_id in reps:
        connection.execute(insert(assigned_rep).values(assignment_id=assignment_id, person_id=rep_id))
    return assignment_id


def get(connection: Connection, viewer: Viewer, assignment_id: AssignmentId) -> Assignment:
    found = _read(connection, _visible(viewer).where(assignment.c.id == assignment_id))
    if not found:
        raise NotFound("assignment", assignment_id)
    return found[0]


def listed(connection: Connection, viewer: Viewer) -> Sequence[Assignment]:
    """The latest first."""
    return _read(connection, _visible(viewer))


def end(
    connection: Connection,
    ending: Ending,
    at: datetime,
    *,
    rep_ids: Collection[PersonId],
    assignment_id: AssignmentId | None = None,
) -> int:
    """For these reps, of one assignment or of all; what has ended stays as it ended. How many it ended."""
    still = (assigned_rep.c.person_id.in_(rep_ids), assigned_rep.c.ended_at.is_(None))
    which = still if assignment_id is None else (*still, assigned_rep.c.assignment_id == assignment_id)
    return connection.execute(update(assigned_rep).where(*which).values(ended_at=at, ending=ending)).rowcount


def note_done(connection: Connection, assignment_id: AssignmentId, rep_id: PersonId, at: datetime) -> None:
    theirs = (assigned_rep.c.assignment_id == assignment_id, assigned_rep.c.person_id == rep_id)
    connection.execute(update(assigned_rep).where(*theirs).values(done_at=at))


def _visible(viewer: Viewer) -> Select[tuple[object, ...]]:
    """A row a rep."""
    return (
        select(
            assignment,
            _trainer.c.name.label("trainer_name"),
            person.c.id.label("rep_id"),
            person.c.name.label("rep_name"),
            assigned_rep.c.ended_at,
            assigned_rep.c.ending,
            assigned_rep.c.done_at,
        )
        .join(assigned_rep, assigned_rep.c.assignment_id == assignment.c.id)
        .join(person, person.c.id == assigned_rep.c.person_id)
        .outerjoin(_trainer, _trainer.c.id == assignment.c.trainer_id)
        .where(people_for(viewer))
        .order_by(assignment.c.given_at.desc(), assignment.c.id.desc(), person.c.name, person.c.id)
    )


def _read(connection: Connection, query: Select[tuple[object, ...]]) -> list[Assignment]:
    rows = connection.execute(query).all()
    by_id: dict[int, list[Row[tuple[object, ...]]]] = {}
    for row in rows:
        by_id.setdefault(row.id, []).append(row)
    return [_assignment(of_one) for of_one in by_id.values()]


def _assignment(rows: Sequence[Row[tuple[object, ...]]]) -> Assignment:
    row = rows[0]
    return Assignment(
        row.id,
        row.store_id,
        row.trainer_id,
        row.trainer_name or "",
        Asked(row.wanted, row.drill_id, row.criterion_id),
        row.given_at,
        row.due_on,
        row.note,
        tuple(AssignedRep(one.rep_id, one.rep_name, one.ended_at, one.ending, one.done_at) for one in rows),
    )
