"""Which voicemails a report is about, and what was counted of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from coaching.domain.people import PersonId, StoreId, TeamId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId

A_WEEK = timedelta(weeks=1)
ANY_ATTEMPT = 0
LATE_ATTEMPT = 4
"""This attempt and all later ones count as one: few leads are called more often."""
UNKNOWN_ATTEMPT = 9
ANY_SOURCE = ""
NO_TEAM = 0
"""In the sums: of the voicemails of reps without a team."""
ANY_STORE = 0
"""In the sums: of all stores together, beside NO_TEAM."""
BINS = 10
"""Of the totals: 0 to 9.9, 10 to 19.9, ..., 90 to 100."""


class Attempts(IntEnum):
    """By which attempt voicemails are held apart: a first one has nothing to repeat."""

    ANY = ANY_ATTEMPT
    FIRST = 1
    SECOND = 2
    THIRD = 3
    LATER = LATE_ATTEMPT
    UNKNOWN = UNKNOWN_ATTEMPT

    @classmethod
    def of(cls, attempt: int | None) -> "Attempts":
        return cls.UNKNOWN if attempt is None else cls(min(attempt, LATE_ATTEMPT))


@dataclass(frozen=True, slots=True)
class Scope:
    """since and until: Mondays, the first and the last week, on the clocks of each store. None, or ANY: all of them.

    source: of leads; "" is a source as well, that of leads whose source nobody knows.
    """

    since: date
    until: date
    store_id: StoreId | None = None
    team_id: TeamId | None = None
    rep_id: PersonId | None = None
    attempt: Attempts = Attempts.ANY
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What was clicked: the voicemails of the scope with this outcome of a criterion, in this bin of totals, of this script."""

    scope: Scope
    criterion_id: str = ""
    outcome: Outcome | None = None
    bin: int | None = None
    script: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each outcome stands. Only met and not met make a share: what nobody could tell or does not apply says nothing."""

    met: int = 0
    not_met: int = 0
    unsure: int = 0
    not_applicable: int = 0

    @property
    def n(self) -> int:
        return self.met + self.not_met

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.met + other.met,
            self.not_met + other.not_met,
            self.unsure + other.unsure,
            self.not_applicable + other.not_applicable,
        )


@dataclass(frozen=True, slots=True)
class Totals:
    """n scorecards that have a total; points and squares: the sums of the totals and of their squares."""

    n: int = 0
    points: float = 0.0
    squares: float = 0.0

    @property
    def mean(self) -> float | None:
        return self.points / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Stratum:
    """What was counted of one rep's (or store's) voicemails of one attempt and source: groups are compared within strata, so
    that nobody looks worse for calling harder leads. group_id: None where the rep is no longer on file. outcomes: by criterion.
    """

    group_id: int | None
    attempt: Attempts
    source: str
    totals: Totals
    outcomes: Mapping[str, Counts]


@dataclass(frozen=True, slots=True)
class Group:
    """A rep with team and store, or a store."""

    id: int | None
    name: str
    team: str = ""
    store: str = ""


@dataclass(frozen=True, slots=True)
class CountedVoicemail:
    """A voicemail as reports count it. attempt: LATE_ATTEMPT stands for all later ones; names are empty where nobody is known."""

    voicemail_id: VoicemailId
    week: date
    store: str
    team: str
    rep: str
    source: str
    attempt: int | None
    total: float | None
    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True, slots=True)
class WornScript:
    """The same reason told to so many customers by one rep. script: its mark; voicemail_id: the last to have it, in which it
    is told in the words of `reason`.
    """

    rep_id: PersonId
    script: str
    customers: int
    voicemail_id: VoicemailId
    reason: str


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


LETTERS = {Outcome.MET: "m", Outcome.NOT_MET: "n", Outcome.UNSURE: "u", Outcome.NOT_APPLICABLE: "a"}
