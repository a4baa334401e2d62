import pytest

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.rubrics import load_rubric
from coaching.scoring.checks.phrase_or_meaning import PhraseOrMeaningCheck
from coaching.scoring.message import Message
from coaching.scoring.parse import MessageParser

OPTIONS = load_rubric().criterion("call_to_action").check.options
CHECK = PhraseOrMeaningCheck(OPTIONS)
LONG = "hi dana lou at summit kia the red one is on the front row and it has the heated seats you wanted and my boss signed it so"


def judged(text: str) -> Outcome:
    return CHECK.judge(MessageParser().parse(text)).outcome


@pytest.mark.parametrize("ask", ["swing by", "give me a shout", "hit reply on that email", "tell me which", "ring us back"])
def test_a_short_ask_is_found_in_a_long_message_without_punctuation(ask: str) -> None:
    assert judged(f"{LONG} {ask} thanks") is Outcome.MET


@pytest.mark.parametrize("end", ["i'll call you friday", "no need to call back", "talk soon", "i sent you a text", "bye"])
def test_a_wish_a_promise_and_a_release_ask_for_nothing(end: str) -> None:
    assert judged(f"Hi Dana, it's Lou. The red one came in, {end}.") is Outcome.NOT_MET


def test_words_that_no_list_holds_are_left_to_their_meaning() -> None:
    for surely, outcome in ((99.0, Outcome.NOT_MET), (1.0, Outcome.MET)):
        check = PhraseOrMeaningCheck({**OPTIONS, "targets": ["yodel"], "surely": surely})
        assert check.judge(_asking()).outcome is outcome


def _asking() -> Message:
    return MessageParser().parse("Hi Dana. Please call me back when you can.")


def test_a_missing_threshold_is_named() -> None:
    with pytest.raises(InvalidFile, match="surely"):
        PhraseOrMeaningCheck({"model": "call_to_action", "met": "a", "missed": "b", "targets": ["call me"]})


def test_a_word_heard_badly_before_the_ones_that_follow_an_invitation_may_be_one() -> None:
    check = PhraseOrMeaningCheck({**load_rubric().criterion("text_invited").check.options, "follows": ["me"]})
    message = MessageParser().parse("It is yours till Monday. Please excuse me, yes, and I will write it up.")
    judgement = check.judge(message)
    assert judgement.outcome is Outcome.NOT_MET
    assert "excuse" in [message.quote(span) for span in judgement.near]
