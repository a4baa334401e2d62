"""Notes in the history what is done, in the transaction that does it."""

from coaching.domain.assignment import Assignment
from coaching.domain.audit import Action, Detail, Entry, Subject
from coaching.domain.calibration import CalibrationRound
from coaching.domain.lead import Lead
from coaching.domain.people import MACHINE, Person, Store, StoreId, Viewer
from coaching.domain.session import CoachingSession
from coaching.domain.voicemail import Voicemail
from coaching.services.parts import Services
from coaching.storage import audit, people, practices
from coaching.storage.database import Connection

About = Voicemail | Lead | Person | Store | CoachingSession | CalibrationRound | Assignment


def note(
    services: Services, connection: Connection, viewer: Viewer, action: Action, what: str, about: About, **details: Detail
) -> None:
    """what: an identifier of which part of the subject. details: identifiers, outcomes and counts, never somebody's words.

    Of practice that was not submitted nothing is noted: the history is read by others.
    """
    if isinstance(about, Voicemail) and practices.is_private(connection, about.id):
        return
    by = None if viewer.id == MACHINE.id else viewer.id
    subject, store_id = _subject(about)
    audit.add(connection, Entry(services.now(), by, action, what, subject, about.id, store_id, details))


def note_change(services: Services, connection: Connection, viewer: Viewer, what: str, about: About, **details: Detail) -> None:
    note(services, connection, viewer, Action.CHANGED, what, about, **details)


def note_export(
    services: Services, connection: Connection, viewer: Viewer, what: str, store_id: StoreId | None, **counts: Detail
) -> None:
    """Somebody takes home what is on file of a store, or of all that they see. Raises NotFound."""
    if store_id is not None:
        people.get_store(connection, viewer, store_id)
    audit.add(connection, Entry(services.now(), viewer.id, Action.EXPORTED, what, Subject.STORE, store_id, store_id, counts))


def _subject(about: About) -> tuple[Subject, StoreId | None]:
    match about:
        case Voicemail():
            return Subject.VOICEMAIL, about.store_id
        case Lead():
            return Subject.LEAD, about.store_id
        case Person():
            return Subject.PERSON, about.store_id
        case CoachingSession():
            return Subject.SESSION, about.store_id
        case CalibrationRound():
            return Subject.ROUND, about.store_id
        case Assignment():
            return Subject.ASSIGNMENT, about.store_id
        case Store():
            return Subject.STORE, about.id
