import pytest

from coaching.domain.transcript import Transcript, Word
from coaching.scoring.numbers import doubtful_numbers

LINE = "2405550187"


def heard(text: str, probability: float = 0.4) -> Transcript:
    """A word a second."""
    words = tuple(Word(word, float(at), at + 0.8, probability) for at, word in enumerate(text.split()))
    return Transcript(words, "en", "", "")


def test_a_number_heard_badly_is_in_doubt_with_the_words_that_lead_up_to_it() -> None:
    (doubtful,) = doubtful_numbers(heard("Please do call me at 240-555-0137. Thanks."), [LINE])
    assert (doubtful.start_s, doubtful.end_s, doubtful.before) == (5.0, 5.8, "me at")
    assert doubtful.from_s < doubtful.start_s < doubtful.end_s < doubtful.until_s


@pytest.mark.parametrize("text", ["Call 240-555-0187.", "Call 240-55-0187.", "Call 240-555-0137, again 240-555-0187."])
def test_nothing_is_in_doubt_where_a_line_on_file_was_read(text: str) -> None:
    assert doubtful_numbers(heard(text), [LINE]) == []


def test_another_number_that_was_heard_well_is_in_no_doubt() -> None:
    assert doubtful_numbers(heard("Call 240-555-9237.", 0.9), [LINE]) == []


def test_a_number_that_is_almost_the_line_on_file_is_in_doubt_however_well_it_was_heard() -> None:
    assert len(doubtful_numbers(heard("Call 240-555-0137.", 0.9), [LINE])) == 1


def test_a_message_without_digits_has_nothing_in_doubt() -> None:
    assert doubtful_numbers(heard("Call me on my cell, the 24 Civic is here."), [LINE]) == []
