"""The value ledger of a lead: which reasons it was told, when, and which it has not heard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coaching.domain.attempt import Attempt
from coaching.domain.lead import Lead
from coaching.domain.scorecard import Outcome, Scorecard, ValueKind
from coaching.domain.store_fact import StoreFact
from coaching.follow_up.reasons.on_file import Reason, reasons_for
from coaching.follow_up.reasons.told import tells

VALUE = "value_offered"


@dataclass(frozen=True, slots=True)
class Heard:
    """A voicemail as the customer heard it. scorecard: None while it is not judged."""

    attempt: Attempt
    text: str
    scorecard: Scorecard | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """quote: the words that offered the value, "" where none were found. reasons: those on file that were recognised in it."""

    attempt: Attempt
    kind: ValueKind | None
    quote: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """told: one entry for each voicemail, oldest first. unused: what is true today and was never told, the best first."""

    told: tuple[Told, ...]
    unused: tuple[Reason, ...]


def ledger(lead: Lead, heard: Iterable[Heard], store_facts: Sequence[StoreFact], today: date) -> Ledger:
    ever = reasons_for(lead, store_facts)
    told = tuple(_told(one, lead, ever) for one in sorted(heard, key=lambda one: one.attempt.at))
    used = {reason.id for entry in told for reason in entry.reasons}
    return Ledger(told, tuple(reason for reason in reasons_for(lead, store_facts, today) if reason.id not in used))


def _told(heard: Heard, lead: Lead, ever: Sequence[Reason]) -> Told:
    kind, quote = _value(heard.scorecard)
    return Told(heard.attempt, kind, quote, tuple(reason for reason in ever if tells(heard.text, reason, lead.facts)))


def _value(scorecard: Scorecard | None) -> tuple[ValueKind | None, str]:
    findings = () if scorecard is None else scorecard.findings
    found = next((one for one in findings if one.criterion_id == VALUE and one.outcome is Outcome.MET), None)
    return (None, "") if found is None else (found.kind, " … ".join(evidence.quote for evidence in found.evidence))
