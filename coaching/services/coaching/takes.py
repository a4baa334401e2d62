"""What a rep says instead, recorded while the session is presented. It stays with the session and is no voicemail.

The worker hears it and holds it against the one criterion it is about (judging_takes); that counts in nothing else.
"""

from coaching.accounts.permissions import allow, may_coach
from coaching.audio.fingerprint import fingerprint
from coaching.domain.job import JobKind, Priority
from coaching.domain.people import MACHINE, PersonId, Viewer
from coaching.domain.session import SessionId, TakeId
from coaching.domain.voicemail import VoicemailId
from coaching.errors import NotFound
from coaching.rubrics import load_rubric
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.services.receive import refuse_at_once
from coaching.storage import jobs, people, playlists, sessions


def keep_take(
    services: Services,
    viewer: Viewer,
    session_id: SessionId,
    rep_id: PersonId,
    voicemail_id: VoicemailId,
    criterion_id: str,
    content: bytes,
) -> TakeId:
    """voicemail_id: what it is said instead of. Raises NotFound, NotAllowed, BadAudio."""
    refuse_at_once(content)
    with services.database.reading() as connection:
        session = sessions.get(connection, viewer, session_id)
        reps = [people.get(connection, MACHINE, one) for one in session.reps]
        allow(may_coach(viewer, reps), "record takes in this coaching session")
        on_playlist = {line.voicemail.id for line in playlists.of_session(connection, viewer, session_id)}
    if rep_id not in session.reps:
        raise NotFound("rep of this session", rep_id)
    if criterion_id not in {criterion.id for criterion in load_rubric().criteria}:
        raise NotFound("criterion", criterion_id)
    if voicemail_id not in on_playlist:
        raise NotFound("voicemail of this session", voicemail_id)
    sha256 = fingerprint(content)
    services.blobs.put(session.store_id, sha256, content)
    with services.database.writing() as connection:
        note_change(services, connection, viewer, "take", session, rep=rep_id)
        take_id = playlists.add_take(connection, session_id, rep_id, voicemail_id, criterion_id, sha256, services.now())
        jobs.enqueue(connection, JobKind.TAKE, voicemail_id, Priority.SINGLE, services.now(), take_id=take_id)
        return take_id


def judge_take_again(services: Services, viewer: Viewer, take_id: TakeId) -> None:
    """Tries one again that could not be judged; any other is left as it is. Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        take = playlists.get_take(connection, viewer, take_id)
        session = sessions.get(connection, viewer, take.session_id)
        allow(may_coach(viewer, [people.get(connection, MACHINE, one) for one in session.reps]), "have takes judged again")
        jobs.retry_take(connection, take_id, services.now())
        note_change(services, connection, viewer, "retried", session, rep=take.rep_id)


def is_waiting(services: Services, viewer: Viewer, session_id: SessionId) -> bool:
    """Whether any of the session's takes is still to be judged."""
    with services.database.reading() as connection:
        return any(take.is_waiting for take in playlists.takes_of(connection, viewer, session_id))


def sound_of_take(services: Services, viewer: Viewer, take_id: TakeId) -> bytes:
    """Raises NotFound."""
    with services.database.reading() as connection:
        take = playlists.get_take(connection, viewer, take_id)
    return services.blobs.read(take.store_id, take.sha256)
