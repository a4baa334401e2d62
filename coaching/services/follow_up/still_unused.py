"""What the rep of a voicemail could still tell its lead."""

from coaching.domain.people import MACHINE, Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.follow_up.reasons.ledger import ledger
from coaching.follow_up.reasons.unused import Unused, unused
from coaching.services.follow_up.history import read_history
from coaching.services.parts import Services
from coaching.storage import voicemails

FIRST_REPEATABLE = 2  # before the second attempt everything is unused


def still_unused(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> Unused | None:
    """After every attempt so far; None for a first attempt and where nobody knows the lead. Raises NotFound."""
    with services.database.reading() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        if voicemail.lead_id is None or (voicemail.attempt or 0) < FIRST_REPEATABLE:
            return None
        # Whoever may see a voicemail may see what is on file about whom it was left for.
        known = read_history(connection, MACHINE, voicemail.lead_id)
    today = known.hours.day_of(services.now())
    return unused(known.lead, known.heard, ledger(known.lead, known.heard, known.store_facts, today))
