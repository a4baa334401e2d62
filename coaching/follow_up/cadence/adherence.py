"""How much of a cadence was kept: of one lead, and added up over a rep, a team, a source."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.domain.attempt import CALLS, Attempt, AttemptKind, Direction
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

    @classmethod
    def of(cls, attempts: Iterable[Attempt]) -> "Counts":
        out = [one.kind for one in attempts if one.direction is Direction.OUT and one.kind in CALLS]
        return cls(len(out), out.count(AttemptKind.VOICEMAIL))
