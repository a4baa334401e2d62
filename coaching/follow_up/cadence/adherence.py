"""How much of a cadence was kept: of one lead, and added up over a rep, a team, a source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.domain.attempt import CALLS, Attempt, AttemptKind, Direction
from coaching.domain.hours import Hours
from coaching.follow_up.cadence.deadlines import Deadline, State


@dataclass(frozen=True, slots=True)
class Adherence:
    kept: int = 0
    late: int = 0
    missed: int = 0

    @classmethod
    def of(cls, deadlines: Iterable[Deadline]) -> "Adherence":
        """Only what is decided counts: what is still to do, or was dropped, does not."""
        states = [deadline.state for deadline in deadlines]
        return cls(*(states.count(state) for state in (State.KEPT, State.LATE, State.MISSED)))

    def __add__(self, other: "Adherence") -> "Adherence":
        return Adherence(self.kept + other.kept, self.late + other.late, self.missed + other.missed)

    @property
    def share_kept(self) -> float | None:
        """0 to 1; late is not kept. None where nothing is decided yet."""
        decided = self.kept + self.late + self.missed
        return self.kept / decided if decided else None


def total(parts: Iterable[Adherence]) -> Adherence:
    return sum(parts, Adherence())


@dataclass(frozen=True, slots=True)
class Counts:
    """calls: every call that went out, with a message or without; messages: those where a voicemail was left."""

    calls: int = 0
    messages: int = 0
    conversations: int = 0
    written: int = 0
    by_customer: int = 0

    @classmethod
    def of(cls, attempts: Iterable[Attempt]) -> "Counts":
        out, came_in = [], 0
        for attempt in attempts:
            if attempt.direction is Direction.OUT:
                out.append(attempt.kind)
            else:
                came_in += 1
        calls = [kind for kind in out if kind in CALLS]
        return cls(
            calls=len(calls),
            messages=calls.count(AttemptKind.VOICEMAIL),
            conversations=calls.count(AttemptKind.CONVERSATION),
            written=len(out) - len(calls),
            by_customer=came_in,
        )


def first_call_after(arrived_at: datetime, attempts: Sequence[Attempt], hours: Hours) -> timedelta | None:
    """Opening time between the lead's arrival and the first call to it; None while there is none."""
    calls = [attempt.at for attempt in attempts if attempt.kind in CALLS and attempt.direction is Direction.OUT]
    return hours.between(arrived_at, min(calls)) if calls else None
