import tomllib
from pathlib import Path
from typing import Any

import pytest

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import Outcome
from coaching.domain.transcript import Transcript, Word
from coaching.errors import InvalidFile
from coaching.scoring.checks.number import build
from coaching.scoring.message import Check, Judgement, Message
from coaching.scoring.numbers import find_numbers

CRITERIA = Path(__file__).parents[3] / "coaching" / "rubrics" / "voicemail"
CASES = tomllib.loads(Path(__file__).with_name("own_line.toml").read_text("utf-8"))
BOB = RepOnFile(direct_line="240-555-0142", main_line="240-555-0100")


def options(criterion_id: str) -> dict[str, Any]:
    read = tomllib.loads((CRITERIA / f"{criterion_id}.toml").read_text("utf-8"))["check"]
    return {key: value for key, value in read.items() if key != "type"}


OWN_LINE, SAID_TWICE = build(options("direct_line_given")), build(options("number_repeated"))


def message(text: str, rep: RepOnFile = BOB, transcript: Transcript | None = None) -> Message:
    return Message(text, sentences=(), context=CallContext(rep=rep), transcript=transcript, find_numbers=find_numbers)


def heard(text: str, probability: float, rep: RepOnFile | None = None) -> Message:
    words = tuple(Word(word, float(at), at + 0.5, probability) for at, word in enumerate(text.split()))
    return message(text, rep or RepOnFile(), Transcript(words, "en", "test", "test"))


def own(text: str, rep: RepOnFile = BOB) -> Judgement:
    return OWN_LINE.judge(message(text, rep))


def twice(text: str, rep: RepOnFile = BOB) -> Outcome:
    return SAID_TWICE.judge(message(text, rep)).outcome


@pytest.mark.parametrize(("outcome", "text"), [(outcome, text) for outcome, texts in CASES.items() for text in texts])
def test_whose_line_it_is(outcome: str, text: str) -> None:
    assert own(text).outcome == outcome


@pytest.mark.parametrize("text", CASES["met"])
def test_the_proof_holds_the_number_and_the_words_that_call_it_own(text: str) -> None:
    judgement, read = own(text), message(text)
    (passage,) = judgement.spans
    assert any(number.quote in read.quote(passage) for number in read.numbers)
    assert all(passage.start <= part.start < part.end <= passage.end for part in judgement.decisive)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Call or text me at 240-555-0142.", "never told them it is yours"),
        ("My direct line is 240-555-0100.", "four in ten callers reach nobody"),
        ("Call us at 240-555-0100.", "four in ten callers reach nobody"),
        ("My cell is 240-555-01", "incomplete"),
        ("Call me on my cell. Bye.", "no digits"),
        ("Talk soon.", "No phone number"),
        ("Call 240-555-0199 extension 14.", "extension"),
        ("Call 240-555-0199.", "did not say"),
        ("My cell is 240-555-0124.", "two digits are swapped"),
        ("My cell is 240-555-0147.", "one digit differs"),
        ("My cell is 301-555-0199.", "not the direct line on file"),
    ],
)
def test_the_explanation_says_what_is_wrong(text: str, part: str) -> None:
    assert part in own(text).explanation


def test_another_persons_line_and_ones_own_are_told_apart_without_lines_on_file() -> None:
    both = "Call my manager's cell, 240-555-0101, or mine. My cell is 240-555-0142."
    judgement = own(both, RepOnFile())
    assert judgement.outcome is Outcome.MET
    assert "0142" in message(both).quote(judgement.spans[0])


@pytest.mark.parametrize(
    "text",
    [
        "240-555-0142. Again, 240-555-0142.",
        "two four oh, five five five, oh one four two. That's 240-555-0142",
        "240-555-0142, nice and slow: two, four, zero, five, five, five, zero, one, four, two",
        "Call 240-555-0142. It was Bob. 2-4-0-5-5-0-1-4-2, thanks.",
        "240-555-0142. Thanks. 240-555-0142",
        "My cell, and again it's Bob, is 240-555-0142 240-555-0142.",
        "555-0100. That's 555-0100.",
        "240-555-0142 or 240-555-0100. Again, 240-555-0142.",
    ],
)
def test_a_number_said_twice(text: str) -> None:
    assert twice(text) is Outcome.MET


