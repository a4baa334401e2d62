"""What was done to reach a lead, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from coaching.domain.lead import LeadId
from coaching.domain.people import PersonId, Role
from coaching.domain.scorecard import NumberMatch
from coaching.domain.voicemail import VoicemailId

AttemptId = NewType("AttemptId", str)
"""Of an attempt that was noted ("attempt 5"), or that is a recorded voicemail ("voicemail 12")."""


class AttemptKind(StrEnum):
    VOICEMAIL = "voicemail"
    CALL = "call"
    """Nobody answered, and no message was left."""
    CONVERSATION = "conversation"
    EMAIL = "email"
    TEXT = "text"
    SOCIAL = "social"


CALLS = frozenset({AttemptKind.VOICEMAIL, AttemptKind.CALL, AttemptKind.CONVERSATION})


class Direction(StrEnum):
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One touch. role: that of who made it, so that a manager's call can be told from a rep's.

    asks_permission: an email that asks whether the customer may be called. voicemail_id: the recording of it, where there is one.
    """

    id: AttemptId
    lead_id: LeadId
    kind: AttemptKind
    at: datetime
    role: Role = Role.REP
    person_id: PersonId | None = None
    direction: Direction = Direction.OUT
    asks_permission: bool = False
    voicemail_id: VoicemailId | None = None
    note: str = ""


class LeadOutcomeKind(StrEnum):
    CALLED_BACK = "called_back"
    TEXTED_BACK = "texted_back"
    APPOINTMENT = "appointment"
    SOLD = "sold"
    OPTED_OUT = "opted_out"
    WRONG_NUMBER = "wrong_number"


CAME_BACK = frozenset({LeadOutcomeKind.CALLED_BACK, LeadOutcomeKind.TEXTED_BACK})


class CallbackPath(StrEnum):
    """What happened to a customer who called back."""

    CONNECTED = "connected"
    LOST_ON_HOLD = "lost_on_hold"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class LeadOutcome:
    """What came of the attempts. number and path: which number the customer rang and where it led, None where unknown."""

    lead_id: LeadId
    kind: LeadOutcomeKind
    at: datetime
    number: NumberMatch | None = None
    path: CallbackPath | None = None
