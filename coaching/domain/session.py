"""A coaching session: voicemails heard together, what was agreed, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType

from coaching.domain.people import PersonId, StoreId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId

SessionId = NewType("SessionId", int)
GoalId = NewType("GoalId", int)
TakeId = NewType("TakeId", int)


@dataclass(frozen=True, slots=True)
class Goal:
    """At least `wanted` of a rep's next `out_of` voicemails meet the criterion."""

    id: GoalId
    criterion_id: str
    wanted: int
    out_of: int


@dataclass(frozen=True, slots=True)
class CoachingSession:
    """held_at: what a rep leaves after it counts for the goals. trainer_name: "" for somebody who is no longer on file.

    private_notes: "" for everybody but the trainer. sent_at: None while the summary is not sent, or changed since.
    acknowledged: when each rep acknowledged the summary that was sent last.
    """

    id: SessionId
    store_id: StoreId
    title: str
    trainer_id: PersonId | None
    trainer_name: str
    held_at: datetime
    reps: Mapping[PersonId, str]
    next_on: date | None = None
    notes: str = ""
    private_notes: str = ""
    sent_at: datetime | None = None
    goals: tuple[Goal, ...] = ()
    acknowledged: Mapping[PersonId, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TakeVerdict:
    """How a take did on the criterion it is about. text: all that was heard. quote: the part of it that tells, or ""."""

    text: str
    outcome: Outcome
    quote: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Take:
    """What a rep said instead, recorded in a session. It is no voicemail: it is in no list and counts nowhere.

    verdict: None until it was judged, and where that failed. is_waiting: it will be judged. failed: why it could not be.
    may_retry: whether trying the same again may help.
    """

    id: TakeId
    session_id: SessionId
    rep_id: PersonId
    rep_name: str
    voicemail_id: VoicemailId
    criterion_id: str
    said_at: datetime
    store_id: StoreId
    sha256: str
    verdict: TakeVerdict | None = None
    is_waiting: bool = False
    failed: str = ""
    may_retry: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """How one voicemail did on a criterion; the outcome is the one that stands."""

    rep_id: PersonId
    criterion_id: str
    left_at: datetime
    outcome: Outcome
