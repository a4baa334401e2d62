"""Comments on voicemails: appended. And what of all that was said somebody has not read yet."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, Subquery, and_, func, insert, or_, select, true, union_all

from coaching.domain.comment import Comment, CommentId, Passage
from coaching.domain.people import PersonId, Role, Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection, add_row, set_row
from coaching.storage.tables import comment, dispute, dispute_answer, mention, override, person, read_mark, recording, voicemail
from coaching.storage.visibility import voicemails_for


def add(connection: Connection, voicemail_id: VoicemailId, made: Comment, mentioned: Iterable[PersonId]) -> CommentId:
    """The id of `made` is not used."""
    comment_id = add_row(
        connection,
        comment,
        voicemail_id=voicemail_id,
        thread_id=made.thread_id,
        start_s=made.passage.start_s if made.passage else None,
        end_s=made.passage.end_s if made.passage else None,
        text=made.text,
        person_id=made.by,
        at=made.at,
    )
    for person_id in set(mentioned):
        connection.execute(insert(mention).values(comment_id=comment_id, person_id=person_id))
    return CommentId(comment_id)


def of_voicemail(connection: Connection, voicemail_id: VoicemailId) -> tuple[Comment, ...]:
    """The oldest first. For those who may see the voicemail."""
    query = (
        select(comment, person.c.name)
        .outerjoin(person, person.c.id == comment.c.person_id)
        .where(comment.c.voicemail_id == voicemail_id)
        .order_by(comment.c.id)
    )
    return tuple(_comment(row) for row in connection.execute(query))


def read_until(connection: Connection, person_id: PersonId, voicemail_id: VoicemailId) -> datetime | None:
    of_this = and_(read_mark.c.person_id == person_id, read_mark.c.voicemail_id == voicemail_id)
    return connection.scalar(select(read_mark.c.at).where(of_this))


def mark_read(connection: Connection, person_id: PersonId, voicemail_id: VoicemailId, at: datetime) -> None:
    set_row(connection, read_mark, person_id=person_id, voicemail_id=voicemail_id, at=at)


def unread(connection: Connection, viewer: Viewer) -> Mapping[VoicemailId, int]:
    """How much was said by others that concerns the viewer, and that they have not read; the last said first."""
    said = _said(viewer)
    marked = and_(read_mark.c.voicemail_id == said.c.voicemail_id, read_mark.c.person_id == viewer.id)
    query = (
        select(said.c.voicemail_id, func.count())
        .join(voicemail, voicemail.c.id == said.c.voicemail_id)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .outerjoin(read_mark, marked)
        .where(voicemails_for(viewer))
        .where(or_(said.c.person_id.is_(None), said.c.person_id != viewer.id))
        .where(or_(read_mark.c.at.is_(None), said.c.at > read_mark.c.at))
        .group_by(said.c.voicemail_id)
        .order_by(func.max(said.c.at).desc())
    )
    return {VoicemailId(voicemail_id): number for voicemail_id, number in connection.execute(query)}


def _said(viewer: Viewer) -> Subquery:
    """Everything that was said where the viewer is the rep or their trainer; else comments that are meant for them."""
    comments = select(comment.c.voicemail_id, comment.c.person_id, comment.c.at).where(_meant_for(viewer))
    if viewer.role in (Role.MANAGER, Role.ADMINISTRATOR):
        return comments.subquery()
    answers: Select[tuple[object, ...]] = select(dispute.c.voicemail_id, dispute_answer.c.person_id, dispute_answer.c.at).join(
        dispute, dispute.c.id == dispute_answer.c.dispute_id
    )
    others = (select(table.c.voicemail_id, table.c.person_id, table.c.at) for table in (override, dispute))
    return union_all(comments, *others, answers).subquery()


def _meant_for(viewer: Viewer) -> ColumnElement[bool]:
    """A manager of many reps would drown in every comment: theirs are those that name them or answer them."""
    if viewer.role in (Role.REP, Role.TRAINER):
        return true()
    naming = select(mention.c.comment_id).where(mention.c.person_id == viewer.id)
    wrote = select(func.coalesce(comment.c.thread_id, comment.c.id)).where(comment.c.person_id == viewer.id)
    return or_(comment.c.id.in_(naming), comment.c.thread_id.in_(wrote))


def _comment(row: Row[tuple[object, ...]]) -> Comment:
    passage = None if row.start_s is None else Passage(row.start_s, row.end_s)
    thread_id = None if row.thread_id is None else CommentId(row.thread_id)
    return Comment(row.id, row.text, row.person_id, row.at, row.name or "", passage, thread_id)
