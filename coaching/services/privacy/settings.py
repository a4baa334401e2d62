"""What a store decided about the recordings of its people."""

from coaching.accounts.permissions import allow, may_erase
from coaching.domain.people import StoreId, Viewer
from coaching.domain.privacy import LONGEST_DAYS, PrivacySettings
from coaching.errors import CoachingError
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage import people, privacy

NOT_DAYS = f"Days are a whole number from 1 to {LONGEST_DAYS}; leave a field empty to keep for ever."
LONGEST_NOTE = 600  # letters; it has to be read, not signed
TOO_LONG = f"Keep the note under {LONGEST_NOTE} letters: it is shown at every upload."


def read_privacy(services: Services, viewer: Viewer, store_id: StoreId) -> PrivacySettings:
    """Raises NotFound."""
    with services.database.reading() as connection:
        people.get_store(connection, viewer, store_id)
        return privacy.of_store(connection, store_id)


def change_privacy(services: Services, viewer: Viewer, store_id: StoreId, settings: PrivacySettings) -> None:
    """Raises NotFound, NotAllowed, CoachingError."""
    days = (settings.sound_days, settings.words_days, settings.scores_days)
    if any(one is not None and not 1 <= one <= LONGEST_DAYS for one in days):
        raise CoachingError(NOT_DAYS)
    if len(settings.consent_note) > LONGEST_NOTE:
        raise CoachingError(TOO_LONG)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_erase(viewer, store_id), "change how long this store keeps recordings")
        privacy.keep(connection, store_id, settings)
        sound, words, scores = days
        note_change(services, connection, viewer, "privacy", store, sound_days=sound, words_days=words, scores_days=scores)
