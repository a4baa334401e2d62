"""Somebody listens to a recording, and the history says so."""

from datetime import timedelta

from coaching.domain.audit import Action, Subject
from coaching.domain.people import Viewer
from coaching.domain.voicemail import Voicemail, VoicemailId
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
    content = services.blobs.read(voicemail.store_id, voicemail.sha256)
    note_heard(services, viewer, voicemail, "recording")
    return content


def note_heard(services: Services, viewer: Viewer, voicemail: Voicemail, what: str) -> None:
    """what: all of it ("recording") or a part."""
    with services.database.reading() as connection:
        is_noted = _is_noted(services, connection, viewer, voicemail, what)
    if is_noted:
        return
    with services.database.writing() as connection:
        if not _is_noted(services, connection, viewer, voicemail, what):  # a player opens several requests at once
            note(services, connection, viewer, Action.HEARD, what, voicemail)


def _is_noted(services: Services, connection: Connection, viewer: Viewer, voicemail: Voicemail, what: str) -> bool:
    since = services.now() - ONE_LISTENING
    this = Wanted(Action.HEARD, what, by=viewer.id, subject=Subject.VOICEMAIL, subject_id=voicemail.id, since=since)
    return audit.exists(connection, this)
