"""Practice: a drill, what a rep recorded for it, and whether that was submitted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coaching.domain.voicemail import Heard, ListedVoicemail, VoicemailId


class Measure(StrEnum):
    """What a drill asks for that no criterion judges."""

    DIGITS_PER_SECOND = "digits_per_second"
    OPENING_FILLERS = "opening_fillers"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class DrillGoal:
    """Either a criterion that has to be met, or a measure that may be `at_most` so much. text: it in words, for the rep."""

    text: str
    criterion_id: str = ""
    measure: Measure | None = None
    at_most: float = 0.0


@dataclass(frozen=True, slots=True)
class Drill:
    """A made-up lead to leave a message for. task: what to do, in a sentence; earlier: the messages left before, oldest first."""

    id: str
    title: str
    task: str
    hint: str
    seconds: int
    customer_name: str
    facts: Mapping[str, object]
    earlier: tuple[str, ...]
    goals: tuple[DrillGoal, ...]

    @property
    def attempt(self) -> int:
        return len(self.earlier) + 1


@dataclass(frozen=True, slots=True)
class Practice:
    """A recording that was made for a drill. submitted_at: None while it is for the rep alone."""

    voicemail_id: VoicemailId
    drill_id: str
    submitted_at: datetime | None = None

    @property
    def is_private(self) -> bool:
        return self.submitted_at is None


@dataclass(frozen=True, slots=True)
class Practised:
    """One attempt at a drill with what became of it. heard: None until it was transcribed."""

    practice: Practice
    listed: ListedVoicemail
    heard: Heard | None = None
