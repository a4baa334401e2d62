import numpy as np
import pytest

from coaching.audio.measure import level_dbfs, measure
from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.transcript import Transcript, Word

SILENCE = np.zeros(SAMPLE_RATE, np.float32)


def said(*words: tuple[str, float, float]) -> Transcript:
    return Transcript(tuple(Word(text, start_s, end_s, 0.9) for text, start_s, end_s in words), "en", "fake", "small")


def tone(amplitude: float) -> np.ndarray:
    return (amplitude * np.sin(2 * np.pi * 440 * np.arange(SAMPLE_RATE) / SAMPLE_RATE)).astype(np.float32)


def test_a_tone_at_half_of_full_scale_is_nine_decibels_below_it() -> None:
    assert level_dbfs(tone(0.5)) == pytest.approx(-9.0, abs=0.1)


def test_pauses_do_not_make_a_speaker_quieter() -> None:
    with_pauses = np.concatenate([tone(0.5), SILENCE, tone(0.5), SILENCE])
    assert level_dbfs(with_pauses) == pytest.approx(-9.0, abs=0.1)


@pytest.mark.parametrize("samples", [SILENCE, SILENCE[:0], SILENCE[:10]])
def test_silence_has_no_level(samples: np.ndarray) -> None:
    assert level_dbfs(samples) is None


def test_pace_pauses_and_fillers_come_from_the_words() -> None:
    transcript = said(
        ("Hi,", 0.0, 0.3), ("um,", 0.5, 0.7), ("this", 2.0, 2.2), ("is", 2.2, 2.4), ("Uh", 2.5, 2.7), ("Bob.", 2.7, 3.0)
    )
    delivery = measure(tone(0.5), transcript)
    assert delivery.words_per_minute == 120.0
    assert delivery.longest_pause_s == 1.3
    assert delivery.fillers == 2
    assert delivery.speech_s == 1.4


def test_a_number_printed_as_one_word_counts_as_ten_spoken_ones() -> None:
    transcript = said(("Call", 0.0, 0.5), ("240-555-0187", 0.5, 4.5), ("any", 4.5, 4.8), ("time", 4.8, 5.5), ("now.", 5.5, 6.0))
    delivery = measure(SILENCE, transcript, digit_spans=[(5, 17)])
    assert delivery.words_per_minute == 140.0
    assert delivery.digits_per_second == 2.5


def test_digits_may_be_printed_as_words_and_numbers_are_taken_together() -> None:
    transcript = said(("two", 0.0, 0.5), ("four", 0.5, 1.0), ("and", 1.0, 1.5), ("5550", 1.5, 2.5))
    assert measure(SILENCE, transcript, digit_spans=[(0, 8), (13, 17)]).digits_per_second == 3.0


def test_where_nothing_is_said_there_is_nothing_to_measure() -> None:
    delivery = measure(SILENCE, said(), digit_spans=[(0, 4)])
    assert (delivery.words_per_minute, delivery.longest_pause_s, delivery.digits_per_second) == (None, None, None)
    assert (delivery.fillers, delivery.speech_s, delivery.level_dbfs) == (0, 0.0, None)
