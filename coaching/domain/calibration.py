"""A calibration round: the same voicemails judged blind by several people, held against each other and the machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from coaching.domain.people import PersonId, StoreId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId

RoundId = NewType("RoundId", int)
# A person who listened is never unsure: the machine alone is.
BY_PEOPLE = (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class CalibrationRound:
    """judges: id -> name. finished: when each judge did. closed_at: since when all who see the round see its verdicts."""

    id: RoundId
    store_id: StoreId
    title: str
    opened_by: PersonId | None
    opened_at: datetime
    criterion_ids: tuple[str, ...]
    voicemail_ids: tuple[VoicemailId, ...]
    judges: Mapping[PersonId, str]
    finished: Mapping[PersonId, datetime] = field(default_factory=dict)
    closed_at: datetime | None = None

    def is_blind_for(self, person_id: PersonId) -> bool:
        """Whether that person may not see what others, or the machine, said."""
        return self.closed_at is None and person_id not in self.finished

    def is_to_judge(self, person_id: PersonId) -> bool:
        return person_id in self.judges and self.is_blind_for(person_id)


@dataclass(frozen=True, slots=True)
class Verdict:
    """judge_id: MACHINE.id for the machine's own."""

    voicemail_id: VoicemailId
    criterion_id: str
    judge_id: PersonId
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Gold:
    """What those who differed agreed on."""

    voicemail_id: VoicemailId
    criterion_id: str
    outcome: Outcome
