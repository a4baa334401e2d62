from itertools import pairwise

import pytest

from coaching.domain.context import RepOnFile
from coaching.domain.transcript import Transcript, Word
from coaching.scoring.numbers.heard_again import shaky_numbers, with_lines_of

WORD_S = 0.5
REP = RepOnFile("Nora", direct_line="240-555-0142", main_line="240-555-0100")
WELL, BADLY = 0.9, 0.3


def heard(text: str, probability: float = BADLY, from_s: float = 0.0) -> Transcript:
    """Digits are as likely as asked, all other words are heard well; a word every half second."""
    words = [
        Word(one, from_s + at * WORD_S, from_s + (at + 1) * WORD_S, probability if any(map(str.isdigit, one)) else WELL)
        for at, one in enumerate(text.split())
    ]
    return Transcript(tuple(words), "en", "fake", "small")


@pytest.mark.parametrize("text", ["call me at 240-555-5142 today", "call me at 555-5142", "call me at 240-550-145-145"])
def test_what_is_no_line_and_was_heard_badly_is_shaky(text: str) -> None:
    assert len(shaky_numbers(heard(text), REP)) == 1


@pytest.mark.parametrize("text", ["call me at 240-555-0142", "call me at 240-55-0142", "it is $38,500 out the door"])
def test_a_line_and_a_price_are_not(text: str) -> None:
    assert shaky_numbers(heard(text), REP) == ()


def test_a_line_but_for_one_digit_is_shaky_however_well_it_was_heard() -> None:
    assert len(shaky_numbers(heard("call me at 240-555-0143 today", WELL), REP)) == 1


def test_a_whole_number_that_is_far_from_every_line_is_another_however_badly_it_was_heard() -> None:
    assert shaky_numbers(heard("call me at 240-555-0187 today"), REP) == ()


def test_part_of_another_number_that_was_heard_well_was_cut_off() -> None:
    assert shaky_numbers(heard("my cell is 240-350", WELL), REP) == ()


@pytest.mark.parametrize("text", ["my cell is 240-555-01", "my cell is 240-55-01", "my cell is 240-555-01 oh hang on a truck"])
def test_a_caller_who_ends_where_the_line_has_begun_was_cut_off(text: str) -> None:
    assert shaky_numbers(heard(text), REP) == ()


def test_one_who_goes_on_after_the_beginning_of_the_line_said_the_rest_of_it_too() -> None:
    assert len(shaky_numbers(heard("my cell is 240-555 or want forty two", WELL), REP)) == 1


def test_a_line_that_was_begun_and_then_said_whole_is_not_heard_again() -> None:
    assert shaky_numbers(heard("my cell is 240-555 or want no sorry my cell is 240-555-0142"), REP) == ()


def test_without_a_line_on_file_nothing_can_be_put_right() -> None:
    assert shaky_numbers(heard("call me at 240-555-5142"), RepOnFile("Nora")) == ()


def test_a_shaky_number_becomes_the_line_that_another_hearing_printed_there() -> None:
    once = heard("Karen call me at 240-555-5142, or text that.")
    again = heard("Kevin call me at 240-555-0142, a text cat.")
    assert with_lines_of(once, again, REP).text == "Karen call me at 240-555-0142, or text that."


def test_ten_digits_are_not_given_up_for_a_line_of_which_a_repeat_was_dropped() -> None:
    once = heard("call me at 240-555-0143 or text")
    rep = RepOnFile("Nora", direct_line="240-550-0143")
    assert with_lines_of(once, heard("call me at 240-55-0143 or text"), rep) == once
    assert with_lines_of(once, heard("call me at 240-550-0143 or text"), rep) != once


def test_a_number_in_pieces_becomes_one() -> None:
    once = heard("my line is 240-5551 78 178178 all day.")
    again = heard("my line is 240 555 0142. all day.")
    assert with_lines_of(once, again, REP).text == "my line is 240 555 0142. all day."


def test_a_number_said_twice_is_put_right_each_time() -> None:
    once = heard("call 240-555-5142 that is again area code all of it 240-555-5142 bye")
    again = heard("call 240-555-0142 that is again area code all of it 240-555-0142 bye")
    assert with_lines_of(once, again, REP).text == again.text


def test_times_stay_in_order() -> None:
    once = heard("call me at 240-555-5142 or text that number any time")
    again = heard("call me at 240-555-0142 or text that", from_s=0.3)
    words = with_lines_of(once, again, REP).words
    assert [word.text for word in words] == ["call", "me", "at", "240-555-0142", "or", "text", "that", "number", "any", "time"]
    assert all(word.end_s <= following.start_s for word, following in pairwise(words))


@pytest.mark.parametrize(
    "again",
    [
        "call me at 240-555-4142 or text",  # no line either
        "call me at 240-555-01 or text",  # cut off
        "well hello there my friend how are you today it is me 240-555-0142",  # somewhere else
        "call 240-555-0142 or 240-555-0100 or text",  # which of the two?
    ],
)
def test_another_hearing_that_does_not_tell_changes_nothing(again: str) -> None:
    once = heard("call me at 240-555-5142 or text")
    assert with_lines_of(once, heard(again), REP) == once
