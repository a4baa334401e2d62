from collections.abc import Sequence

import numpy as np
import pytest

from coaching.transcription.second_look import near_misses, probability

LINE, OTHER = "2405550187", "2405550137"
STRETCH = np.zeros(16_000, np.float32)


class Hears:
    """Weighs numbers by a number that was said: a digit that was said gets `clear`, another one what is left, shared."""

    def __init__(self, said: str, clear: float = 0.9) -> None:
        self.said, self.clear, self.weighed = said, clear, 0

    def weigh(self, samples: np.ndarray, before: str, numbers: Sequence[str]) -> list[tuple[float, ...]]:
        self.weighed += len(numbers)
        other = (1 - self.clear) / 9
        return [tuple(self.clear if one == two else other for one, two in zip(n, self.said, strict=True)) for n in numbers]


def test_a_number_that_was_said_beats_its_near_misses() -> None:
    assert probability(LINE, Hears(LINE), STRETCH, "call me at") > 0.8


def test_a_number_that_differs_in_one_digit_from_what_was_said_is_not_taken_for_it() -> None:
    assert probability(LINE, Hears(OTHER), STRETCH, "call me at") < 0.02


def test_what_fits_nothing_of_the_number_is_refused_without_weighing_rivals() -> None:
    hears = Hears("9999999999")
    assert probability(LINE, hears, STRETCH, "") == 0.0
    assert hears.weighed == 1


def test_rivals_are_weighed_where_a_digit_is_not_clear() -> None:
    clear, unclear = Hears(LINE, 0.9), Hears(LINE, 0.4)
    probability(LINE, clear, STRETCH, "")
    probability(LINE, unclear, STRETCH, "")
    assert (clear.weighed, unclear.weighed) == (1 + 2 * 9, 1 + 10 * 9)


def test_near_misses_differ_in_exactly_one_digit() -> None:
    rivals = near_misses(LINE, range(10))
    assert len(set(rivals)) == 90
    assert {sum(a != b for a, b in zip(rival, LINE, strict=True)) for rival in rivals} == {1}


def test_the_sum_of_all_is_one_where_nothing_is_clear() -> None:
    guesses = Hears(LINE, 0.25)
    assert probability(LINE, guesses, STRETCH, "") == pytest.approx(0.25 / (0.25 + 90 * 0.75 / 9), rel=0.01)
