"""What people said of verdicts, with the words that they judged."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select

from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection
from coaching.storage.tables import override, recording, scorecard, transcript, voicemail
from coaching.storage.visibility import voicemails_for


@dataclass(frozen=True, slots=True)
class Labelled:
    """text: the transcript that lay before whoever said it. labels: criterion id -> the last that was said of it."""

    voicemail_id: VoicemailId
    text: str
    labels: dict[str, Outcome] = field(default_factory=dict)


def labelled(connection: Connection, viewer: Viewer) -> Iterator[Labelled]:
    """One for each voicemail and transcript, by voicemail; where the words were removed there is none."""
    query = (
        select(override.c.voicemail_id, override.c.criterion_id, override.c.to_outcome, transcript.c.id, transcript.c.text)
        .join(scorecard, scorecard.c.id == override.c.scorecard_id)
        .join(transcript, transcript.c.id == scorecard.c.transcript_id)
        .join(voicemail, voicemail.c.id == override.c.voicemail_id)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .where(voicemails_for(viewer), recording.c.words_removed_at.is_(None))
        .order_by(override.c.voicemail_id, transcript.c.id, override.c.id)
    )
    found: dict[tuple[int, int], Labelled] = {}
    for voicemail_id, criterion_id, outcome, transcript_id, text in connection.execute(query):
        one = found.setdefault((voicemail_id, transcript_id), Labelled(VoicemailId(voicemail_id), text))
        one.labels[criterion_id] = outcome
    yield from found.values()
