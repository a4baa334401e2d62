"""A file that could not be scored is taken off the list again. What was judged goes by the store's rules only."""

from coaching.domain.audit import Action
from coaching.domain.people import Viewer
from coaching.domain.voicemail import Stage, VoicemailId
from coaching.errors import CoachingError
from coaching.services import reading
from coaching.services.auditing import note
from coaching.services.parts import Services
from coaching.storage import privacy

NOT_FAILED = "Only a file that could not be scored can be removed. This one was judged, or still will be."


def is_removable(read: reading.Reading) -> bool:
    return read.listed.progress.stage is Stage.FAILED and read.judged is None


def remove_failed(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> None:
    """With its sound, unless a take has the same. Raises NotFound, CoachingError."""
    read = reading.read(services, viewer, voicemail_id)
    if not is_removable(read):
        raise CoachingError(NOT_FAILED)
    store_id, sha256 = read.voicemail.store_id, read.voicemail.sha256
    with services.database.writing() as connection:
        note(services, connection, viewer, Action.ERASED, "voicemail", read.voicemail)
        privacy.remove(connection, [voicemail_id])
        still_kept = privacy.keeps_sound(connection, store_id, sha256)
    if not still_kept:
        services.blobs.remove(store_id, sha256)
