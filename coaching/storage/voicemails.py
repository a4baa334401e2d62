"""Voicemails and the recordings behind them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, func, select, update

from coaching.domain.lead import LeadId
from coaching.domain.people import PersonId, StoreId, Viewer
from coaching.domain.recording import Recording
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.errors import NotFound
from coaching.storage import counting
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import recording, voicemail
from coaching.storage.visibility import heard_by, voicemails_for


def add(
    connection: Connection,
    store_id: StoreId,
    sha256: str,
    file_name: str,
    size_bytes: int,
    received_at: datetime,
    received_from: PersonId,
    *,
    rep_id: PersonId | None = None,
    lead_id: LeadId | None = None,
    attempt: int | None = None,
    left_at: datetime | None = None,
) -> VoicemailId:
    recording_id = add_row(connection, recording, store_id=store_id, sha256=sha256, file_name=file_name, size_bytes=size_bytes)
    voicemail_id = add_row(
        connection,
        voicemail,
        recording_id=recording_id,
        received_at=received_at,
        received_from=received_from,
        rep_id=rep_id,
        lead_id=lead_id,
        attempt=attempt,
        left_at=left_at,
    )
    return VoicemailId(voicemail_id)


def of_file(connection: Connection, store_id: StoreId, sha256: str) -> Voicemail | None:
    """The voicemail of a file that this store has given us before."""
    return _first(connection, recording.c.store_id == store_id, recording.c.sha256 == sha256)


def get(connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> Voicemail:
    found = _first(connection, voicemail.c.id == voicemail_id, voicemails_for(viewer))
    if found is None:
        raise NotFound("voicemail", voicemail_id)
    return found


def to_hear(connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> Voicemail:
    found = _first(connection, voicemail.c.id == voicemail_id, heard_by(viewer))
    if found is None:
        raise NotFound("voicemail", voicemail_id)
    return found


def where(
    connection: Connection,
    viewer: Viewer,
    *,
    rep_id: PersonId | None = None,
    store_id: StoreId | None = None,
    lead_id: LeadId | None = None,
) -> Sequence[Voicemail]:
    """Those of a rep, a store or a lead (or all), in the order in which they were left for their lead."""
    wanted = {voicemail.c.rep_id: rep_id, recording.c.store_id: store_id, voicemail.c.lead_id: lead_id}
    conditions = [column == key for column, key in wanted.items() if key is not None]
    rows = connection.execute(select_voicemails().where(voicemails_for(viewer), *conditions))
    return sorted(map(voicemail_of, rows), key=lambda found: found.place)


def left_since(connection: Connection, store_id: StoreId, at: datetime) -> list[VoicemailId]:
    """Of a store, from that moment on; where nobody knows when one was left, from when we got it."""
    later = func.coalesce(voicemail.c.left_at, voicemail.c.received_at) >= at
    return list(
        map(
            VoicemailId, connection.scalars(select(voicemail.c.id).join(recording).where(recording.c.store_id == store_id, later))
        )
    )


def describe(connection: Connection, voicemail_id: VoicemailId, decoded: Recording) -> None:
    """Keeps what decoding found out about the file."""
    its_recording = select(voicemail.c.recording_id).where(voicemail.c.id == voicemail_id).scalar_subquery()
    connection.execute(
        update(recording)
        .where(recording.c.id == its_recording)
        .values(
            duration_s=decoded.duration_s,
            sample_rate=decoded.sample_rate,
            channels=decoded.channels,
            codec=decoded.codec,
            incomplete=decoded.incomplete,
        )
    )


def place(
    connection: Connection,
    voicemail_id: VoicemailId,
    *,
    rep_id: PersonId | None,
    lead_id: LeadId | None,
    attempt: int | None,
    left_at: datetime | None,
) -> None:
    values = {"rep_id": rep_id, "lead_id": lead_id, "attempt": attempt, "left_at": left_at}
    connection.execute(update(voicemail).where(voicemail.c.id == voicemail_id).values(**values))
    counting.changed(connection, [voicemail_id])


def select_voicemails() -> Select[tuple[object, ...]]:
    file = [column for column in recording.c if column.name != "id"]
    return select(voicemail, *file).join(recording)


def _first(connection: Connection, *conditions: ColumnElement[bool]) -> Voicemail | None:
    row = connection.execute(select_voicemails().where(*conditions)).first()
    return None if row is None else voicemail_of(row)


def voicemail_of(row: Row[tuple[object, ...]]) -> Voicemail:
    decoded = row.duration_s is not None
    return Voicemail(
        id=row.id,
        store_id=row.store_id,
        sha256=row.sha256,
        file_name=row.file_name,
        received_at=row.received_at,
        received_from=row.received_from,
        recording=_recording(row) if decoded else None,
        rep_id=row.rep_id,
        lead_id=row.lead_id,
        attempt=row.attempt,
        left_at=row.left_at,
        has_sound=row.sound_removed_at is None,
        has_words=row.words_removed_at is None,
    )


def _recording(row: Row[tuple[object, ...]]) -> Recording:
    return Recording(
        row.file_name, row.sha256, row.duration_s, row.sample_rate, row.channels, row.codec, incomplete=row.incomplete
    )
