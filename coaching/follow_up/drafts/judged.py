"""Drafts held against our own rubric before a rep sees them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from coaching.domain.scorecard import Outcome, Scorecard
from coaching.follow_up.drafts.draft import drafts
from coaching.follow_up.drafts.occasion import Draft, Occasion
from coaching.scoring.parse import Spoken

MAIN_CRITERIA = ("value_offered", "direct_line_given", "text_invited", "no_repetition")
MOST_JUDGED = 16  # drafts; nearly always the first or the second meets them


class TextJudge(Protocol):
    """Our own rubric, here or in a process of its own."""

    def score(self, spoken: Spoken) -> Scorecard: ...


@dataclass(frozen=True, slots=True)
class JudgedDraft:
    draft: Draft
    scorecard: Scorecard

    @property
    def meets_the_main_criteria(self) -> bool:
        """A blank meets nothing, whatever the words around it look like."""
        if self.draft.blanks:
            return False
        return meets_the_main_criteria(self.scorecard)


def meets_the_main_criteria(scorecard: Scorecard) -> bool:
    outcomes = {finding.criterion_id: finding.outcome for finding in scorecard.findings}
    return all(outcomes.get(one) in (Outcome.MET, Outcome.NOT_APPLICABLE, None) for one in MAIN_CRITERIA)


def judged_draft(occasion: Occasion, asked_s: float, scorer: TextJudge, taken: Collection[str] = ()) -> JudgedDraft:
    """The first draft that meets the four main criteria; where none does, the first, with a scorecard that says why.

    Raises NoDraft.
    """
    judged: list[JudgedDraft] = []
    for one in drafts(occasion, asked_s, taken)[:MOST_JUDGED]:
        judged.append(JudgedDraft(one, scorer.score(Spoken(one.text, occasion.context))))
        if judged[-1].meets_the_main_criteria:
            return judged[-1]
    return judged[0]
