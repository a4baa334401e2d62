"""How many customers came back after voicemails, counted by the database: a big store has too many to read each.

What is left to add up here are the patterns of outcomes, of which there are far fewer than voicemails.
"""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import Exists, Subquery, and_, case, exists, func, null, or_, select, union_all

from coaching.domain.attempt import CAME_BACK, Direction
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import LETTERS
from coaching.storage.database import Connection
from coaching.storage.elapsed import seconds_between
from coaching.storage.tables import attempt, counted, criterion_place, lead, lead_outcome, voicemail
from coaching.storage.visibility import leads_for

DECIDED = {LETTERS[outcome]: outcome for outcome in (Outcome.MET, Outcome.NOT_MET)}


def came_back(connection: Connection, viewer: Viewer, longest_wait: timedelta) -> Mapping[tuple[str, Outcome], tuple[int, int]]:
    """(criterion, met or not met) -> how many judged voicemails, and after how many of them the customer came back.

    That is: called or texted back after it, before the next touch of ours, and within `longest_wait`. Over the leads that the
    viewer may see, without mystery shops.
    """
    touches = _touches(viewer)
    back = case((_back(touches, longest_wait), 1), else_=0)
    alike = (
        select(counted.c.outcomes, func.count(), func.sum(back))
        .join(touches, touches.c.voicemail_id == counted.c.voicemail_id)
        .group_by(counted.c.outcomes)
    )
    criteria = {row.place: row.criterion_id for row in connection.execute(select(criterion_place))}
    sums: dict[tuple[str, Outcome], tuple[int, int]] = {}
    for letters, n, came in connection.execute(alike):
        for place, letter in enumerate(letters, 1):
            if letter in DECIDED:
                key = criteria[place], DECIDED[letter]
                before = sums.get(key, (0, 0))
                sums[key] = before[0] + n, before[1] + came
    return sums


def _touches(viewer: Viewer) -> Subquery:
    """All that went out to a lead, each with the time of the next."""
    at = func.coalesce(voicemail.c.left_at, voicemail.c.received_at)
    theirs = and_(leads_for(viewer), ~lead.c.mystery_shop)
    left = select(voicemail.c.lead_id, at.label("at"), voicemail.c.id.label("voicemail_id"))
    noted = select(attempt.c.lead_id, attempt.c.at.label("at"), null().label("voicemail_id"))
    out = union_all(
        left.join(lead, lead.c.id == voicemail.c.lead_id).where(theirs),
        noted.join(lead, lead.c.id == attempt.c.lead_id).where(theirs, attempt.c.direction == Direction.OUT),
    ).subquery()
    in_order = (out.c.at, func.coalesce(out.c.voicemail_id, 0))
    next_at = func.lead(out.c.at).over(partition_by=out.c.lead_id, order_by=in_order).label("next_at")
    return select(out.c.lead_id, out.c.at, out.c.voicemail_id, next_at).subquery()


def _back(touches: Subquery, longest_wait: timedelta) -> Exists:
    return exists().where(
        lead_outcome.c.lead_id == touches.c.lead_id,
        lead_outcome.c.kind.in_(CAME_BACK),
        lead_outcome.c.at > touches.c.at,
        or_(touches.c.next_at.is_(None), lead_outcome.c.at <= touches.c.next_at),
        seconds_between(touches.c.at, lead_outcome.c.at) <= longest_wait.total_seconds(),
    )
