"""A rep practises where nobody watches: what is recorded here is theirs alone until they submit it."""

from collections.abc import Sequence
from datetime import datetime

from coaching.accounts.permissions import allow
from coaching.audio.fingerprint import fingerprint
from coaching.domain.audit import Action
from coaching.domain.job import JobKind, Priority
from coaching.domain.people import Viewer
from coaching.domain.practice import Practised
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotFound
from coaching.rubrics.drills import drill
from coaching.services.auditing import note
from coaching.services.parts import Services
from coaching.services.placing import store_of
from coaching.services.receive import refuse_at_once
from coaching.storage import jobs, people, practices, voicemails

TWICE = "This recording is here already. Record the message anew to try again."
NOT_READY = "This attempt is not judged yet. Wait for its scorecard, then decide whether to submit it."
MOST_SUBMITTED = 100  # shown to those who coach; older ones are found by the drill


def practise(
    services: Services,
    viewer: Viewer,
    drill_id: str,
    content: bytes,
    *,
    said_at: datetime | None = None,
    priority: Priority = Priority.SINGLE,
) -> VoicemailId:
    """For themselves. said_at: now unless told. Raises UnknownName, BadAudio, CoachingError."""
    wanted = drill(drill_id)
    refuse_at_once(content)
    sha256 = fingerprint(content)
    with services.database.reading() as connection:
        store_id = store_of(connection, viewer, viewer.id)
    services.blobs.put(store_id, sha256, content)
    with services.database.writing() as connection:
        people.hold_store(connection, store_id)
        if voicemails.of_file(connection, store_id, sha256):
            raise CoachingError(TWICE)
        now, named = said_at or services.now(), f"practice-{wanted.id}.wav"
        voicemail_id = voicemails.add(
            connection,
            store_id,
            sha256,
            named,
            len(content),
            now,
            viewer.id,
            rep_id=viewer.id,
            attempt=wanted.attempt,
            left_at=now,
        )
        practices.add(connection, voicemail_id, wanted.id)
        jobs.enqueue(connection, JobKind.JUDGE, voicemail_id, priority, now)
    return voicemail_id


def submit(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> None:
    """From now on those who coach the rep see it, marked as practice. Raises NotFound, NotAllowed, CoachingError."""
    with services.database.writing() as connection:
        voicemail, practice = voicemails.get(connection, viewer, voicemail_id), practices.of_voicemail(connection, voicemail_id)
        if practice is None:
            raise NotFound("practice", voicemail_id)
        allow(voicemail.rep_id == viewer.id, "submit somebody else's practice")
        (attempt,) = practices.these(connection, viewer, [voicemail_id])
        if attempt.heard is None:
            raise CoachingError(NOT_READY)
        if practice.is_private:
            practices.submit(connection, voicemail_id, services.now())
            note(services, connection, viewer, Action.RECEIVED, "practice", voicemail, drill=practice.drill_id)


def own_attempts(services: Services, viewer: Viewer, drill_id: str = "") -> Sequence[Practised]:
    """The viewer's own, the newest first; drill_id: at one drill only."""
    with services.database.reading() as connection:
        return practices.listed(connection, viewer, drill_id=drill_id, rep_id=viewer.id)


def submitted_to(services: Services, viewer: Viewer) -> Sequence[Practised]:
    """What those whom the viewer coaches have submitted, the newest first."""
    with services.database.reading() as connection:
        return practices.listed(connection, viewer, limit=MOST_SUBMITTED)
