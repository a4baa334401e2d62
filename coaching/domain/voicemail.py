"""A recording as a rep left it for a lead, and where it stands among the attempts to reach that lead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from coaching.domain.dispute import Dispute
from coaching.domain.lead import LeadId
from coaching.domain.override import Override, in_force, standing
from coaching.domain.people import PersonId, StoreId
from coaching.domain.recording import Delivery, Recording
from coaching.domain.scorecard import Outcome, Scorecard
from coaching.domain.transcript import Transcript

VoicemailId = NewType("VoicemailId", int)
MOST_ATTEMPTS = 99
"""To reach one lead. Even who calls for half a year stays below it."""


@dataclass(frozen=True, slots=True)
class Voicemail:
    """file_name: as it was uploaded; recording: None until it has been decoded; left_at: when it was spoken, where known.

    received_at: when we got the file. received_from: who uploaded it, and sees it while it is nobody's. has_sound, has_words:
    False when the store's rules have let the audio, or transcript and file name, go.
    """

    id: VoicemailId
    store_id: StoreId
    sha256: str
    file_name: str
    received_at: datetime
    received_from: PersonId
    recording: Recording | None = None
    rep_id: PersonId | None = None
    lead_id: LeadId | None = None
    attempt: int | None = None
    left_at: datetime | None = None
    has_sound: bool = True
    has_words: bool = True

    @property
    def duration_s(self) -> float:
        """0 until it has been decoded."""
        return self.recording.duration_s if self.recording else 0.0

    @property
    def place(self) -> tuple[bool, int, datetime, int]:
        """Sorts the voicemails of one lead: by attempt, those without a number last, then by when they were left."""
        return (self.attempt is None, self.attempt or 0, self.left_at or self.received_at, self.id)


class Stage(StrEnum):
    """What has become of a voicemail, as its rep sees it."""

    RECEIVED = "received"
    TRANSCRIBING = "transcribing"
    JUDGED = "judged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """done: 0 to 1. reason: why it failed, a sentence for the rep. renewing: judged, and being judged again."""

    stage: Stage
    done: float = 0.0
    reason: str = ""
    may_retry: bool = False
    renewing: bool = False


@dataclass(frozen=True, slots=True)
class PossibleLead:
    """Somebody for whom a voicemail may have been left."""

    lead_id: LeadId
    customer_name: str
    vehicle: str = ""


@dataclass(frozen=True, slots=True)
class ListedVoicemail:
    """One line of a list. Names are empty where nobody is known; outcomes: criterion id -> the outcome that stands, empty until
    judged; score follows from them. possible_leads: among whom a person has to choose, none where nothing is to be asked.
    """

    voicemail: Voicemail
    progress: Progress
    rep_name: str = ""
    customer_name: str = ""
    score: float | None = None
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    possible_leads: tuple[PossibleLead, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What one engine heard in a recording, and how it was said."""

    transcript: Transcript
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Judged:
    """A scorecard as the machine made it, with what it was made from and what people settled and disputed since, the oldest
    first.
    """

    heard: Heard
    scorecard: Scorecard
    judged_at: datetime
    overrides: tuple[Override, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def standing(self) -> Scorecard:
        """With the outcomes that people settled: what is shown and counted."""
        return standing(self.scorecard, self.overrides)

    def outcome_of(self, criterion_id: str) -> Outcome | None:
        """What stands; None for a criterion that was not judged."""
        return next((one.outcome for one in self.standing.findings if one.criterion_id == criterion_id), None)

    def stands_since(self, criterion_id: str) -> datetime:
        made = in_force(self.scorecard, self.overrides).get(criterion_id)
        return made.at if made else self.judged_at

    def is_disputed(self, criterion_id: str) -> bool:
        """What stands now was disputed, whether that is answered or not, or a dispute from before is still open."""
        since = self.stands_since(criterion_id)
        return any(one.criterion_id == criterion_id and (one.at >= since or not one.answered) for one in self.disputes)
