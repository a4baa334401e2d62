"""Practice of reps. What was not submitted is there for its rep alone: see visibility."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select, update

from coaching.domain.people import PersonId, Viewer
from coaching.domain.practice import Practice, Practised
from coaching.domain.voicemail import VoicemailId
from coaching.storage import lists
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import current, practice, recording, scorecard, transcript, voicemail
from coaching.storage.transcripts import heard
from coaching.storage.visibility import voicemails_for


def add(connection: Connection, voicemail_id: VoicemailId, drill_id: str) -> None:
    """In the transaction that adds the voicemail, so that it is never anything else."""
    add_row(connection, practice, voicemail_id=voicemail_id, drill_id=drill_id)


def of_voicemail(connection: Connection, voicemail_id: VoicemailId) -> Practice | None:
    """For those who may see the voicemail."""
    row = connection.execute(select(practice).where(practice.c.voicemail_id == voicemail_id)).one_or_none()
    return None if row is None else Practice(row.voicemail_id, row.drill_id, row.submitted_at)


def is_private(connection: Connection, voicemail_id: VoicemailId) -> bool:
    found = of_voicemail(connection, voicemail_id)
    return found is not None and found.is_private


def submit(connection: Connection, voicemail_id: VoicemailId, at: datetime) -> None:
    connection.execute(update(practice).where(practice.c.voicemail_id == voicemail_id).values(submitted_at=at))


def listed(
    connection: Connection, viewer: Viewer, *, drill_id: str = "", rep_id: PersonId | None = None, limit: int | None = None
) -> Sequence[Practised]:
    """The newest first. drill_id: at one drill only; rep_id: of one rep only, else of everybody but the viewer."""
    query = (
        select(practice)
        .join(voicemail, voicemail.c.id == practice.c.voicemail_id)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .where(voicemails_for(viewer), voicemail.c.rep_id != viewer.id if rep_id is None else voicemail.c.rep_id == rep_id)
    )
    wanted = query.where(practice.c.drill_id == drill_id) if drill_id else query
    rows = connection.execute(wanted.order_by(voicemail.c.id.desc()).limit(limit)).all()
    return these(connection, viewer, [row.voicemail_id for row in rows])


def at_drills(
    connection: Connection, viewer: Viewer, drill_ids: Collection[str], rep_ids: Collection[PersonId], start: datetime
) -> Sequence[Practised]:
    """What these reps recorded for these drills from `start` on, the oldest first."""
    query = (
        select(practice.c.voicemail_id)
        .join(voicemail, voicemail.c.id == practice.c.voicemail_id)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .where(voicemails_for(viewer), practice.c.drill_id.in_(drill_ids), voicemail.c.rep_id.in_(rep_ids))
        .where(voicemail.c.received_at >= start)
    )
    return these(connection, viewer, [VoicemailId(one) for one in connection.scalars(query.order_by(voicemail.c.id))])


def these(connection: Connection, viewer: Viewer, voicemail_ids: Sequence[VoicemailId]) -> Sequence[Practised]:
    """In this order, without those that the viewer may not see."""
    rows = connection.execute(select(practice).where(practice.c.voicemail_id.in_(voicemail_ids)))
    found = {row.voicemail_id: Practice(row.voicemail_id, row.drill_id, row.submitted_at) for row in rows}
    spoken = (
        select(transcript, scorecard.c.voicemail_id)
        .join(scorecard, scorecard.c.transcript_id == transcript.c.id)
        .where(current, scorecard.c.voicemail_id.in_(found))
    )
    said = {row.voicemail_id: heard(row) for row in connection.execute(spoken)}
    lines = lists.these(connection, viewer, [one for one in voicemail_ids if one in found])
    return [Practised(found[line.voicemail.id], line, said.get(line.voicemail.id)) for line in lines]
