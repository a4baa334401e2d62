"""What a person may ask of the queue."""

from coaching.domain.people import Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage import jobs, voicemails


def retry(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> None:
    """Tries again what failed; anything else is left as it is. Raises NotFound."""
    with services.database.writing() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        jobs.retry(connection, voicemail.id, services.now())
        note_change(services, connection, viewer, "retried", voicemail)
