"""Whether an attempt at a drill reached what the drill asks for."""

from collections.abc import Sequence

from coaching.domain.practice import Drill, DrillGoal, Measure, Practised
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Heard

OPENING_S = 10.0  # in which the listener decides whether to go on: the first two sentences of most messages
REACHED = {Outcome.MET: True, Outcome.NOT_MET: False}


def reached(goal: DrillGoal, attempt: Practised) -> bool | None:
    """None where nobody can tell: it is not judged yet, the verdict is unsure, or there is nothing to measure."""
    if attempt.heard is None:
        return None
    if goal.measure is None:
        outcome = attempt.listed.outcomes.get(goal.criterion_id)
        return None if outcome is None else REACHED.get(outcome)
    measured = _measured(goal.measure, attempt, attempt.heard)
    return None if measured is None else measured <= goal.at_most


def goals_reached(drill: Drill, attempt: Practised) -> int:
    return sum(reached(goal, attempt) is True for goal in drill.goals)


def best(drill: Drill, attempts: Sequence[Practised]) -> Practised | None:
    """By goals reached, then by total; the earliest of equals. None while none is judged."""
    judged = [one for one in attempts if one.heard is not None]
    rank = {one.practice.voicemail_id: (goals_reached(drill, one), one.listed.score or 0.0) for one in judged}
    oldest_first = sorted(judged, key=lambda one: one.practice.voicemail_id)
    return max(oldest_first, key=lambda one: rank[one.practice.voicemail_id], default=None)


def _measured(measure: Measure, attempt: Practised, heard: Heard) -> float | None:
    from coaching.audio.measure import fillers

    match measure:
        case Measure.DIGITS_PER_SECOND:
            return heard.delivery.digits_per_second
        case Measure.OPENING_FILLERS:
            return float(fillers([word for word in heard.transcript.words if word.start_s < OPENING_S]))
        case Measure.SECONDS:
            recording = attempt.listed.voicemail.recording
            return recording.duration_s if recording else None
