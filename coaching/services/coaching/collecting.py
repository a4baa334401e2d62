"""Voicemails for a coaching session, found by rule."""

from collections.abc import Sequence
from datetime import datetime

from coaching.domain.people import PersonId, Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.session import SessionId
from coaching.domain.voicemail import ListedVoicemail, Stage
from coaching.services.parts import Services
from coaching.storage import lists, playlists, sessions
from coaching.storage.narrowing import Narrowing

MOST = 30  # offered at once; more is no choice but a list


def matching(
    services: Services,
    viewer: Viewer,
    session_id: SessionId,
    *,
    rep_id: PersonId | None = None,
    score: tuple[float, float] | None = None,
    left: tuple[datetime, datetime] | None = None,
    verdict: tuple[str, Outcome] | None = None,
) -> Sequence[ListedVoicemail]:
    """Judged voicemails of the session's reps (or one of them) that are not on its playlist yet, the newest first.

    score: lowest and highest total. left: from when, and before when. verdict: what stands on a criterion. Raises NotFound.
    """
    with services.database.reading() as connection:
        session = sessions.get(connection, viewer, session_id)
        there = {line.voicemail.id for line in playlists.of_session(connection, viewer, session_id)}
        narrowing = Narrowing(Stage.JUDGED, rep_id, rep_ids=frozenset(session.reps), score=score, left=left, verdict=verdict)
        found = lists.voicemails(connection, viewer, narrowing, limit=MOST + len(there))
    return [line for line in found if line.voicemail.id not in there][:MOST]
