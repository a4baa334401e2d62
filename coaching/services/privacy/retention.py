"""Once a day: what the stores' rules no longer keep goes, and so does audio that belongs to nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.domain.audit import Action
from coaching.domain.people import MACHINE, Store, StoreId
from coaching.domain.privacy import PrivacySettings
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.services.auditing import note
from coaching.services.coaching.assignments import note_what_is_done
from coaching.services.parts import Services
from coaching.storage import people, privacy
from coaching.storage.database import Connection

# A crash between audio and row leaves audio that nobody can see; younger than this it may still be arriving.
ORPHAN_AGE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Expired:
    """How many voicemails lost their sound, their words, or went whole; orphans: audio files that belonged to nothing;
    takes: of sessions, that went or lost their words.
    """

    sounds: int = 0
    words: int = 0
    whole: int = 0
    orphans: int = 0
    takes: int = 0


def keep_the_rules(services: Services) -> Expired:
    note_what_is_done(services)
    with services.database.reading() as connection:
        stores = [(store, privacy.of_store(connection, store.id)) for store in people.stores(connection, MACHINE)]
    per_store = [_apply(services, store, settings) for store, settings in stores]
    takes, whole, words, sounds = (sum(counts) for counts in zip(*per_store, strict=True)) if per_store else (0, 0, 0, 0)
    orphans = sweep(services)
    if takes or whole or words:
        services.database.scrub()
    return Expired(sounds, words, whole, orphans, takes)


def sweep(services: Services) -> int:
    """Removes audio that nothing names any more, and what never arrived whole; how many files."""
    before = services.now() - ORPHAN_AGE
    there = [kept for kept in services.blobs.kept() if kept.at < before]
    with services.database.reading() as connection:
        wanted = privacy.kept_sounds(connection)
    orphans = [kept for kept in there if (kept.store_id, kept.sha256) not in wanted]
    for kept in orphans:
        services.blobs.remove(kept.store_id, kept.sha256)
    return len(orphans) + services.blobs.sweep_unfinished(before)


def _apply(services: Services, store: Store, settings: PrivacySettings) -> tuple[int, int, int, int]:
    """Whole voicemails first: what is gone needs no more looking at."""
    return (
        _expire_takes(services, store, "takes", settings.sound_days, privacy.remove_takes)
        + _expire_takes(services, store, "take_words", settings.words_days, privacy.remove_take_words),
        _expire(services, store, "scores", settings.scores_days, privacy.whole, _remove),
        _expire(services, store, "words", settings.words_days, privacy.with_words, privacy.remove_words),
        _expire(services, store, "sound", settings.sound_days, privacy.with_sound, privacy.note_sound_removed),
    )


def _expire(
    services: Services,
    store: Store,
    what: str,
    days: int | None,
    due: Callable[[Connection, StoreId, datetime], Sequence[Voicemail]],
    let_go: Callable[[Connection, VoicemailId, datetime], None],
) -> int:
    """One transaction a voicemail, so that nobody waits long for the write lock. The sweep takes the audio."""
    if days is None:
        return 0
    now = services.now()
    with services.database.reading() as connection:
        voicemails = due(connection, store.id, now - timedelta(days=days))
    for voicemail in voicemails:
        with services.database.writing() as connection:
            note(services, connection, MACHINE, Action.EXPIRED, what, voicemail)  # before it is forgotten that it is practice
            let_go(connection, voicemail.id, now)
    return len(voicemails)


def _expire_takes(
    services: Services, store: Store, what: str, days: int | None, let_go: Callable[[Connection, StoreId, datetime], int]
) -> int:
    if days is None:
        return 0
    with services.database.writing() as connection:
        if gone := let_go(connection, store.id, services.now() - timedelta(days=days)):
            note(services, connection, MACHINE, Action.EXPIRED, what, store, takes=gone)
    return gone


def _remove(connection: Connection, voicemail_id: VoicemailId, _: datetime) -> None:
    privacy.remove(connection, [voicemail_id])
