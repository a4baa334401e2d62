"""Notes in the history what somebody takes home as a file that a page made for them."""

from coaching.domain.audit import Action
from coaching.domain.people import PersonId, Viewer
from coaching.domain.session import SessionId
from coaching.domain.team_scores import Scope
from coaching.services.auditing import note, note_export
from coaching.services.parts import Services
from coaching.storage import sessions


def note_team(services: Services, viewer: Viewer, scope: Scope, what: str, rows: int) -> None:
    """Raises NotFound."""
    with services.database.writing() as connection:
        note_export(services, connection, viewer, what, scope.store_id, rows=rows)


def note_digest(services: Services, viewer: Viewer) -> None:
    with services.database.writing() as connection:
        note_export(services, connection, viewer, "digest", viewer.store_id)


def note_summary(services: Services, viewer: Viewer, session_id: SessionId, rep_id: PersonId) -> None:
    """Of one rep of the session. Raises NotFound."""
    with services.database.writing() as connection:
        session = sessions.get(connection, viewer, session_id)
        note(services, connection, viewer, Action.EXPORTED, "summary", session, rep=rep_id)
