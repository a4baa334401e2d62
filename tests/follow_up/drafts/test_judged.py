import pytest

from coaching.domain.context import EarlierMessage
from coaching.domain.lead import Lead
from coaching.domain.scorecard import Outcome
from coaching.follow_up.drafts.judged import MAIN_CRITERIA, JudgedDraft, judged_draft
from coaching.follow_up.drafts.occasion import LENGTHS_S, Occasion
from coaching.follow_up.reasons.ledger import Heard, ledger
from coaching.rubrics import load_scorer
from tests.follow_up.cast import DENISE, local, voicemail
from tests.follow_up.stock import MARCUS, STORE_FACTS, TODAY, leads

LEADS = list(leads())


def next_one(lead: Lead, length: float, *before: JudgedDraft) -> JudgedDraft:
    texts = [one.draft.text for one in before]
    heard = [Heard(voicemail(local(2 + place, 10)), text) for place, text in enumerate(texts)]
    earlier = tuple(EarlierMessage(f"v-{place}", text, place) for place, text in enumerate(texts, 1))
    unused = ledger(lead, heard, STORE_FACTS, TODAY).unused
    return judged_draft(Occasion(lead, MARCUS, unused, len(before) + 1, earlier=earlier), length, load_scorer())


@pytest.mark.parametrize(
    ("lead", "length"),
    [(lead, LENGTHS_S[place % 3]) for place, lead in enumerate(LEADS)],
    ids=lambda one: one.customer_name if isinstance(one, Lead) else f"{one:.0f} s",
)
def test_the_first_and_the_second_draft_meet_the_four_main_criteria(lead: Lead, length: float) -> None:
    first = next_one(lead, length)
    second = next_one(lead, length, first)
    for one in (first, second):
        outcomes = {criterion: one.scorecard.finding(criterion).outcome for criterion in MAIN_CRITERIA}
        assert set(outcomes.values()) <= {Outcome.MET, Outcome.NOT_APPLICABLE}, one.draft.text
        assert one.draft.is_as_long_as_asked
    assert second.scorecard.finding("no_repetition").outcome is Outcome.MET


def test_a_draft_with_a_blank_meets_nothing_yet() -> None:
    one = judged_draft(Occasion(DENISE, MARCUS, ()), 25, load_scorer())
    assert not one.meets_the_main_criteria
    assert one.scorecard.finding("direct_line_given").outcome is Outcome.MET
    assert one.draft.blanks == ("reason",)
