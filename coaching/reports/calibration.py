"""What a calibration round shows: how far its judges agree, who differs from whom, and which guidance is read differently."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from coaching.domain.calibration import CalibrationRound, Verdict
from coaching.domain.people import MACHINE, PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.reports.agreement import Kappa, cohen, fleiss

# What each judge said of one voicemail on one criterion; the machine's under MACHINE.id.
Said = Mapping[PersonId, Outcome]
Item = tuple[VoicemailId, str]


@dataclass(frozen=True, slots=True)
class CriterionAgreement:
    """people: Fleiss' kappa of the judges, the machine left out. same, n: voicemails all of them judged alike, of all."""

    criterion_id: str
    people: Kappa | None
    same: int
    n: int
    said: Mapping[VoicemailId, Said]

    @property
    def differing(self) -> list[VoicemailId]:
        """Those that the judges did not judge alike."""
        return [voicemail_id for voicemail_id, said in self.said.items() if not _is_unanimous(said)]


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two judges over all criteria of the round."""

    first: PersonId
    second: PersonId
    same: int
    n: int
    kappa: Kappa | None


def by_criterion(of: CalibrationRound, verdicts: Sequence[Verdict]) -> list[CriterionAgreement]:
    """The least agreed on first: there the guidance is read differently. What cannot be computed stands at the end."""
    said = _said(verdicts)
    found = [_criterion(of, criterion_id, said) for criterion_id in of.criterion_ids]
    return sorted(found, key=lambda one: (one.people is None, one.people.value if one.people else 0.0, one.same - one.n))


def by_pair(of: CalibrationRound, verdicts: Sequence[Verdict]) -> list[PairAgreement]:
    """Each judge with each other and with the machine; the least agreed first."""
    said = _said(verdicts)
    raters = [judge_id for judge_id in of.judges if judge_id in of.finished]
    pairs = [_pair(first, second, said.values()) for first, second in combinations([*raters, MACHINE.id], 2)]
    return sorted(pairs, key=lambda one: (one.kappa is None, one.kappa.value if one.kappa else 0.0))


def unanimous(verdicts: Iterable[Verdict]) -> dict[Item, Outcome]:
    """What all judges said alike, the machine not asked; at least two have to say it."""
    return {
        item: next(outcome for judge_id, outcome in said.items() if judge_id != MACHINE.id)
        for item, said in _said(verdicts).items()
        if _is_unanimous(said) and len(_people(said)) > 1
    }


def _criterion(of: CalibrationRound, criterion_id: str, said: Mapping[Item, Said]) -> CriterionAgreement:
    its = {voicemail_id: said.get((voicemail_id, criterion_id), {}) for voicemail_id in of.voicemail_ids}
    complete = [_people(one) for one in its.values() if len(_people(one)) == len(of.finished) > 0]
    same = sum(len(set(one)) == 1 for one in complete)
    return CriterionAgreement(criterion_id, fleiss(complete), same, len(complete), its)


def _pair(first: PersonId, second: PersonId, said: Iterable[Said]) -> PairAgreement:
    pairs = [(one[first], one[second]) for one in said if first in one and second in one]
    return PairAgreement(first, second, sum(a is b for a, b in pairs), len(pairs), cohen(pairs))


def _said(verdicts: Iterable[Verdict]) -> dict[Item, dict[PersonId, Outcome]]:
    found: dict[Item, dict[PersonId, Outcome]] = {}
    for one in verdicts:
        found.setdefault((one.voicemail_id, one.criterion_id), {})[one.judge_id] = one.outcome
    return found


def _people(said: Said) -> list[Outcome]:
    return [outcome for judge_id, outcome in said.items() if judge_id != MACHINE.id]


def _is_unanimous(said: Said) -> bool:
    return len(set(_people(said))) == 1
