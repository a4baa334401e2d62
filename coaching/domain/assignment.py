"""What a trainer asks reps to do until a day, and how far each of them is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from coaching.domain.people import PersonId, StoreId

AssignmentId = NewType("AssignmentId", int)


@dataclass(frozen=True, slots=True)
class Assignment:
    """`wanted` voicemails that meet the criterion from `given_at` on; with a drill, so many submitted attempts at it instead.

    due_on: the last day. trainer_name: "" for somebody who is no longer on file. done: how many each rep has, never above
    `wanted`.
    """

    id: AssignmentId
    store_id: StoreId
    trainer_id: PersonId | None
    trainer_name: str
    drill_id: str
    criterion_id: str
    wanted: int
    given_at: datetime
    due_on: date
    note: str
    reps: Mapping[PersonId, str]
    done: Mapping[PersonId, int]

    def is_done(self, rep_id: PersonId) -> bool:
        return self.done.get(rep_id, 0) >= self.wanted
