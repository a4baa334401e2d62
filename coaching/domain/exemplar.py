"""A passage of a voicemail that others can learn from."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from coaching.domain.comment import Passage
from coaching.domain.people import PersonId, StoreId
from coaching.domain.scorecard import ValueKind
from coaching.domain.voicemail import VoicemailId

ExemplarId = NewType("ExemplarId", int)


@dataclass(frozen=True, slots=True)
class Exemplar:
    """text: the words of the passage, without names and numbers where it is anonymous. why: what is good about it.

    rep_name: "" where it is anonymous, or nobody is on file.
    """

    id: ExemplarId
    store_id: StoreId
    voicemail_id: VoicemailId
    rep_id: PersonId | None
    rep_name: str
    criterion_id: str
    kind: ValueKind | None
    passage: Passage
    text: str
    why: str
    anonymous: bool
    added_by: PersonId | None
    added_at: datetime
