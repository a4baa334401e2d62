"""A person's verdict in place of the machine's. It is appended; the machine's own stays as it was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome, Scorecard


@dataclass(frozen=True, slots=True)
class Override:
    """from_outcome: the machine's verdict that was overruled. by: None, and no name, when that person is no longer on file."""

    criterion_id: str
    from_outcome: Outcome
    to_outcome: Outcome
    reason: str
    by: PersonId | None
    at: datetime
    by_name: str = ""


def in_force(card: Scorecard, overrides: Iterable[Override]) -> dict[str, Override]:
    """Criterion id -> the last override that still holds: the machine must still say what was overruled.

    Judged anew with another outcome, the machine has new grounds, and nobody has looked at those.
    """
    said = {finding.criterion_id: finding.outcome for finding in card.findings}
    return {one.criterion_id: one for one in overrides if said.get(one.criterion_id) is one.from_outcome}


def standing(card: Scorecard, overrides: Iterable[Override]) -> Scorecard:
    """The machine's scorecard with the outcomes that people settled, and so with their total. overrides: oldest first."""
    settled = in_force(card, overrides)
    return replace(
        card,
        findings=tuple(
            replace(finding, outcome=settled[finding.criterion_id].to_outcome) if finding.criterion_id in settled else finding
            for finding in card.findings
        ),
    )
