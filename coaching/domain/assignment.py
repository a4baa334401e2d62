"""What a trainer asks reps to do until a day, and how far each of them is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from coaching.domain.people import PersonId, StoreId

AssignmentId = NewType("AssignmentId", int)

# Today or tomorrow: on the day itself a reminder may come after the shift.
SOON = timedelta(days=1)


class Ending(StrEnum):
    """Why somebody no longer has to do it, done or not."""

    WITHDRAWN = "withdrawn"
    LEFT = "left"


class AssignmentState(StrEnum):
    UNDER_WAY = "under_way"
    SOON = "soon"
    OVERDUE = "overdue"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


OPEN = frozenset({AssignmentState.UNDER_WAY, AssignmentState.SOON, AssignmentState.OVERDUE})


@dataclass(frozen=True, slots=True)
class Asked:
    """Either a drill of which all goals are to be reached, or a criterion that voicemails to customers are to meet, so often."""

    wanted: int
    drill_id: str = ""
    criterion_id: str = ""


@dataclass(frozen=True, slots=True)
class AssignedRep:
    """ended_at, ending: None while they are to do it. noted_done_at: None until its day is over and it was done."""

    id: PersonId
    name: str
    ended_at: datetime | None = None
    ending: Ending | None = None
    noted_done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """due_on: the last day, on the store's clock. trainer_name: "" for somebody who is no longer on file.

    reps: those of its reps whom the viewer may see.
    """

    id: AssignmentId
    store_id: StoreId
    trainer_id: PersonId | None
    trainer_name: str
    asked: Asked
    given_at: datetime
    due_on: date
    note: str
    reps: tuple[AssignedRep, ...] = ()


@dataclass(frozen=True, slots=True)
class RepProgress:
    """times: when each thing that counts was done, the oldest first, all after the assignment was given.

    not_submitted: the rep's own attempts that reached everything and that nobody else knows of; 0 for everybody but them.
    """

    rep: AssignedRep
    wanted: int
    due_on: date
    zone: str
    times: tuple[datetime, ...] = ()
    not_submitted: int = 0

    @property
    def done(self) -> int:
        """Never more than is wanted; all of it where that was noted, whatever is left on file."""
        return self.wanted if self.rep.noted_done_at else len(self._counted)

    @property
    def done_at(self) -> datetime | None:
        if self.rep.noted_done_at is not None:
            return self.rep.noted_done_at
        return self._counted[-1] if len(self._counted) == self.wanted else None

    def is_over(self, now: datetime) -> bool:
        """Its day is, done or not."""
        return self._day_of(now) > self.due_on

    @property
    def is_late(self) -> bool:
        return self.done_at is not None and self._day_of(self.done_at) > self.due_on

    def state(self, now: datetime) -> AssignmentState:
        if self.done_at is not None:
            return AssignmentState.DONE
        if self.rep.ending is not None:
            return AssignmentState(self.rep.ending.value)
        if self.is_over(now):
            return AssignmentState.OVERDUE
        return AssignmentState.SOON if self.due_on - self._day_of(now) <= SOON else AssignmentState.UNDER_WAY

    def _day_of(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()

    @property
    def _counted(self) -> Sequence[datetime]:
        """What was done after it had ended for them belongs to something else."""
        end = self.rep.ended_at
        return [at for at in self.times if end is None or at <= end][: self.wanted]
