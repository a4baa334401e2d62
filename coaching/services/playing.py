"""Somebody presses play: whoever coaches a rep has then listened to them."""

from coaching.domain.people import Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.services.parts import Services
from coaching.storage import candidates, voicemails


def note_played(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> None:
    """The history says who fetched the sound (services.hearing), but a page does that before anybody listens. Raises NotFound."""
    with services.database.writing() as connection:
        found = voicemails.get(connection, viewer, voicemail_id)
        candidates.note_played(connection, viewer.id, found.id, services.now())
