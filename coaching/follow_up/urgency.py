"""A reason to hurry that is not on file earns nothing; nor does it cost anything before somebody has looked into it."""

from collections.abc import Sequence
from dataclasses import replace

from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.follow_up.claims import Claim

URGENCY = "urgency_shown"
HELD_BACK = "The reason to act now is not on file, so it does not count as urgency until somebody says that it is true."


def held_back(card: Scorecard, not_on_file: Sequence[Claim]) -> Scorecard:
    """Urgency that is met by nothing but claims becomes unsure: a person who knows the offer settles it."""
    return replace(card, findings=tuple(_held_back(finding, not_on_file) for finding in card.findings))


def is_held_back(finding: Finding) -> bool:
    return finding.criterion_id == URGENCY and finding.explanation == HELD_BACK


def _held_back(finding: Finding, not_on_file: Sequence[Claim]) -> Finding:
    if finding.criterion_id != URGENCY or finding.outcome is not Outcome.MET:
        return finding
    proofs = finding.evidence
    rests = [any(claim.start_char < one.end_char and one.start_char < claim.end_char for claim in not_on_file) for one in proofs]
    if not proofs or not all(rests):
        return finding
    return replace(finding, outcome=Outcome.UNSURE, explanation=HELD_BACK, listen=proofs[0])
