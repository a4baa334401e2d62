"""The value ledger of a lead: which reasons it was told, when, and which it has not heard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from coaching.domain.attempt import Attempt
from coaching.domain.lead import Lead
from coaching.domain.scorecard import Finding, Outcome, Scorecard, ValueKind
from coaching.domain.store_fact import StoreFact
from coaching.domain.transcript import Transcript
from coaching.follow_up.reasons.on_file import Reason, reasons_for
from coaching.follow_up.reasons.told import tells

VALUE = "value_offered"
# Mean probability of the words. Clean recordings have 0.8 and more; at 0.67 "to be the RAV4" was heard for "toward the RAV4".
# Higher than what makes a verdict unsure (scoring/doubt.py): to leave a quote out costs nothing.
LEAST_TO_QUOTE = 0.7


@dataclass(frozen=True, slots=True)
class Heard:
    """A voicemail as the customer heard it. scorecard: None while it is not judged. transcript: that of the text, None where
    there is text alone.
    """

    attempt: Attempt
    text: str
    scorecard: Scorecard | None = None
    transcript: Transcript | None = None

    def can_be_quoted(self, start_char: int, end_char: int) -> bool:
        """Whether the passage was heard well enough to be held up to somebody as what was said."""
        words = self.transcript.words_within(start_char, end_char) if self.transcript else ()
        return not words or fmean(word.probability for word in words) >= LEAST_TO_QUOTE


@dataclass(frozen=True, slots=True)
class Told:
    """quote: the words that offered the value, "" where none were found or heard well enough.

    reasons: those on file that were recognised in it. doubted: the kind of what was offered, or perhaps was, in words that were
    not certain, where none was.
    """

    attempt: Attempt
    kind: ValueKind | None
    quote: str
    reasons: tuple[Reason, ...]
    doubted: ValueKind | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """told: one entry for each voicemail, oldest first. unused: what is true today and was never told, the best first.

    perhaps: what is true today, and of a kind of which something was told in words that were not certain.
    """

    told: tuple[Told, ...]
    unused: tuple[Reason, ...]
    perhaps: tuple[Reason, ...] = ()


def ledger(lead: Lead, heard: Iterable[Heard], store_facts: Sequence[StoreFact], today: date) -> Ledger:
    ever = reasons_for(lead, store_facts)
    told = tuple(_told(one, lead, ever) for one in sorted(heard, key=lambda one: one.attempt.at))
    used = {reason.id for entry in told for reason in entry.reasons}
    perhaps = {reason.id for entry in told for reason in _perhaps(entry, lead, store_facts)}
    left = [reason for reason in reasons_for(lead, store_facts, today) if reason.id not in used]
    unused = tuple(reason for reason in left if reason.id not in perhaps)
    return Ledger(told, unused, tuple(reason for reason in left if reason.id in perhaps))


def _perhaps(entry: Told, lead: Lead, store_facts: Sequence[StoreFact]) -> list[Reason]:
    """What is new since cannot have been told then."""
    then = reasons_for(lead, store_facts, entry.attempt.at.date())
    return [reason for reason in then if reason.kind is entry.doubted]


def _told(heard: Heard, lead: Lead, ever: Sequence[Reason]) -> Told:
    reasons = tuple(reason for reason in ever if tells(heard.text, reason, lead.facts))
    found = _value(heard)
    if found is None:
        return Told(heard.attempt, None, "", reasons)
    is_sure = found.outcome is Outcome.MET
    quote = _quote(heard, found) if is_sure else ""
    return Told(heard.attempt, found.kind if is_sure else None, quote, reasons, None if quote or reasons else found.kind)


def _value(heard: Heard) -> Finding | None:
    """Where something of value was offered, or perhaps was."""
    findings = () if heard.scorecard is None else heard.scorecard.findings
    offered = (Outcome.MET, Outcome.UNSURE)
    return next((one for one in findings if one.criterion_id == VALUE and one.outcome in offered), None)


def _quote(heard: Heard, found: Finding) -> str:
    return " … ".join(one.quote for one in found.evidence if heard.can_be_quoted(one.start_char, one.end_char))
