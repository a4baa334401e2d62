import pytest

from coaching.domain.phone import ending, ten_digits, written


@pytest.mark.parametrize("line", ["5405550143", "540-5550143", "(540) 555-0143", "+1 540.555.0143", "540-555-0143"])
def test_a_number_is_written_in_one_way_however_it_was_typed(line: str) -> None:
    assert written(line) == "540-555-0143"


@pytest.mark.parametrize("line", ["", "540-555-0143 x14", "555-0143", "+44 20 7946 0958", "ask for Nora"])
def test_what_is_no_such_number_stays_as_it_was_typed(line: str) -> None:
    assert written(line) == line


@pytest.mark.parametrize("line", ["5405550143", "(540) 555-0143", "+1 540.555.0143", "540/555\u20130143", "540-555-0143 x14"])
def test_a_whole_number_is_known_by_its_ten_digits(line: str) -> None:
    assert ten_digits(line) == "5405550143"


@pytest.mark.parametrize(
    "line", ["", "12", "abc", "555-0143", "040-555-0143", "140-555-0143", "+44 20 7946 0958", "540-555-01434", "ask for Nora"]
)
def test_what_is_no_whole_number_has_none(line: str) -> None:
    assert ten_digits(line) == ""


@pytest.mark.parametrize(
    ("line", "told"),
    [("(540) 555-0143", "ending in 43"), ("540-555-0143 x15", "ending in 43"), ("12", "ending in 12"), ("", "none")],
)
def test_of_a_number_that_is_not_kept_only_the_ending_is_told(line: str, told: str) -> None:
    assert ending(line) == told
