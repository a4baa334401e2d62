"""How voicemails did on criteria over time: what goals are measured by."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select

from coaching.domain.people import PersonId, Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.session import Result
from coaching.storage.database import Connection
from coaching.storage.tables import current, finding, recording, scorecard, stands, voicemail
from coaching.storage.visibility import is_practice, voicemails_for

COUNTED = (Outcome.MET, Outcome.NOT_MET)


def since(
    connection: Connection, viewer: Viewer, rep_ids: Collection[PersonId], criterion_ids: Collection[str], start: datetime
) -> Sequence[Result]:
    """What these reps left from `start` on and what stands met or not met in it, the oldest first."""
    left_at = func.coalesce(voicemail.c.left_at, voicemail.c.received_at)
    query = (
        select(voicemail.c.rep_id, finding.c.criterion_id, left_at.label("left_at"), stands.label("stands"))
        .join(scorecard, scorecard.c.id == finding.c.scorecard_id)
        .join(voicemail, voicemail.c.id == scorecard.c.voicemail_id)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .where(current, voicemails_for(viewer), ~is_practice(), stands.in_(COUNTED), left_at >= start)
        .where(voicemail.c.rep_id.in_(rep_ids), finding.c.criterion_id.in_(criterion_ids))
        .order_by(left_at, voicemail.c.id)
    )
    return [Result(row.rep_id, row.criterion_id, row.left_at, row.stands) for row in connection.execute(query)]
