"""People write to each other about a voicemail: its rep, and those who coach that rep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.domain.comment import Comment, CommentId, Passage, mentions
from coaching.domain.people import Person, Viewer
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.errors import CoachingError, NotFound
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage import comments, people, voicemails
from coaching.storage.database import Connection

NO_WORDS = "Write a few words first."
NOT_IN_IT = "This passage lies outside the recording. Choose it in the player or in the transcript."
LONGEST_COMMENT = 2000  # letters; who needs more should talk
# What a player calls the last moment may lie a little behind what decoding found.
ROUNDING_S = 0.5


@dataclass(frozen=True, slots=True)
class Conversation:
    """comments: the oldest first. audience: who may read them and can be named. read_until: None where never opened."""

    comments: Sequence[Comment]
    audience: Sequence[Person]
    read_until: datetime | None


def read_comments(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> Conversation:
    """Raises NotFound."""
    with services.database.reading() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        return Conversation(
            comments.of_voicemail(connection, voicemail_id),
            people.audience(connection, voicemail),
            comments.read_until(connection, viewer.id, voicemail_id),
        )


def write_comment(
    services: Services,
    viewer: Viewer,
    voicemail_id: VoicemailId,
    text: str,
    passage: Passage | None = None,
    thread_id: CommentId | None = None,
) -> CommentId:
    """thread_id: a comment that begins a thread; an answer has no passage of its own. Raises NotFound, CoachingError."""
    words = text.strip()[:LONGEST_COMMENT]
    if not words:
        raise CoachingError(NO_WORDS)
    with services.database.writing() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        if thread_id is not None:
            _thread(connection, voicemail_id, thread_id)
        pinned = within(voicemail, passage) if passage and thread_id is None else None
        named = [mention.person_id for mention in mentions(words, people.audience(connection, voicemail))]
        made = Comment(CommentId(0), words, viewer.id, services.now(), passage=pinned, thread_id=thread_id)
        comment_id = comments.add(connection, voicemail_id, made, named)
        note_change(services, connection, viewer, "comment", voicemail, comment=comment_id)
        return comment_id


def mark_read(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> None:
    """All that was said until now. Raises NotFound."""
    with services.database.writing() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        comments.mark_read(connection, viewer.id, voicemail.id, services.now())


def unread(services: Services, viewer: Viewer) -> Mapping[VoicemailId, int]:
    """Comments, overrides, disputes and answers by others that the viewer has not read; the newest voicemail first."""
    with services.database.reading() as connection:
        return comments.unread(connection, viewer)


def _thread(connection: Connection, voicemail_id: VoicemailId, thread_id: CommentId) -> None:
    here = comments.of_voicemail(connection, voicemail_id)
    if not any(one.id == thread_id and one.thread_id is None for one in here):
        raise NotFound("comment", thread_id)


def within(voicemail: Voicemail, passage: Passage) -> Passage:
    """Raises CoachingError where it lies outside the recording."""
    duration_s = voicemail.duration_s
    if not 0.0 <= passage.start_s <= passage.end_s <= duration_s + ROUNDING_S:  # also refuses what is no number
        raise CoachingError(NOT_IN_IT)
    return Passage(min(passage.start_s, duration_s), min(passage.end_s, duration_s))
