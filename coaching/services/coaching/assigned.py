"""How far reps are with what was assigned to them, counted anew from the verdicts that stand whenever somebody looks.

Practice counts when it was submitted: before that nobody but its rep learns of it here either.
"""

from collections.abc import Mapping, Sequence

from coaching.domain.assignment import AssignedRep, Assignment, AssignmentId, RepProgress
from coaching.domain.people import PersonId, Viewer
from coaching.domain.practice import Practised
from coaching.domain.scorecard import Outcome
from coaching.domain.session import Result
from coaching.rubrics.drills import drills
from coaching.services.practice.goals import goals_reached
from coaching.storage import practices, results
from coaching.storage.database import Connection


def how_far(
    connection: Connection, viewer: Viewer, listed: Sequence[Assignment], zones: Mapping[int, str]
) -> Mapping[AssignmentId, Sequence[RepProgress]]:
    """By what the viewer may see. zones: the time zone of each store."""
    if not listed:
        return {}
    rep_ids = {rep.id for one in listed for rep in one.reps}
    first = min(one.given_at for one in listed)
    criteria, drill_ids = {one.asked.criterion_id for one in listed}, {one.asked.drill_id for one in listed}
    left = results.since(connection, viewer, rep_ids, criteria, first)
    practised = [one for one in practices.at_drills(connection, viewer, drill_ids, rep_ids, first) if _reached_all(one)]
    return {one.id: [_of_rep(one, rep, left, practised, viewer.id, zones[one.store_id]) for rep in one.reps] for one in listed}


def _of_rep(
    one: Assignment, rep: AssignedRep, left: Sequence[Result], practised: Sequence[Practised], viewer_id: PersonId, zone: str
) -> RepProgress:
    tried = [attempt for attempt in practised if _is_for(attempt, one, rep)]
    submitted = [attempt.practice.submitted_at for attempt in tried if attempt.practice.submitted_at is not None]
    met = [result.left_at for result in left if _counts(result, one, rep)]
    own = len(tried) - len(submitted) if viewer_id == rep.id else 0
    return RepProgress(rep, one.asked.wanted, one.due_on, zone, tuple(sorted([*met, *submitted])), own)


def _counts(result: Result, one: Assignment, rep: AssignedRep) -> bool:
    is_theirs = (result.rep_id, result.criterion_id) == (rep.id, one.asked.criterion_id)
    return is_theirs and result.left_at >= one.given_at and result.outcome is Outcome.MET


def _is_for(attempt: Practised, one: Assignment, rep: AssignedRep) -> bool:
    voicemail = attempt.listed.voicemail
    is_theirs = (voicemail.rep_id, attempt.practice.drill_id) == (rep.id, one.asked.drill_id)
    return is_theirs and voicemail.received_at >= one.given_at


def _reached_all(attempt: Practised) -> bool:
    """A drill that was taken out of the folder can no longer be reached."""
    made = drills().get(attempt.practice.drill_id)
    return made is not None and goals_reached(made, attempt) == len(made.goals)
