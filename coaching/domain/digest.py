"""What a person is told once a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coaching.domain.dates import long_date
from coaching.domain.people import PersonId
from coaching.domain.voicemail import VoicemailId

NOTHING_TO_DO = "Nothing stands out. Listen to whom nobody has heard for a week."


@dataclass(frozen=True, slots=True)
class Clip:
    """A voicemail to hear. label: when it was left, how long it is and what it shows; it names no customer."""

    voicemail_id: VoicemailId
    label: str


@dataclass(frozen=True, slots=True)
class Todo:
    """heading: who and what; why: with its numbers, and whether it could be chance; how: what helps."""

    heading: str
    why: str
    how: str
    clips: Sequence[Clip]
    rep_id: PersonId | None = None
    criterion_id: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion: its shares before and after as they are written, and whether the difference is more than chance."""

    name: str
    before: str
    after: str
    verdict: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        return self.name, self.before, self.after, self.verdict


@dataclass(frozen=True, slots=True)
class Digest:
    """week: its Monday, on the clock of the store. about: whose voicemails these are. sentence: what changed. count: of the
    week's voicemails, and their mean total. since: the heading of the rows' third column.
    alerts: those of the week, a sentence each.
    """

    week: date
    name: str
    about: str
    sentence: str
    verdict: str
    count: str
    todos: Sequence[Todo]
    rows: Sequence[Row]
    since: str
    alerts: Sequence[str] = ()

    @property
    def title(self) -> str:
        return f"Week of {long_date(self.week)}"

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """Headings of the rows."""
        return "Criterion", "Before", self.since, "Change"
