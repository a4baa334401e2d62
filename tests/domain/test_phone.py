import pytest

from coaching.domain.phone import written


@pytest.mark.parametrize("line", ["5405550143", "540-5550143", "(540) 555-0143", "+1 540.555.0143", "540-555-0143"])
def test_a_number_is_written_in_one_way_however_it_was_typed(line: str) -> None:
    assert written(line) == "540-555-0143"


@pytest.mark.parametrize("line", ["", "540-555-0143 x14", "555-0143", "+44 20 7946 0958", "ask for Nora"])
def test_what_is_no_such_number_stays_as_it_was_typed(line: str) -> None:
    assert written(line) == line
