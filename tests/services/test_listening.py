import io
import wave

import pytest

from coaching.domain.transcript import Transcript, Word
from coaching.errors import AudioProblem, BadAudio
from coaching.services.listening import EngineListener

SECONDS, RATE = 4, 8000


class FakeTranscriber:
    """Hears a telephone number in anything."""

    def __init__(self) -> None:
        self.hints: tuple[str, ...] = ()

    def transcribe(self, samples, *, hints=(), on_progress=None):  # type: ignore[no-untyped-def]
        self.hints = hints
        on_progress(0.5)
        words = ("Call", "me", "at", "240-555-0187.")
        return Transcript(
            tuple(Word(word, 2.0 * at, 2.0 * at + 2.0, 0.9) for at, word in enumerate(words)), "en", "fake", "small"
        )


def tone() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"\x00\x20\x00\xe0" * (SECONDS * RATE // 2))
    return file.getvalue()


def test_a_file_is_decoded_heard_and_measured() -> None:
    transcriber, reported = FakeTranscriber(), []
    listener = EngineListener("fake", "small", lambda: transcriber)
    recording, heard = listener.listen("tone.wav", "abc", tone(), ("Bob",), reported.append)
    assert (recording.name, recording.sha256, recording.sample_rate) == ("tone.wav", "abc", RATE)
    assert recording.duration_s == pytest.approx(SECONDS, abs=0.1)
    assert heard.transcript.text == "Call me at 240-555-0187."
    assert heard.delivery.digits_per_second == 5.0
    assert transcriber.hints == ("Bob",)
    assert reported == [0.05, pytest.approx(0.525)]


def test_what_is_no_audio_is_refused_before_a_model_is_loaded() -> None:
    def load() -> FakeTranscriber:
        raise AssertionError("loaded")

    with pytest.raises(BadAudio) as refused:
        EngineListener("fake", "small", load).listen("cv.wav", "abc", b"%PDF-1.7 and so on", (), lambda done: None)
    assert refused.value.code is AudioProblem.NOT_AUDIO
