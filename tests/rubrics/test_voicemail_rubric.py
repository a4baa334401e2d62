"""What the shipped rubric promises, whatever its files say in detail."""

import pytest

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import Outcome
from coaching.rubrics import load_rubric, load_scorer
from coaching.scoring.parse import Spoken

FOUR = {"value_offered", "direct_line_given", "text_invited", "no_repetition"}
BOB = CallContext(RepOnFile("Bob Marsh", "240-555-0187", "Pinecrest Kia", "240-555-0100"), "Dana Whitfield")
CHECKS_IN = (
    "Hi Dana, this is Bob at Pinecrest Kia, just checking in to see if you are still looking. Call or text my cell, 240-555-0187."
)


def test_all_fourteen_criteria_are_there_and_the_four_that_matter_come_first_and_weigh_most() -> None:
    criteria = load_rubric().criteria
    assert len(criteria) == 14
    assert {criterion.id for criterion in criteria[:4]} == FOUR
    least = min(criterion.weight for criterion in criteria if criterion.id in FOUR)
    assert all(criterion.weight < least for criterion in criteria if criterion.id not in FOUR)


def test_a_mere_check_in_never_scores_above_forty() -> None:
    scorecard = load_scorer().score(Spoken(CHECKS_IN, BOB))
    assert scorecard.finding("not_just_checking_in").outcome is Outcome.NOT_MET
    assert scorecard.finding("direct_line_given").outcome is Outcome.MET
    assert scorecard.score == 40.0


def test_the_curious_profile_does_not_ask_for_selling() -> None:
    findings = {finding.criterion_id for finding in load_scorer("short_and_curious").score(Spoken(CHECKS_IN, BOB)).findings}
    assert not findings & {"value_offered", "not_just_checking_in", "number_repeated"}


@pytest.mark.parametrize("profile_id", ["default", "short_and_curious", "once_per_number", "snap"])
def test_every_profile_tells_what_it_is_for_and_how_long_a_message_may_be(profile_id: str) -> None:
    profile = load_rubric().profiles[profile_id]
    assert profile.description.endswith(".")
    assert profile.max_duration_s