@pytest.mark.parametrize(
    "text",
    [
        "240-555-0142. Again, that's my direct line.",
        "Cell 240-555-0142, office 240-555-0100.",
        "240-555-0142. That's 0142.",
        "240-555-0142. Again, it's Tony.",
        "240-555-0142, call or text that number.",
        "It's 26,500. Again, 26,500. 240-555-0142.",
        "240-555-0143, sorry, 0142.",
        "240-555-0142 extension 12, extension 12.",
        "240-555-0142. Again, 240-555-0124.",
        "Bye.",
    ],
)
def test_a_number_not_said_twice(text: str) -> None:
    assert twice(text) is Outcome.NOT_MET


def test_digits_too_few_to_tell_are_unsure_when_heard_from_a_recording_and_missed_when_written() -> None:
    text = "my cell is 2-4-0-5-5-0-1-4-3, call me any time"
    assert OWN_LINE.judge(heard(text, 0.9)).outcome is Outcome.UNSURE
    assert own(text, RepOnFile()).outcome is Outcome.NOT_MET


def test_a_part_of_a_number_is_no_reproach_where_it_was_heard_badly() -> None:
    said = "Please call me on my own line. The number is five, five, four, one, two, three."
    assert OWN_LINE.judge(heard(said, 0.4)).outcome is Outcome.UNSURE
    assert OWN_LINE.judge(heard(said, 0.95)).outcome is Outcome.NOT_MET
    assert own(said, RepOnFile()).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("my cell is 240-55514 any time", "only once"),
        ("my cell is 240-55514 again that is 240-55514 any time", "not heard clearly"),
        ("my cell is 240-5 any time", "digits are missing"),
    ],
)
def test_of_digits_that_may_only_not_have_been_heard_it_is_not_said_that_they_are_missing(text: str, told: str) -> None:
    assert told in SAID_TWICE.judge(heard(text, 0.3, BOB)).explanation


def test_two_readings_that_differ_in_a_digit_are_unsure_when_heard_and_no_repeat_when_written() -> None:
    text = "call me at 240-555-0142 again 240-555-0147 bye"
    assert SAID_TWICE.judge(heard(text, 0.9)).outcome is Outcome.UNSURE
    assert twice(text) is Outcome.NOT_MET


@pytest.mark.parametrize("bad", [{}, {"asks": "own"}, {"asks": "own_line"}, {**options("direct_line_given"), "own": ["("]}])
def test_options_that_cannot_be_used_name_the_option(bad: dict[str, Any]) -> None:
    with pytest.raises(InvalidFile):
        build(bad)


def test_a_main_line_heard_with_a_digit_missing_is_no_reproach_where_the_direct_line_differs_by_as_little() -> None:
    neighbours = RepOnFile(direct_line="240-555-0106", main_line="240-555-0100")
    assert OWN_LINE.judge(heard("my cell is 240-55-0100", 0.9, neighbours)).outcome is Outcome.UNSURE
    assert OWN_LINE.judge(heard("my cell is 240-555-0100", 0.9, neighbours)).outcome is Outcome.NOT_MET
    assert OWN_LINE.judge(heard("my cell is 240-55-0100", 0.9, BOB)).outcome is Outcome.NOT_MET


@pytest.mark.parametrize("check", [OWN_LINE, SAID_TWICE])
def test_a_number_of_which_no_digit_was_printed_was_not_said(check: Check) -> None:
    assert not check.judge(heard("Hi Dana the white truck is here call me back", 0.2)).may_hide
    assert check.judge(heard("Hi Dana the white one is here call 5.5, 0.17 back", 0.2)).may_hide
