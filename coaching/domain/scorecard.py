"""What a voicemail was judged to be: findings, each with its evidence, and the score that follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

FEWEST_OPEN = 3  # findings; one or two doubts are asked about one by one


class Outcome(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNSURE = "unsure"
    NOT_APPLICABLE = "not_applicable"


class NumberMatch(StrEnum):
    DIRECT_LINE = "direct_line"
    MAIN_LINE = "main_line"
    OTHER = "other"
    UNKNOWN = "unknown"


class ValueKind(StrEnum):
    VEHICLE_INFORMATION = "vehicle_information"
    ARRIVAL_OR_MATCH = "arrival_or_match"
    TRADE_IN = "trade_in"
    INCENTIVE = "incentive"
    PERSONAL_BENEFIT = "personal_benefit"
    SLOT_OR_HOLD = "slot_or_hold"


@dataclass(frozen=True, slots=True)
class Repeated:
    """The passage of an earlier message that came back."""

    id: str
    quote: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """text[start_char:end_char] == quote; start_s and end_s are seconds, None where only text was judged."""

    quote: str
    start_char: int
    end_char: int
    start_s: float | None = None
    end_s: float | None = None
    repeats: Repeated | None = None


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """One telephone number each time it is spoken.

    digits: as they are taken to be ("2405550187"); complete: a whole number, not cut off; certain: False where a digit
    may have been misheard.
    """

    digits: str
    quote: str
    start_char: int
    end_char: int
    complete: bool
    certain: bool
    match: NumberMatch
    start_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion's outcome. `listen` points at the passage to listen to where the outcome is unsure."""

    criterion_id: str
    outcome: Outcome
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    kind: ValueKind | None = None
    listen: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The findings in the rubric's order. weights and caps are the profile's at the time, so the score is derived."""

    rubric_version: str
    profile_id: str
    findings: tuple[Finding, ...]
    numbers: tuple[SpokenNumber, ...]
    weights: Mapping[str, float]
    caps: Mapping[str, float]

    def finding(self, criterion_id: str) -> Finding:
        return next(finding for finding in self.findings if finding.criterion_id == criterion_id)

    @property
    def score(self) -> float | None:
        """The weighted share of met among met and not met, 0 to 100 with one decimal, capped by what is critical.

        None when nothing counts. For people there is `total`.
        """
        counted = [finding for finding in self.findings if finding.outcome in (Outcome.MET, Outcome.NOT_MET)]
        total = sum(self.weights.get(finding.criterion_id, 0.0) for finding in counted)
        if not total:
            return None
        met = sum(self.weights.get(f.criterion_id, 0.0) for f in counted if f.outcome is Outcome.MET)
        missed = [self.caps[f.criterion_id] for f in counted if f.outcome is Outcome.NOT_MET and f.criterion_id in self.caps]
        return round(min([100.0 * met / total, *missed]), 1)

    @property
    def total(self) -> float | None:
        """The score, and None while most is still open too."""
        return None if self.is_mostly_open else self.score

    @property
    def is_mostly_open(self) -> bool:
        """Whether more is unsure than decided: then a total says little, and nothing is held against anybody first."""
        outcomes = [finding.outcome for finding in self.findings]
        unsure, decided = outcomes.count(Outcome.UNSURE), outcomes.count(Outcome.MET) + outcomes.count(Outcome.NOT_MET)
        return unsure >= FEWEST_OPEN and unsure > decided
