"""What each store decided about its recordings, and what its rules let go."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update

from coaching.domain.job import JobKind
from coaching.domain.people import StoreId
from coaching.domain.privacy import PrivacySettings
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.storage import counting, exemplars, typed
from coaching.storage.database import Connection, set_row
from coaching.storage.tables import (
    coaching_session,
    evidence,
    finding,
    job,
    privacy_settings,
    recording,
    scorecard,
    spoken_number,
    take,
    take_verdict,
    transcript,
    voicemail,
)
from coaching.storage.voicemails import select_voicemails, voicemail_of


def of_store(connection: Connection, store_id: StoreId) -> PrivacySettings:
    row = connection.execute(select(privacy_settings).where(privacy_settings.c.store_id == store_id)).one_or_none()
    return PrivacySettings(row.sound_days, row.words_days, row.scores_days, row.consent_note) if row else PrivacySettings()


def keep(connection: Connection, store_id: StoreId, settings: PrivacySettings) -> None:
    set_row(connection, privacy_settings, by=("store_id",), store_id=store_id, **asdict(settings))


def with_sound(connection: Connection, store_id: StoreId, before: datetime) -> Sequence[Voicemail]:
    """Those received before then whose audio is still here."""
    return _received(connection, store_id, before, recording.c.sound_removed_at.is_(None))


def with_words(connection: Connection, store_id: StoreId, before: datetime) -> Sequence[Voicemail]:
    return _received(connection, store_id, before, recording.c.words_removed_at.is_(None))


def whole(connection: Connection, store_id: StoreId, before: datetime) -> Sequence[Voicemail]:
    return _received(connection, store_id, before)


def note_sound_removed(connection: Connection, voicemail_id: VoicemailId, at: datetime) -> None:
    its_recording = update(recording).where(recording.c.id == _recording_of(voicemail_id))
    connection.execute(its_recording.values(sound_removed_at=at))
    exemplars.remove_of_voicemails(connection, [voicemail_id])


def remove_words(connection: Connection, voicemail_id: VoicemailId, at: datetime) -> None:
    """Outcomes, scores and how it was said stay. Without words nothing can be judged again, so its job goes."""
    cards = select(scorecard.c.id).where(scorecard.c.voicemail_id == voicemail_id).scalar_subquery()
    findings = select(finding.c.id).where(finding.c.scorecard_id.in_(cards)).scalar_subquery()
    connection.execute(delete(evidence).where(evidence.c.finding_id.in_(findings)))
    connection.execute(delete(spoken_number).where(spoken_number.c.scorecard_id.in_(cards)))
    connection.execute(update(finding).where(finding.c.scorecard_id.in_(cards)).values(explanation=""))
    forget_repeats_of(connection, [voicemail_id])  # first: a later voicemail that repeats this one keeps its own words
    typed.remove_about(connection, voicemail_id)
    exemplars.remove_of_voicemails(connection, [voicemail_id])
    this = _recording_of(voicemail_id)
    connection.execute(update(transcript).where(transcript.c.recording_id == this).values(text="", words=[]))
    connection.execute(update(recording).where(recording.c.id == this).values(file_name="", words_removed_at=at))
    connection.execute(delete(job).where(job.c.voicemail_id == voicemail_id, job.c.kind == JobKind.JUDGE))
    counting.changed(connection, [voicemail_id])


def remove(connection: Connection, voicemail_ids: Sequence[VoicemailId]) -> None:
    """With transcripts, scorecards and jobs; the rows that quote them in other voicemails' findings lose the quote."""
    forget_repeats_of(connection, voicemail_ids)
    its_recordings = select(voicemail.c.recording_id).where(voicemail.c.id.in_(voicemail_ids))
    connection.execute(delete(recording).where(recording.c.id.in_(its_recordings.scalar_subquery())))
    counting.changed(connection, voicemail_ids)


def forget_repeats_of(connection: Connection, voicemail_ids: Sequence[VoicemailId]) -> None:
    quoted = update(evidence).where(evidence.c.repeats_voicemail_id.in_(voicemail_ids))
    connection.execute(
        quoted.values(repeats_voicemail_id=None, repeats_quote=None, repeats_start_char=None, repeats_end_char=None)
    )


def remove_takes(connection: Connection, store_id: StoreId, before: datetime) -> int:
    """What reps said instead, in sessions of the store; without its sound a take is nothing. How many."""
    sessions = select(coaching_session.c.id).where(coaching_session.c.store_id == store_id).scalar_subquery()
    old = delete(take).where(take.c.session_id.in_(sessions), take.c.said_at < before)
    return connection.execute(old).rowcount


def remove_take_words(connection: Connection, store_id: StoreId, before: datetime) -> int:
    """What was heard in takes, with its verdict; the sound is let go apart. How many."""
    old = select(take.c.id).join(coaching_session, coaching_session.c.id == take.c.session_id)
    of_store = old.where(coaching_session.c.store_id == store_id, take.c.said_at < before)
    return connection.execute(delete(take_verdict).where(take_verdict.c.take_id.in_(of_store))).rowcount


def kept_sounds(connection: Connection) -> set[tuple[StoreId, str]]:
    """Store and SHA-256 of all audio that should be there."""
    left = select(recording.c.store_id, recording.c.sha256).where(recording.c.sound_removed_at.is_(None))
    said = select(coaching_session.c.store_id, take.c.sha256).join(take, take.c.session_id == coaching_session.c.id)
    return {(StoreId(row.store_id), row.sha256) for query in (left, said) for row in connection.execute(query)}


def keeps_sound(connection: Connection, store_id: StoreId, sha256: str) -> bool:
    """Whether a voicemail or a take of the store should have this audio."""
    left = select(recording.c.id).where(recording.c.store_id == store_id, recording.c.sha256 == sha256)
    said = select(take.c.id).join(coaching_session).where(coaching_session.c.store_id == store_id, take.c.sha256 == sha256)
    queries = (left.where(recording.c.sound_removed_at.is_(None)), said)
    return any(connection.execute(query.limit(1)).first() for query in queries)


def _received(connection: Connection, store_id: StoreId, before: datetime, *more: ColumnElement[bool]) -> list[Voicemail]:
    due = (recording.c.store_id == store_id, voicemail.c.received_at < before, *more)
    return [voicemail_of(row) for row in connection.execute(select_voicemails().where(*due).order_by(voicemail.c.id))]


def _recording_of(voicemail_id: VoicemailId) -> ColumnElement[int]:
    return select(voicemail.c.recording_id).where(voicemail.c.id == voicemail_id).scalar_subquery()
