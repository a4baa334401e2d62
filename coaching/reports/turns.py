"""From when on "after" counts: the last weeks, or a coaching session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from coaching.domain.dates import short_date
from coaching.domain.people import PersonId, Viewer
from coaching.domain.session import CoachingSession, SessionId
from coaching.domain.team_scores import A_WEEK, Scope, monday
from coaching.storage import people, sessions
from coaching.storage.database import Database

RECENT_WEEKS = 4
WEEKS_TO_TELL = 2
"""So long ago a session must be, before the page speaks of it by itself."""
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Turn:
    """monday: of the first week after. words: as they end a sentence. rep_ids: who was coached, empty where nobody was.

    The week of a session itself still counts as before, for most of its voicemails may be.
    """

    monday: date
    words: str
    session_id: SessionId | None = None
    held_in: date | None = None
    title: str = ""
    rep_ids: frozenset[PersonId] = frozenset()

    @property
    def only_rep(self) -> PersonId | None:
        """Whose voicemails alone can tell, where one rep was coached."""
        return next(iter(self.rep_ids)) if len(self.rep_ids) == 1 else None


def last_weeks(scope: Scope) -> Turn:
    return Turn(scope.until - (RECENT_WEEKS - 1) * A_WEEK, f"in the last {RECENT_WEEKS} weeks")


def turns(database: Database, viewer: Viewer, scope: Scope) -> Sequence[Turn]:
    """The sessions that the viewer may see, held within the scope's weeks before its last one, the latest first."""
    with database.reading() as connection:
        zones = {store.id: ZoneInfo(store.time_zone) for store in people.stores(connection, viewer)}
        held = [one for one in sessions.listed(connection, viewer) if scope.store_id in (None, one.store_id)]
    found = [_turn(one, one.held_at.astimezone(zones.get(one.store_id)).date()) for one in held]
    within = [one for one in found if scope.since < one.monday <= scope.until]
    return [one for one in within if scope.rep_id is None or scope.rep_id in one.rep_ids][:MOST_SHOWN]


def usual(found: Sequence[Turn], scope: Scope) -> Turn:
    """The latest session of which the scope's voicemails can tell something; else the last weeks."""
    tells = (one for one in found if scope.until >= one.monday + (WEEKS_TO_TELL - 1) * A_WEEK)
    return next((one for one in tells if scope.rep_id is not None or one.only_rep is None), last_weeks(scope))


def _turn(session: CoachingSession, day: date) -> Turn:
    week, words = monday(day), f"since the session of {short_date(day)}"
    return Turn(week + A_WEEK, words, session.id, week, session.title, frozenset(session.reps))
