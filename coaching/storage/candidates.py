"""What the queue of those who coach chooses from, and what has been listened to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from coaching.domain.candidate import Candidate, RepSeen
from coaching.domain.people import PersonId, Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection, set_row
from coaching.storage.tables import (
    current,
    dispute,
    dispute_answer,
    finding,
    person,
    played,
    recording,
    scorecard,
    stands,
    transcript,
    voicemail,
)
from coaching.storage.visibility import is_practice, voicemails_for

Criteria = Mapping[int, tuple[str, ...]]

by_another = and_(played.c.voicemail_id == voicemail.c.id, played.c.person_id != voicemail.c.rep_id)
is_open = ~exists().where(dispute_answer.c.dispute_id == dispute.c.id)


def candidates(connection: Connection, viewer: Viewer, since: datetime, most: int) -> Sequence[Candidate]:
    """Judged voicemails of reps whom the viewer looks after, with sound and received since then, or disputed; the newest
    first.
    """
    fresh = and_(voicemail.c.received_at >= since, recording.c.sound_removed_at.is_(None))
    chosen = _judged().where(*_theirs(viewer), or_(fresh, voicemail.c.id.in_(_disputed())))
    rows = connection.execute(chosen.order_by(voicemail.c.received_at.desc(), voicemail.c.id.desc()).limit(most)).all()
    unsure, disputed = _unsure(connection, [row.card_id for row in rows]), _open_disputes(connection, [row.id for row in rows])
    found = [
        Candidate(
            row.id,
            row.rep_id,
            row.name,
            row.left_at or row.received_at,
            row.score,
            row.duration_s or 0.0,
            row.words_per_minute,
            row.is_heard,
            unsure.get(row.card_id, ()),
            disputed.get(row.id, ()),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.at, one.voicemail_id), reverse=True)


def reps_seen(connection: Connection, viewer: Viewer) -> Mapping[PersonId, RepSeen]:
    """The reps among those candidates, with all that they ever left here."""
    query = (
        select(
            voicemail.c.rep_id, func.count(voicemail.c.id.distinct()), func.min(voicemail.c.received_at), func.max(played.c.at)
        )
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .outerjoin(played, by_another)
        .where(*_theirs(viewer))
        .group_by(voicemail.c.rep_id)
    )
    return {PersonId(rep): RepSeen(*seen) for rep, *seen in connection.execute(query)}


def note_played(connection: Connection, person_id: PersonId, voicemail_id: VoicemailId, at: datetime) -> None:
    set_row(connection, played, person_id=person_id, voicemail_id=voicemail_id, at=at)


def _theirs(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    """Nobody coaches themselves; practice has a page of its own."""
    return voicemails_for(viewer), ~is_practice(), voicemail.c.rep_id.is_not(None), voicemail.c.rep_id != viewer.id


def _judged() -> Select[tuple[object, ...]]:
    return (
        select(voicemail.c.id, voicemail.c.rep_id, voicemail.c.left_at, voicemail.c.received_at, person.c.name)
        .add_columns(scorecard.c.id.label("card_id"), scorecard.c.score, recording.c.duration_s, transcript.c.words_per_minute)
        .add_columns(exists().where(by_another).label("is_heard"))
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .join(person, person.c.id == voicemail.c.rep_id)
        .join(scorecard, and_(scorecard.c.voicemail_id == voicemail.c.id, current))
        .join(transcript, transcript.c.id == scorecard.c.transcript_id)
    )


def _disputed() -> Select[tuple[int]]:
    return select(dispute.c.voicemail_id).where(is_open)


def _unsure(connection: Connection, card_ids: Sequence[int]) -> Criteria:
    """By the id of the scorecard, in the rubric's order."""
    query = select(finding.c.scorecard_id, finding.c.criterion_id).where(finding.c.scorecard_id.in_(card_ids))
    return _grouped(connection, query.where(stands == Outcome.UNSURE).order_by(finding.c.position))


def _open_disputes(connection: Connection, voicemail_ids: Sequence[int]) -> Criteria:
    """By the id of the voicemail."""
    query = select(dispute.c.voicemail_id, dispute.c.criterion_id).where(dispute.c.voicemail_id.in_(voicemail_ids), is_open)
    return _grouped(connection, query.order_by(dispute.c.id))


def _grouped(connection: Connection, query: Select[Any]) -> Criteria:
    found: dict[int, list[str]] = defaultdict(list)
    for key, criterion_id in connection.execute(query):
        found[key].append(criterion_id)
    return {key: tuple(criteria) for key, criteria in found.items()}
