"""What a voicemail promised that is not on file."""

from coaching.domain.people import MACHINE, Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.follow_up.claims import Claim, claims
from coaching.services.follow_up.history import hours_of
from coaching.services.judge import call_context
from coaching.services.parts import Services
from coaching.storage import follow_up_settings, people, store_facts, transcripts, voicemails


def claims_not_on_file(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> tuple[Claim, ...]:
    """By what the store could tell on the day when it was left; none where nobody has heard it yet. Raises NotFound."""
    with services.database.reading() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        store = people.get_store(connection, MACHINE, voicemail.store_id)
        hours = hours_of(store, follow_up_settings.of_store(connection, store.id))
        facts = store_facts.of_store(connection, store.id)
        context = call_context(connection, voicemail)
        text = transcripts.latest_text(connection, voicemail_id)
    return claims(text or "", context, facts, hours.day_of(voicemail.left_at or voicemail.received_at))
