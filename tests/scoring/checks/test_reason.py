import pytest

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.checks.reason import ReasonCheck
from coaching.scoring.parse import MessageParser

REASON = ReasonCheck({"met": "A reason.", "missed": "None.", "checked_in": "Checking in."})
PARSER = MessageParser()


def test_a_check_in_is_shown_as_the_fault() -> None:
    message = PARSER.parse(
        "Hi Dana, it's Lou at Summit Kia. I'm just checking in to see if you're still in the market. Talk soon."
    )
    judgement = REASON.judge(message)
    assert (judgement.outcome, judgement.explanation) == (Outcome.NOT_MET, "Checking in.")
    assert [message.quote(span) for span in judgement.spans] == ["I'm just checking in to see if you're still in the market"]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Dana, just checking in. The rate on the Sorento went down to two point nine for sixty months. Call me.",
        "Hey Sam, quick question, does it have to fit in a one car garage, and do you tow anything? Text me.",
    ],
)
def test_value_and_a_question_that_narrows_are_reasons(text: str) -> None:
    assert REASON.judge(PARSER.parse(text)).outcome is Outcome.MET


def test_silence_has_no_reason() -> None:
    assert REASON.judge(PARSER.parse("")).outcome is Outcome.NOT_MET


def test_options_are_exactly_the_explanations() -> None:
    with pytest.raises(InvalidFile, match="met, missed, checked_in"):
        ReasonCheck({"met": "A reason."})
