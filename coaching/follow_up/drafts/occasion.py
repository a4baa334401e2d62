"""For what a voicemail is drafted, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from coaching.domain.attempt import Attempt, LeadOutcome
from coaching.domain.context import DEFAULT_PROFILE, CallContext, EarlierMessage, RepOnFile
from coaching.domain.lead import Lead
from coaching.errors import CoachingError
from coaching.follow_up.cadence.stops import Why, stop_of
from coaching.follow_up.drafts.pace import Pace
from coaching.follow_up.reasons.on_file import Reason

LENGTHS_S = (15.0, 25.0, 40.0)
TOLERANCE = 0.15  # of the length asked for

NO_CONTACT = "This customer asked for no contact, so there is nothing to draft. Every stop is honoured."
NO_CALL = "This customer asked not to be called, so there is no voicemail to draft. Write to them instead."
WRONG_NUMBER = "The number of this customer is wrong. Find the right one before you record."


class NoDraft(CoachingError):
    """This customer must not be left a voicemail; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """reasons: those the customer has not heard, the best first. earlier: the messages they have heard, oldest first.

    attempt: the number this voicemail will have. profile_id: what the store has its voicemails judged by.
    """

    lead: Lead
    rep: RepOnFile
    reasons: Sequence[Reason]
    attempt: int = 1
    attempts: Sequence[Attempt] = ()
    outcomes: Sequence[LeadOutcome] = ()
    earlier: tuple[EarlierMessage, ...] = ()
    pace: Pace = field(default_factory=Pace)
    profile_id: str = DEFAULT_PROFILE

    @property
    def context(self) -> CallContext:
        """By which a message left now is judged."""
        return CallContext(self.rep, self.lead.customer_name, self.lead.facts, self.attempt, self.earlier, self.profile_id)

    def refuse_where_stopped(self) -> None:
        """Raises NoDraft."""
        stop = stop_of(self.lead, self.attempts, self.outcomes)
        if stop and stop.why is Why.OPTED_OUT:
            raise NoDraft(NO_CONTACT)
        if stop and stop.why is Why.WRONG_NUMBER:
            raise NoDraft(WRONG_NUMBER)
        if self.lead.consent.call_refused_at:
            raise NoDraft(NO_CALL)


@dataclass(frozen=True, slots=True)
class Draft:
    """blanks: what the rep has to fill in, by the names of blanks.toml. seconds: at the rep's own pace.

    script: the wording apart from what was filled in, so that no other lead of the rep gets the same.
    """

    text: str
    asked_s: float
    seconds: float
    reasons: tuple[Reason, ...]
    blanks: tuple[str, ...]
    script: str

    @property
    def is_as_long_as_asked(self) -> bool:
        return abs(self.seconds - self.asked_s) <= TOLERANCE * self.asked_s
