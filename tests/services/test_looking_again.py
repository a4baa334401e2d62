from collections.abc import Sequence

import numpy as np

from coaching.domain.transcript import Alternative, Transcript, Word
from coaching.services.looking_again import look_again

SAMPLES = np.zeros(16_000 * 8, np.float32)
WORDS = ("Call", "me", "at", "240-555-0137.")
HEARD = Transcript(tuple(Word(word, at, at + 0.8, 0.3) for at, word in enumerate(WORDS)), "en", "", "")


class OnlyHears:
    def transcribe(self, samples, *, hints=(), on_progress=None):  # type: ignore[no-untyped-def]
        return HEARD


class Weighs(OnlyHears):
    """Is certain of every digit of one number."""

    def __init__(self, said: str) -> None:
        self.said = said
        self.stretches: list[tuple[int, str]] = []

    def weigh(self, samples: np.ndarray, before: str, numbers: Sequence[str]) -> list[tuple[float, ...]]:
        self.stretches.append((len(samples), before))
        return [tuple(0.98 if one == two else 0.001 for one, two in zip(n, self.said, strict=True)) for n in numbers]


def test_the_line_that_fits_what_was_said_becomes_an_alternative() -> None:
    weighs = Weighs("2405550187")
    again = look_again(weighs, SAMPLES, HEARD, ("(240) 555-0187", ""))
    (other,) = again.alternatives
    assert isinstance(other, Alternative)
    assert (other.start_s, other.end_s, other.digits) == (3, 3.8, "2405550187")
    assert other.probability > 0.9
    assert (again.words, weighs.stretches[0]) == (HEARD.words, (int((3.8 + 1.5 - 1.0) * 16_000), "me at"))


def test_a_line_that_was_not_said_is_none() -> None:
    assert look_again(Weighs("9999999999"), SAMPLES, HEARD, ("240-555-0187",)) == HEARD


def test_without_a_line_on_file_or_an_engine_that_weighs_nothing_changes() -> None:
    weighs = Weighs("2405550187")
    assert look_again(weighs, SAMPLES, HEARD, ("", "")) is HEARD
    assert weighs.stretches == []
    assert look_again(OnlyHears(), SAMPLES, HEARD, ("240-555-0187",)) is HEARD
