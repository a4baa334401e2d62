"""Who did what to whose things, and when. Ids only, so that the history stays true, but nameless, after somebody was erased."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from coaching.domain.people import PersonId, StoreId

Detail = str | int | None


class Action(StrEnum):
    SIGNED_IN = "signed_in"
    RECEIVED = "received"
    JUDGED = "judged"
    HEARD = "heard"
    CHANGED = "changed"
    EXPORTED = "exported"
    ERASED = "erased"
    EXPIRED = "expired"


class Subject(StrEnum):
    """What an entry's subject_id is the id of."""

    VOICEMAIL = "voicemail"
    LEAD = "lead"
    PERSON = "person"
    STORE = "store"
    SESSION = "session"
    ROUND = "round"
    ASSIGNMENT = "assignment"


@dataclass(frozen=True, slots=True)
class Entry:
    """by: None for the machine itself and for whoever works at its command line.

    what: which part of the subject, an identifier ("placement", "direct_line"). details: identifiers, outcomes and counts,
    never words that somebody said or typed; of a telephone number the last two digits.
    """

    at: datetime
    by: PersonId | None
    action: Action
    what: str
    subject: Subject
    subject_id: int | None
    store_id: StoreId | None
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """by_name: empty for the machine, and for who is no longer on file. is_practice: a voicemail left for a drill.

    about: what the subject is called today, of a voicemail its customer, "" where nobody is known; None where the subject is
    no longer on file, and of what has no name.
    """

    entry: Entry
    by_name: str = ""
    about: str | None = None
    is_practice: bool = False
