"""Both engines on real speech with the same packaged weights; nothing is fetched."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from benchmarks.normalise import normalise
from coaching.audio.decode import decode
from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.transcript import Transcript
from coaching.errors import TranscriptionError
from coaching.transcription.again import SPEEDS, hear_again
from coaching.transcription.engine import ENGINES, Transcriber, load_transcriber

pytestmark = pytest.mark.slow

AUDIO = Path(__file__).parents[1] / "audio"
SAID = normalise(
    "Hi Denise, this is Marcus at Fairhaven Honda. The gray CR-V with the heated wheel is here. "
    "My direct line is 240-555-0187, call or text."
).split()
ENDING = "2 4 0 5 5 5 0 1 8 7 call or text"

Load = Callable[[str, str], Transcriber]


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    home = tmp_path_factory.mktemp("home")
    return lambda engine, model: load_transcriber(engine, model, home=home)


@pytest.fixture(scope="module")
def spoken() -> np.ndarray:
    return decode((AUDIO / "spoken.opus.ogg").read_bytes()).samples


@pytest.fixture(scope="module")
def telephone() -> np.ndarray:
    """The same message as mu-law, with noise before, and after, its end."""
    return decode((AUDIO / "telephone.wav").read_bytes()).samples


def is_sound(transcript: Transcript, samples: np.ndarray) -> bool:
    times = [0.0, *(time for word in transcript.words for time in (word.start_s, word.end_s)), len(samples) / SAMPLE_RATE]
    return times == sorted(times) and all(0 < word.probability <= 1 for word in transcript.words)


@pytest.mark.parametrize("model", ["base", "base-telephone", "tiny.en"])
@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_hears_the_message(engine: str, model: str, load: Load, spoken: np.ndarray) -> None:
    transcript = load(engine, model).transcribe(spoken)
    heard = normalise(transcript.text).split()
    assert len(set(SAID) & set(heard)) > 0.8 * len(set(SAID))
    assert (transcript.engine, transcript.model, transcript.options["beam_size"]) == (engine, model, 5)
    assert is_sound(transcript, spoken)


@pytest.mark.parametrize("model", ["base", "base-telephone"])
@pytest.mark.parametrize("engine", ENGINES)
def test_the_end_of_a_telephone_message_is_not_lost(engine: str, model: str, load: Load, telephone: np.ndarray) -> None:
    transcript = load(engine, model).transcribe(telephone)
    assert normalise(transcript.text).endswith(ENDING)
    assert is_sound(transcript, telephone)


@pytest.mark.parametrize("model", ["base", "base-telephone"])
def test_nothing_is_written_over_silence_and_noise(model: str, load: Load) -> None:
    transcriber = load("faster-whisper", model)
    noise = np.random.default_rng(3).normal(0.0, 0.03, 10 * SAMPLE_RATE).astype(np.float32)
    for samples in (noise, np.zeros(10 * SAMPLE_RATE, np.float32), noise[:0]):
        assert transcriber.transcribe(samples).words == ()


def test_the_same_recording_gives_the_same_transcript(load: Load, telephone: np.ndarray) -> None:
    transcriber = load("faster-whisper", "base-telephone")
    assert transcriber.transcribe(telephone) == transcriber.transcribe(telephone)


def test_recordings_heard_side_by_side_are_heard_as_if_alone(load: Load, spoken: np.ndarray, telephone: np.ndarray) -> None:
    transcriber = load("faster-whisper", "base-telephone")
    recordings = [spoken, telephone, spoken[: len(spoken) // 2]]
    alone = [transcriber.transcribe(samples) for samples in recordings]
    with ThreadPoolExecutor(len(recordings)) as pool:
        assert list(pool.map(transcriber.transcribe, recordings)) == alone


def test_progress_rises_to_the_end(load: Load, spoken: np.ndarray) -> None:
    told: list[float] = []
    load("faster-whisper", "tiny.en").transcribe(spoken, on_progress=told.append)
    assert told == sorted(told)
    assert 0.8 < told[-1] <= 1.0


def test_a_model_is_loaded_once_a_process(load: Load) -> None:
    assert load("faster-whisper", "base") is load("faster-whisper", "base")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_model_that_cannot_be_loaded_says_which(engine: str, load: Load, tmp_path: Path) -> None:
    with pytest.raises(TranscriptionError, match="no-such-model"):
        load(engine, str(tmp_path / "no-such-model"))


def test_a_window_that_is_searched_again_is_not_encoded_again(load: Load) -> None:
    model = load("faster-whisper", "tiny.en").model
    window, other = np.random.default_rng(0).normal(size=(2, 80, 3000)).astype(np.float32)
    encoded = model.encode(window)
    assert model.encode(other) is not encoded
    assert model.encode(window.copy()) is encoded


@pytest.mark.parametrize("speed", SPEEDS)
def test_played_slower_or_faster_the_number_is_heard_at_the_same_second(speed: float, load: Load, telephone: np.ndarray) -> None:
    engine = load("faster-whisper", "base-telephone")
    once, again = engine.transcribe(telephone), hear_again(engine, telephone, speed, ())
    assert normalise(again.text).endswith(ENDING)
    assert is_sound(again, telephone)
    assert again.words[-1].end_s == pytest.approx(once.words[-1].end_s, abs=0.5)
