"""Coaching sessions: opened, filled, sent to the reps, and acknowledged by them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.accounts.permissions import allow, looks_after, may_coach
from coaching.domain.lengths import LONGEST_TITLE
from coaching.domain.people import MACHINE, Person, PersonId, Store, Viewer
from coaching.domain.session import CoachingSession, GoalId, Result, SessionId, Take
from coaching.domain.voicemail import ListedVoicemail, VoicemailId
from coaching.errors import CoachingError, refuse_longer
from coaching.services.auditing import note_change
from coaching.services.coaching.criteria import check_criterion
from coaching.services.parts import Services
from coaching.storage import people, playlists, results, sessions, voicemails
from coaching.storage.database import Connection

# What a rep did longer ago than this says little about the rep of today.
BEFORE = timedelta(days=60)
NO_REPS = "Choose at least one rep for this session."
NO_TITLE = "Give the session a title, so that everybody finds it again."
SEVERAL_STORES = "These reps work at several stores. Hold a session for each store."
IMPOSSIBLE_GOAL = "A goal is a number of voicemails out of at least as many. Choose a smaller first or a larger second number."
NOT_YOURS = "This session was not held with you, so it is not yours to acknowledge."
NOT_SENT = "The summary was changed and is not sent yet. It can be acknowledged when your trainer has sent it."


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A session with all that belongs to it, as far as the viewer may see it.

    may_change: whether the viewer coaches all of its reps. followed: those of its reps whose voicemails the viewer may see.
    results: what these left since BEFORE the session, on the criteria of its goals.
    """

    session: CoachingSession
    store: Store
    may_change: bool
    followed: Sequence[PersonId]
    playlist: Sequence[ListedVoicemail]
    results: Sequence[Result]
    takes: Sequence[Take]

    @property
    def time_zone(self) -> str:
        return self.store.time_zone


def open_session(services: Services, viewer: Viewer, title: str, rep_ids: Collection[PersonId], held_at: datetime) -> SessionId:
    """The same again, by a second click, is the one that is there. Raises NotFound, NotAllowed, CoachingError."""
    if not rep_ids:
        raise CoachingError(NO_REPS)
    if not title.strip():
        raise CoachingError(NO_TITLE)
    refuse_longer("A title", title.strip(), LONGEST_TITLE)
    with services.database.writing() as connection:
        reps = [people.get(connection, viewer, rep_id) for rep_id in rep_ids]
        allow(may_coach(viewer, reps), "hold a coaching session with these reps")
        store_ids = {rep.store_id for rep in reps}
        if len(store_ids) != 1 or (store_id := store_ids.pop()) is None:
            raise CoachingError(SEVERAL_STORES)
        for one in sessions.listed(connection, viewer):
            if (one.trainer_id, one.title, one.held_at, set(one.reps)) == (viewer.id, title.strip(), held_at, set(rep_ids)):
                return one.id
        session_id = sessions.add(connection, store_id, viewer.id, title.strip(), held_at, dict.fromkeys(rep_ids))
        note_change(services, connection, viewer, "opened", sessions.get(connection, MACHINE, session_id))
        return session_id


def list_sessions(services: Services, viewer: Viewer) -> Sequence[CoachingSession]:
    """The latest first."""
    with services.database.reading() as connection:
        return sessions.listed(connection, viewer)


def read_session(services: Services, viewer: Viewer, session_id: SessionId) -> SessionPage:
    """Raises NotFound also for what the viewer may not see."""
    with services.database.reading() as connection:
        session = sessions.get(connection, viewer, session_id)
        criteria = {goal.criterion_id for goal in session.goals}
        reps = _reps(connection, session)
        followed = [rep.id for rep in reps if rep.id == viewer.id or looks_after(viewer, rep)]
        return SessionPage(
            session,
            people.get_store(connection, MACHINE, session.store_id),
            may_coach(viewer, reps),
            followed,
            playlists.of_session(connection, viewer, session_id),
            results.since(connection, viewer, followed, criteria, session.held_at - BEFORE),
            playlists.takes_of(connection, viewer, session_id),
        )


