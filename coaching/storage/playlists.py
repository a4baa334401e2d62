"""The voicemails of a coaching session in their order, and what was said instead of them."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Row, Select, delete, func, insert, select

from coaching.domain.job import JobState
from coaching.domain.people import PersonId, Viewer
from coaching.domain.session import SessionId, Take, TakeId, TakeVerdict
from coaching.domain.voicemail import ListedVoicemail, VoicemailId
from coaching.errors import NotFound
from coaching.storage import lists
from coaching.storage.database import Connection, add_row
from coaching.storage.narrowing import UNDER_WAY
from coaching.storage.tables import coaching_session, job, person, playlist_entry, take, take_verdict
from coaching.storage.visibility import takes_for


def of_session(connection: Connection, viewer: Viewer, session_id: SessionId) -> Sequence[ListedVoicemail]:
    """Those that the viewer may see: a rep does not hear what a colleague left."""
    return lists.these(connection, viewer, _ids(connection, session_id))


def put(connection: Connection, session_id: SessionId, voicemail_ids: Collection[VoicemailId]) -> None:
    """At the end; what is there already stays where it is."""
    there = _ids(connection, session_id)
    last = connection.scalar(select(func.max(playlist_entry.c.position)).where(playlist_entry.c.session_id == session_id)) or 0
    new = [one for one in dict.fromkeys(voicemail_ids) if one not in there]
    for position, voicemail_id in enumerate(new, last + 1):
        values = {"session_id": session_id, "voicemail_id": voicemail_id, "position": position}
        connection.execute(insert(playlist_entry).values(**values))


def take_out(connection: Connection, session_id: SessionId, voicemail_id: VoicemailId) -> None:
    entry = (playlist_entry.c.session_id == session_id, playlist_entry.c.voicemail_id == voicemail_id)
    connection.execute(delete(playlist_entry).where(*entry))


def add_take(
    connection: Connection,
    session_id: SessionId,
    rep_id: PersonId,
    voicemail_id: VoicemailId,
    criterion_id: str,
    sha256: str,
    said_at: datetime,
) -> TakeId:
    about = {"session_id": session_id, "rep_id": rep_id, "voicemail_id": voicemail_id, "criterion_id": criterion_id}
    return TakeId(add_row(connection, take, **about, sha256=sha256, said_at=said_at))


def takes_of(connection: Connection, viewer: Viewer, session_id: SessionId) -> Sequence[Take]:
    """The latest first."""
    query = _takes(viewer).where(take.c.session_id == session_id).order_by(take.c.id.desc())
    return [_take(row) for row in connection.execute(query)]


def get_take(connection: Connection, viewer: Viewer, take_id: TakeId) -> Take:
    row = connection.execute(_takes(viewer).where(take.c.id == take_id)).one_or_none()
    if row is None:
        raise NotFound("take", take_id)
    return _take(row)


def keep_verdict(connection: Connection, take_id: TakeId, verdict: TakeVerdict) -> None:
    add_row(connection, take_verdict, take_id=take_id, **asdict(verdict))


def _takes(viewer: Viewer) -> Select[tuple[object, ...]]:
    told = [column for column in take_verdict.c if column.name != "take_id"]
    return (
        select(take, person.c.name, coaching_session.c.store_id, job.c.state, job.c.reason, job.c.may_retry, *told)
        .join(coaching_session, coaching_session.c.id == take.c.session_id)
        .join(person, person.c.id == take.c.rep_id)
        .outerjoin(take_verdict, take_verdict.c.take_id == take.c.id)
        .outerjoin(job, job.c.take_id == take.c.id)
        .where(takes_for(viewer))
    )


def _ids(connection: Connection, session_id: SessionId) -> list[VoicemailId]:
    query = select(playlist_entry.c.voicemail_id).where(playlist_entry.c.session_id == session_id)
    return [VoicemailId(one) for one in connection.scalars(query.order_by(playlist_entry.c.position))]


def _take(row: Row[tuple[object, ...]]) -> Take:
    judged = row.outcome is not None
    return Take(
        row.id,
        row.session_id,
        row.rep_id,
        row.name,
        row.voicemail_id,
        row.criterion_id,
        row.said_at,
        row.store_id,
        row.sha256,
        TakeVerdict(row.text, row.outcome, row.quote, row.explanation) if judged else None,
        is_waiting=row.state in UNDER_WAY,
        failed=row.reason if row.state is JobState.FAILED else "",
        may_retry=row.state is JobState.FAILED and row.may_retry,
    )
