"""What the engines heard."""

from datetime import datetime

from sqlalchemy import Row, insert, select

from coaching.domain.people import PersonId
from coaching.domain.recording import Delivery
from coaching.domain.transcript import Transcript, Word
from coaching.domain.voicemail import Heard, VoicemailId
from coaching.storage.database import Connection
from coaching.storage.tables import transcript, voicemail
from coaching.storage.visibility import is_practice


def add(connection: Connection, voicemail_id: VoicemailId, heard: Heard, made_at: datetime) -> None:
    recording_id = connection.scalar(select(voicemail.c.recording_id).where(voicemail.c.id == voicemail_id))
    said, delivery = heard.transcript, heard.delivery
    connection.execute(
        insert(transcript).values(
            recording_id=recording_id,
            engine=said.engine,
            model=said.model,
            language=said.language,
            options=dict(said.options),
            text=said.text,
            words=[[word.text, word.start_s, word.end_s, word.probability] for word in said.words],
            words_per_minute=delivery.words_per_minute,
            longest_pause_s=delivery.longest_pause_s,
            fillers=delivery.fillers,
            digits_per_second=delivery.digits_per_second,
            speech_s=delivery.speech_s,
            level_dbfs=delivery.level_dbfs,
            made_at=made_at,
        )
    )


def made_by(connection: Connection, voicemail_id: VoicemailId, engine: str, model: str) -> Heard | None:
    query = (
        select(transcript)
        .join(voicemail, voicemail.c.recording_id == transcript.c.recording_id)
        .where(voicemail.c.id == voicemail_id, transcript.c.engine == engine, transcript.c.model == model)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else heard(row)


def latest(connection: Connection, voicemail_id: VoicemailId) -> Heard | None:
    """By whatever engine heard it last."""
    query = select(transcript).join(voicemail, voicemail.c.recording_id == transcript.c.recording_id)
    found = query.where(voicemail.c.id == voicemail_id).order_by(transcript.c.id.desc()).limit(1)
    row = connection.execute(found).one_or_none()
    return None if row is None else heard(row)


def latest_text(connection: Connection, voicemail_id: VoicemailId) -> str | None:
    query = (
        select(transcript.c.text)
        .join(voicemail, voicemail.c.recording_id == transcript.c.recording_id)
        .where(voicemail.c.id == voicemail_id)
    )
    return connection.scalar(query.order_by(transcript.c.id.desc()).limit(1))


def deliveries_of(connection: Connection, rep_id: PersonId, latest: int) -> tuple[Delivery, ...]:
    """How the rep said their latest voicemails, the newest first; practice tells nothing about calls."""
    query = select(transcript).join(voicemail, voicemail.c.recording_id == transcript.c.recording_id)
    rows = connection.execute(
        query.where(voicemail.c.rep_id == rep_id, ~is_practice()).order_by(voicemail.c.id.desc()).limit(latest)
    )
    return tuple(heard(row).delivery for row in rows)


def heard(row: Row[tuple[object, ...]]) -> Heard:
    words = tuple(Word(*word) for word in row.words)
    delivery = Delivery(
        row.words_per_minute, row.longest_pause_s, row.fillers, row.digits_per_second, row.speech_s, row.level_dbfs
    )
    return Heard(Transcript(words, row.language, row.engine, row.model, row.options), delivery)
