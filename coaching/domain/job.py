"""Work that outlives the screen that asked for it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NewType

from coaching.domain.letter import LetterId
from coaching.domain.session import TakeId
from coaching.domain.voicemail import VoicemailId

JobId = NewType("JobId", int)


class JobKind(StrEnum):
    JUDGE = "judge"
    TAKE = "take"
    LETTER = "letter"


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Priority(IntEnum):
    """The higher goes first."""

    DEMO = 0
    RENEWED = 10
    BULK = 20
    SINGLE = 30


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on a job until the lease ends. Only a commit that shows the token of the last claim counts.

    about: the id of a voicemail or of a letter, as the kind says. take_id: of a take, which was said instead of the voicemail.
    """

    job_id: JobId
    kind: JobKind
    about: int
    token: int
    attempts: int
    take_id: TakeId | None = None

    @property
    def voicemail_id(self) -> VoicemailId:
        return VoicemailId(self.about)

    @property
    def letter_id(self) -> LetterId:
        return LetterId(self.about)


class LostLease(Exception):
    """Somebody else holds the job now, or what it is about is gone: what was done under this claim must not be kept."""
