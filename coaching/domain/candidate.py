"""A judged voicemail as the queue of those who coach looks at it."""

from dataclasses import dataclass
from datetime import datetime

from coaching.domain.people import PersonId
from coaching.domain.voicemail import VoicemailId


@dataclass(frozen=True, slots=True)
class Candidate:
    """at: when it was left, else received. unsure, disputed: criteria that wait for a person. is_heard: not only by its rep."""

    voicemail_id: VoicemailId
    rep_id: PersonId
    rep_name: str
    at: datetime
    score: float | None
    duration_s: float
    words_per_minute: float | None
    is_heard: bool
    unsure: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepSeen:
    """since: their first voicemail here. heard_at: when somebody else last listened to one of theirs, None for never."""

    voicemails: int
    since: datetime
    heard_at: datetime | None
