"""Somebody listens to a recording, and the history says so."""

from datetime import timedelta

from coaching.domain.audit import Action, Subject
from coaching.domain.people import Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.services.auditing import note
from coaching.services.parts import Services
from coaching.storage import audit, voicemails
from coaching.storage.audit import Wanted
from coaching.storage.database import Connection

# A player asks for a recording in many parts while somebody works with a scorecard: one listening, noted once.
ONE_LISTENING = timedelta(minutes=30)


def hear(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> bytes:
    """The bytes as they were uploaded. Raises NotFound."""
    with services.database.reading() as connection:
        voicemail = voicemails.to_hear(connection, viewer, voicemail_id)
        is_noted = _is_noted(services, connection, viewer, voicemail_id)
    content = services.blobs.read(voicemail.store_id, voicemail.sha256)
    if not is_noted:
        with services.database.writing() as connection:
            if not _is_noted(services, connection, viewer, voicemail_id):  # a player opens several requests at once
                note(services, connection, viewer, Action.HEARD, "recording", voicemail)
    return content


def _is_noted(services: Services, connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> bool:
    since = services.now() - ONE_LISTENING
    this = Wanted(Action.HEARD, by=viewer.id, subject=Subject.VOICEMAIL, subject_id=voicemail_id, since=since)
    return audit.exists(connection, this)
