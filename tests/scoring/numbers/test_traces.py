import pytest

from coaching.domain.context import CallContext
from coaching.domain.transcript import Transcript, Word
from coaching.scoring.message import Message
from coaching.scoring.numbers import find_numbers
from coaching.scoring.numbers.traces import left_digits


def heard(text: str, *badly: str) -> Message:
    words = tuple(Word(word, float(at), at + 0.5, 0.3 if word in badly else 0.9) for at, word in enumerate(text.split()))
    return Message(text, (), CallContext(), Transcript(words, "en", "fake", "small"), find_numbers=find_numbers)


@pytest.mark.parametrize("badly", ["5.5,", "three", "triple"])
def test_digits_that_were_heard_badly_may_be_a_number(badly: str) -> None:
    assert left_digits(heard("call me 4.9, 5.5, three triple thanks", badly))


def test_digits_that_were_heard_well_are_what_they_are() -> None:
    assert not left_digits(heard("the 2025 one is $289 a month so call me", "call"))


def test_the_digits_of_a_number_that_was_found_hide_no_other() -> None:
    assert not left_digits(heard("call me at 240-555-0187 thanks", "240-555-0187"))


def test_text_without_a_recording_is_not_doubted_here() -> None:
    assert left_digits(Message("call me", (), CallContext(), find_numbers=find_numbers))
