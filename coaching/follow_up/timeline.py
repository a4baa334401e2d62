"""One lead on one line, as a chart needs it: arrival, attempts, gaps, deadlines, and what came again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind, Direction, LeadOutcome
from coaching.domain.lead import Lead
from coaching.domain.people import Role
from coaching.domain.scorecard import Scorecard, ValueKind
from coaching.domain.voicemail import VoicemailId
from coaching.follow_up.cadence.deadlines import Deadline
from coaching.follow_up.cadence.stops import Stop, stop_of
from coaching.follow_up.reasons.ledger import VALUE, Heard

# Shorter than the rest of a working day, a gap is no gap in a picture of weeks.
SHORTEST_GAP = timedelta(days=1)
REPETITION = "no_repetition"


@dataclass(frozen=True, slots=True)
class Mark:
    """One attempt. score: None where it was not judged. reason: the kind of value it offered."""

    attempt_id: AttemptId
    at: datetime
    kind: AttemptKind
    role: Role
    direction: Direction
    score: float | None = None
    reason: ValueKind | None = None
    voicemail_id: VoicemailId | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A day or more in which the customer heard nothing from us."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Arc:
    """What an attempt said again: from the later to the earlier one, with the words of both."""

    later: AttemptId
    earlier: AttemptId
    quote: str
    earlier_quote: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """ends_at: where the line ends, which is now, or the stop. Marks, gaps and deadlines in the order of time."""

    arrived_at: datetime | None
    ends_at: datetime
    marks: tuple[Mark, ...]
    gaps: tuple[Gap, ...]
    deadlines: tuple[Deadline, ...]
    arcs: tuple[Arc, ...]
    outcomes: tuple[LeadOutcome, ...]
    stop: Stop | None

    @property
    def is_empty(self) -> bool:
        """Nothing on it has a time: not even when the lead came in."""
        return not (self.arrived_at or self.marks or self.deadlines or self.stop)


def timeline(
    lead: Lead,
    attempts: Sequence[Attempt],
    heard: Sequence[Heard],
    deadlines: Sequence[Deadline],
    now: datetime,
    outcomes: Sequence[LeadOutcome] = (),
    repeated_ids: Mapping[str, AttemptId] | None = None,
) -> Timeline:
    """repeated_ids: the ids by which scorecards name earlier messages -> the attempts that left them."""
    ordered = sorted(attempts, key=lambda attempt: attempt.at)
    cards = {one.attempt.id: one.scorecard for one in heard if one.scorecard}
    stop = stop_of(lead, attempts, outcomes)
    ends_at = min(now, stop.at) if stop else now
    return Timeline(
        arrived_at=lead.arrived_at,
        ends_at=ends_at,
        marks=tuple(_mark(attempt, cards.get(attempt.id)) for attempt in ordered),
        gaps=_gaps(lead, ordered, ends_at),
        deadlines=tuple(deadlines),
        arcs=tuple(arc for one in ordered if one.id in cards for arc in _arcs(one, cards[one.id], repeated_ids or {})),
        outcomes=tuple(sorted(outcomes, key=lambda outcome: outcome.at)),
        stop=stop,
    )


def _mark(attempt: Attempt, scorecard: Scorecard | None) -> Mark:
    found = [finding.kind for finding in scorecard.findings if finding.criterion_id == VALUE] if scorecard else []
    return Mark(
        attempt.id,
        attempt.at,
        attempt.kind,
        attempt.role,
        attempt.direction,
        scorecard.total if scorecard else None,
        next(iter(found), None),
        attempt.voicemail_id,
    )


def _gaps(lead: Lead, ordered: Sequence[Attempt], ends_at: datetime) -> tuple[Gap, ...]:
    ours = [attempt.at for attempt in ordered if attempt.direction is Direction.OUT and attempt.at < ends_at]
    moments = [*([lead.arrived_at] if lead.arrived_at else []), *ours, ends_at]
    return tuple(Gap(start, end) for start, end in pairwise(moments) if end - start >= SHORTEST_GAP)


def _arcs(attempt: Attempt, scorecard: Scorecard, repeated_ids: Mapping[str, AttemptId]) -> list[Arc]:
    return [
        Arc(attempt.id, repeated_ids[evidence.repeats.id], evidence.quote, evidence.repeats.quote)
        for finding in scorecard.findings
        if finding.criterion_id == REPETITION
        for evidence in finding.evidence
        if evidence.repeats and evidence.repeats.id in repeated_ids
    ]
