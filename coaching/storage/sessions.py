"""Coaching sessions, with their goals and who acknowledged them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Row, Select, case, delete, insert, literal, select, update

from coaching.domain.people import PersonId, StoreId, Viewer
from coaching.domain.session import CoachingSession, Goal, GoalId, SessionId
from coaching.errors import NotFound
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import coached_rep, coaching_session, goal, person
from coaching.storage.visibility import sessions_for


def add(
    connection: Connection, store_id: StoreId, trainer_id: PersonId, title: str, held_at: datetime, reps: Iterable[PersonId]
) -> SessionId:
    values = {"title": title, "held_at": held_at, "notes": "", "private_notes": ""}
    session_id = SessionId(add_row(connection, coaching_session, store_id=store_id, trainer_id=trainer_id, **values))
    for rep_id in reps:
        connection.execute(insert(coached_rep).values(session_id=session_id, person_id=rep_id))
    return session_id


def get(connection: Connection, viewer: Viewer, session_id: SessionId) -> CoachingSession:
    found = _with_parts(connection, _visible(viewer).where(coaching_session.c.id == session_id))
    if not found:
        raise NotFound("coaching session", session_id)
    return found[0]


def listed(connection: Connection, viewer: Viewer) -> Sequence[CoachingSession]:
    """The latest first."""
    return _with_parts(connection, _visible(viewer).order_by(coaching_session.c.held_at.desc(), coaching_session.c.id.desc()))


def write_down(
    connection: Connection, session_id: SessionId, *, notes: str, next_on: date | None, private_notes: str | None = None
) -> None:
    """private_notes: None leaves them as they are, for whoever may not read them."""
    values: dict[str, object] = {"notes": notes, "next_on": next_on}
    _change(connection, session_id, **values, **({} if private_notes is None else {"private_notes": private_notes}))


def agree(connection: Connection, session_id: SessionId, criterion_id: str, wanted: int, out_of: int) -> GoalId:
    return GoalId(add_row(connection, goal, session_id=session_id, criterion_id=criterion_id, wanted=wanted, out_of=out_of))


def drop(connection: Connection, session_id: SessionId, goal_id: GoalId) -> None:
    connection.execute(delete(goal).where(goal.c.id == goal_id, goal.c.session_id == session_id))


def send(connection: Connection, session_id: SessionId, sent_at: datetime | None) -> None:
    """None takes it back: what changes has to be sent, and acknowledged, anew."""
    _change(connection, session_id, sent_at=sent_at)
    connection.execute(update(coached_rep).where(coached_rep.c.session_id == session_id).values(acknowledged_at=None))


def acknowledge(connection: Connection, session_id: SessionId, rep_id: PersonId, at: datetime) -> None:
    theirs = (coached_rep.c.session_id == session_id, coached_rep.c.person_id == rep_id)
    connection.execute(update(coached_rep).where(*theirs).values(acknowledged_at=at))


def _change(connection: Connection, session_id: SessionId, **values: object) -> None:
    connection.execute(update(coaching_session).where(coaching_session.c.id == session_id).values(**values))


def _visible(viewer: Viewer) -> Select[tuple[object, ...]]:
    mine = case((coaching_session.c.trainer_id == viewer.id, coaching_session.c.private_notes), else_=literal(""))
    open_to_all = [column for column in coaching_session.c if column.name != "private_notes"]
    return (
        select(*open_to_all, mine.label("private_notes"), person.c.name.label("trainer_name"))
        .outerjoin(person, person.c.id == coaching_session.c.trainer_id)
        .where(sessions_for(viewer))
    )


def _with_parts(connection: Connection, query: Select[tuple[object, ...]]) -> list[CoachingSession]:
    rows = connection.execute(query).all()
    ids = [row.id for row in rows]
    coached, goals = _coached(connection, ids), _goals(connection, ids)
    return [_session(row, coached[row.id], goals[row.id]) for row in rows]


def _coached(connection: Connection, ids: Collection[int]) -> Mapping[int, list[tuple[PersonId, str, datetime | None]]]:
    query = select(coached_rep, person.c.name).join(person, person.c.id == coached_rep.c.person_id)
    found: dict[int, list[tuple[PersonId, str, datetime | None]]] = {key: [] for key in ids}
    for row in connection.execute(query.where(coached_rep.c.session_id.in_(ids)).order_by(person.c.name, person.c.id)):
        found[row.session_id].append((row.person_id, row.name, row.acknowledged_at))
    return found


def _goals(connection: Connection, ids: Collection[int]) -> Mapping[int, list[Goal]]:
    found: dict[int, list[Goal]] = {key: [] for key in ids}
    for row in connection.execute(select(goal).where(goal.c.session_id.in_(ids)).order_by(goal.c.id)):
        found[row.session_id].append(Goal(row.id, row.criterion_id, row.wanted, row.out_of))
    return found


def _session(
    row: Row[tuple[object, ...]], coached: Sequence[tuple[PersonId, str, datetime | None]], goals: Sequence[Goal]
) -> CoachingSession:
    return CoachingSession(
        row.id,
        row.store_id,
        row.title,
        row.trainer_id,
        row.trainer_name or "",
        row.held_at,
        {rep_id: name for rep_id, name, _ in coached},
        row.next_on,
        row.notes,
        row.private_notes,
        row.sent_at,
        tuple(goals),
        {rep_id: at for rep_id, _, at in coached if at is not None},
    )
