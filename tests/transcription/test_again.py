import numpy as np
import pytest

from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.transcript import Transcript, Word
from coaching.transcription.again import SPEEDS, hear_again, played_at


class HearsWhereItIsLoud:
    def transcribe(self, samples, *, hints=(), on_progress=None):  # type: ignore[no-untyped-def]
        loud = np.flatnonzero(np.abs(samples) > 0.5) / SAMPLE_RATE
        return Transcript((Word(" ".join(hints), loud[0], loud[-1], 0.9),), "en", "fake", "small")


@pytest.mark.parametrize("speed", SPEEDS)
def test_words_keep_the_times_of_the_recording_as_it_is(speed: float) -> None:
    samples = np.zeros(10 * SAMPLE_RATE, np.float32)
    samples[4 * SAMPLE_RATE : 6 * SAMPLE_RATE] = 1.0
    (word,) = hear_again(HearsWhereItIsLoud(), samples, speed, ("Nora",)).words
    assert (word.text, word.start_s, word.end_s) == ("Nora", pytest.approx(4.0, abs=0.01), pytest.approx(6.0, abs=0.01))


def test_faster_is_shorter_and_higher() -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(SAMPLE_RATE) / SAMPLE_RATE).astype(np.float32)
    played = played_at(1.1, tone)
    assert played.dtype == np.float32
    assert len(played) == pytest.approx(SAMPLE_RATE / 1.1, abs=1)
    assert np.abs(np.fft.rfft(played, SAMPLE_RATE)).argmax() == pytest.approx(484, abs=1)
