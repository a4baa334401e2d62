"""A passage of a voicemail that others can learn from."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from coaching.domain.comment import Passage
from coaching.domain.people import PersonId, StoreId
from coaching.domain.scorecard import ValueKind
from coaching.domain.voicemail import VoicemailId

ExemplarId = NewType("ExemplarId", int)
WITH_KINDS = "value_offered"
"""The one criterion whose exemplars are told apart by kind."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody wants others to learn from. kind: of value, None for other criteria. why: what is good about it.

    anonymous: names and numbers masked in the text and beeped in the sound, and the rep unnamed.
    """

    criterion_id: str
    passage: Passage
    why: str
    kind: ValueKind | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Exemplar:
    """text: the words of the passage as they may be shown. beeps: (start, end) in seconds of the recording.

    rep_name: "" where it is anonymous; by_name: "" for somebody who is no longer on file. is_own: the viewer said it.
    may_open: the viewer may see the whole voicemail.
    """

    id: ExemplarId
    store_id: StoreId
    voicemail_id: VoicemailId
    chosen: Chosen
    text: str
    beeps: tuple[tuple[float, float], ...]
    by: PersonId | None
    by_name: str
    added_at: datetime
    rep_name: str
    is_own: bool
    is_practice: bool
    may_open: bool
