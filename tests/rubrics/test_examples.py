"""Every example of every criterion is a test: a rule and its examples are one thing."""

from functools import cache

import pytest

from coaching.domain.rubric import Criterion, Example
from coaching.domain.scorecard import Outcome
from coaching.rubrics import load_rubric
from coaching.scoring.checks import build_check
from coaching.scoring.message import Check, Span
from coaching.scoring.numbers import find_numbers
from coaching.scoring.on_file import read_context
from coaching.scoring.parse import MessageParser

CRITERIA = load_rubric().criteria
EXAMPLES = [
    pytest.param(criterion, example, id=f"{criterion.id}-{at}")
    for criterion in CRITERIA
    for at, example in enumerate(criterion.examples, start=1)
]
PROVED_BY_ABSENCE = {"no_repetition", "not_just_checking_in"}


@cache
def check_of(criterion_id: str) -> Check:
    return build_check(criterion_id, load_rubric().criterion(criterion_id).check)


@pytest.mark.parametrize(("criterion", "example"), EXAMPLES)
def test_an_example_is_judged_as_its_file_says(criterion: Criterion, example: Example) -> None:
    message = MessageParser(find_numbers).parse(example.text, read_context(example.context or {}))
    judgement = check_of(criterion.id).judge(message)
    assert judgement.outcome == example.outcome, judgement.explanation
    for start, end in example.marks:
        assert any(span.overlaps(Span(start, end)) for span in judgement.spans), [message.quote(span) for span in judgement.spans]
    assert judgement.explanation.endswith((".", "!", "?"))


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.id)
def test_a_criterion_has_two_examples_of_each_outcome_and_a_near_miss(criterion: Criterion) -> None:
    outcomes = [example.outcome for example in criterion.examples]
    assert outcomes.count(Outcome.MET) >= 2
    assert outcomes.count(Outcome.NOT_MET) >= 2
    assert any(example.note.startswith("near miss") for example in criterion.examples if example.outcome is Outcome.NOT_MET)


@pytest.mark.parametrize(
    "criterion", [one for one in CRITERIA if one.id not in PROVED_BY_ABSENCE], ids=lambda criterion: criterion.id
)
def test_every_met_example_marks_its_evidence(criterion: Criterion) -> None:
    assert all(example.marks for example in criterion.examples if example.outcome is Outcome.MET)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.id)
def test_guidance_and_advice_are_sentences_for_a_rep(criterion: Criterion) -> None:
    for text in (criterion.guidance, criterion.advice):
        assert text.endswith((".", ".”", '."', '"', "!", "?"))
        assert len(text.split()) >= 8
