"""A rep says that a verdict is wrong, and a person who coaches them answers. Both are appended; neither touches the verdict."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome

DisputeId = NewType("DisputeId", int)

# Two weekly talks between rep and trainer fall into it, and both still remember the call. A store sets its own.
DAYS_TO_DISPUTE = 14
# What costs a point, or withholds one. Nobody is asked to give a point back.
DISPUTABLE = frozenset({Outcome.NOT_MET, Outcome.UNSURE})


class Answer(StrEnum):
    KEEP = "keep"
    CHANGE = "change"
    NOT_COUNTED = "not_counted"


# What stands after an answer, None where nothing changes.
BECOMES = {Answer.KEEP: None, Answer.CHANGE: Outcome.MET, Answer.NOT_COUNTED: Outcome.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Answered:
    """by: None, and no name, when that person is no longer on file."""

    answer: Answer
    reason: str
    by: PersonId | None
    at: datetime
    by_name: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """outcome: what stood when it was disputed. by and by_name as in Answered; answered: None while it is open."""

    id: DisputeId
    criterion_id: str
    outcome: Outcome
    reason: str
    by: PersonId | None
    at: datetime
    by_name: str = ""
    answered: Answered | None = None


def is_within(window: timedelta, stands_since: datetime, now: datetime) -> bool:
    return now <= stands_since + window