def put_on_playlist(services: Services, viewer: Viewer, session_id: SessionId, voicemail_ids: Collection[VoicemailId]) -> None:
    """Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        session = _to_change(connection, viewer, session_id)
        for voicemail_id in voicemail_ids:
            voicemails.get(connection, viewer, voicemail_id)
        playlists.put(connection, session_id, voicemail_ids)
        note_change(services, connection, viewer, "playlist", session, added=len(voicemail_ids))


def take_off_playlist(services: Services, viewer: Viewer, session_id: SessionId, voicemail_id: VoicemailId) -> None:
    """Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        session = _to_change(connection, viewer, session_id)
        playlists.take_out(connection, session_id, voicemail_id)
        note_change(services, connection, viewer, "playlist", session, taken_off=voicemail_id)


def agree_on_goal(
    services: Services, viewer: Viewer, session_id: SessionId, criterion_id: str, wanted: int, out_of: int
) -> GoalId:
    """Raises NotFound, NotAllowed, CoachingError."""
    if not 1 <= wanted <= out_of:
        raise CoachingError(IMPOSSIBLE_GOAL)
    with services.database.writing() as connection:
        session = _to_change(connection, viewer, session_id)
        check_criterion(criterion_id, people.get_store(connection, MACHINE, session.store_id))
        note_change(services, connection, viewer, "goal_agreed", session, criterion=criterion_id)
        return sessions.agree(connection, session_id, criterion_id, wanted, out_of)


def drop_goal(services: Services, viewer: Viewer, session_id: SessionId, goal_id: GoalId) -> None:
    """Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        session = _to_change(connection, viewer, session_id)
        sessions.drop(connection, session_id, goal_id)
        note_change(services, connection, viewer, "goal_dropped", session, goal=goal_id)


def write_down(
    services: Services,
    viewer: Viewer,
    session_id: SessionId,
    *,
    notes: str,
    next_on: date | None,
    private_notes: str | None = None,
) -> None:
    """private_notes are read and written by who held the session, and by nobody else. Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        session = _to_change(connection, viewer, session_id)
        own = private_notes if session.trainer_id == viewer.id else None
        sessions.write_down(
            connection, session_id, notes=notes.strip(), next_on=next_on, private_notes=None if own is None else own.strip()
        )
        note_change(services, connection, viewer, "notes", session)


def send_summary(services: Services, viewer: Viewer, session_id: SessionId) -> None:
    """From now on the reps are asked to acknowledge it. Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        session = _to_change(connection, viewer, session_id)
        sessions.send(connection, session_id, services.now())
        note_change(services, connection, viewer, "summary_sent", session)


def acknowledge(services: Services, viewer: Viewer, session_id: SessionId) -> None:
    """The first time counts. Raises NotFound, CoachingError."""
    with services.database.writing() as connection:
        session = sessions.get(connection, viewer, session_id)
        if viewer.id not in session.reps:
            raise CoachingError(NOT_YOURS)
        if session.sent_at is None:
            raise CoachingError(NOT_SENT)
        if viewer.id not in session.acknowledged:
            sessions.acknowledge(connection, session_id, viewer.id, services.now())
            note_change(services, connection, viewer, "acknowledged", session)


def _reps(connection: Connection, session: CoachingSession) -> Sequence[Person]:
    return [people.get(connection, MACHINE, rep_id) for rep_id in session.reps]


def _to_change(connection: Connection, viewer: Viewer, session_id: SessionId) -> CoachingSession:
    """What changes in a session that was sent has to be sent anew."""
    session = sessions.get(connection, viewer, session_id)
    allow(may_coach(viewer, _reps(connection, session)), "change this coaching session")
    if session.sent_at is not None:
        sessions.send(connection, session_id, None)
    return session
