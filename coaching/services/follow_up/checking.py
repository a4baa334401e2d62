"""What a voicemail promised that is not on file."""

from coaching.domain.context import CallContext
from coaching.domain.people import MACHINE, Viewer
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.follow_up.claims import Claim, claims
from coaching.services.call_context import call_context
from coaching.services.follow_up.history import hours_of
from coaching.services.parts import Services
from coaching.storage import follow_up_settings, people, store_facts, transcripts, voicemails
from coaching.storage.database import Connection


def claims_not_on_file(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> tuple[Claim, ...]:
    """By what the store could tell on the day when it was left; none where nobody has heard it yet. Raises NotFound."""
    with services.database.reading() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        text = transcripts.latest_text(connection, voicemail_id)
        return claims_in(connection, voicemail, call_context(connection, voicemail), text or "")


def claims_in(connection: Connection, voicemail: Voicemail, context: CallContext, text: str) -> tuple[Claim, ...]:
    """None where nobody keeps what the store can tell, or knows the lead: then there is no file to hold a promise against."""
    facts = store_facts.of_store(connection, voicemail.store_id)
    if not facts or voicemail.lead_id is None:
        return ()
    store = people.get_store(connection, MACHINE, voicemail.store_id)
    hours = hours_of(store, follow_up_settings.of_store(connection, store.id))
    return claims(text, context, facts, hours.day_of(voicemail.left_at or voicemail.received_at))
