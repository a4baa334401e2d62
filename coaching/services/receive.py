"""A recording arrives: its bytes are kept, and a job is there to judge it, before anybody is told so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coaching.audio.fingerprint import fingerprint
from coaching.audio.limits import MAX_BYTES
from coaching.audio.refusals import refusal
from coaching.domain.audit import Action
from coaching.domain.job import JobKind, Priority
from coaching.domain.lengths import LONGEST_FILE_NAME
from coaching.domain.people import MACHINE, StoreId, Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.errors import AudioProblem, CoachingError, NotFound
from coaching.services.auditing import note
from coaching.services.parts import Services
from coaching.services.placing import Placement, lead_of, refuse_attempt, store_of, whose
from coaching.storage import jobs, people, voicemails
from coaching.storage.database import Connection

SOMEBODY_ELSES = "This recording is already here as another rep's. Ask your trainer to whom it belongs."
UNPLACED = Placement()


@dataclass(frozen=True, slots=True)
class Upload:
    file_name: str
    content: bytes
    placement: Placement = UNPLACED


@dataclass(frozen=True, slots=True)
class Received:
    """is_new: False for a file that the store has given us before; it is the same voicemail, and stays where it was put."""

    file_name: str
    voicemail_id: VoicemailId
    is_new: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """reason: a sentence for the person who uploaded the file."""

    file_name: str
    reason: str


def receive_all(services: Services, viewer: Viewer, uploads: Iterable[Upload]) -> Sequence[Received | Refused]:
    """One answer a file, in order. What is wrong with one keeps nothing from the others."""
    uploads = tuple(uploads)
    priority = Priority.SINGLE if len(uploads) == 1 else Priority.BULK
    return [_answer(services, viewer, upload, priority) for upload in uploads]


def receive(services: Services, viewer: Viewer, upload: Upload, priority: Priority = Priority.SINGLE) -> Received:
    """Raises BadAudio for what cannot be a recording at all (the worker finds out the rest), NotAllowed, NotFound,
    CoachingError.
    """
    refuse_at_once(upload.content)
    refuse_attempt(upload.placement)
    sha256 = fingerprint(upload.content)
    with services.database.reading() as connection:
        store_id = store_of(connection, viewer, whose(connection, viewer, upload.placement))
    services.blobs.put(store_id, sha256, upload.content)
    with services.database.writing() as connection:
        people.hold_store(connection, store_id)
        known = voicemails.of_file(connection, store_id, sha256)
        if known is not None:
            return Received(upload.file_name, _if_seen(connection, viewer, known.id), is_new=False)
        voicemail_id = _add(services, connection, viewer, store_id, sha256, upload)
        jobs.enqueue(connection, JobKind.JUDGE, voicemail_id, priority, services.now())
        note(services, connection, viewer, Action.RECEIVED, "recording", voicemails.get(connection, MACHINE, voicemail_id))
    return Received(upload.file_name, voicemail_id, is_new=True)


def _answer(services: Services, viewer: Viewer, upload: Upload, priority: Priority) -> Received | Refused:
    try:
        return receive(services, viewer, upload, priority)
    except CoachingError as error:
        return Refused(upload.file_name, str(error))


def refuse_at_once(content: bytes) -> None:
    """What cannot be a recording at all. Raises BadAudio."""
    if not content:
        raise refusal(AudioProblem.EMPTY)
    if len(content) > MAX_BYTES:
        raise refusal(AudioProblem.TOO_LARGE)


def _add(
    services: Services, connection: Connection, viewer: Viewer, store_id: StoreId, sha256: str, upload: Upload
) -> VoicemailId:
    placement = upload.placement
    rep_id = whose(connection, viewer, placement)
    return voicemails.add(
        connection,
        store_id,
        sha256,
        upload.file_name[:LONGEST_FILE_NAME],
        len(upload.content),
        services.now(),
        viewer.id,
        rep_id=rep_id,
        lead_id=lead_of(connection, viewer, placement, rep_id, store_id),
        attempt=placement.attempt,
        left_at=placement.left_at,
    )


def _if_seen(connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> VoicemailId:
    try:
        return voicemails.get(connection, viewer, voicemail_id).id
    except NotFound:
        raise CoachingError(SOMEBODY_ELSES) from None
