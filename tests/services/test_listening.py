import io
import wave

import pytest

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.transcript import Transcript, Word
from coaching.errors import AudioProblem, BadAudio
from coaching.services.judge import Report
from coaching.services.listening import HEARD, EngineListener

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


class HearsBetterLater(FakeTranscriber):
    """Gets the number wrong, each time it is asked in another way, until it is asked the last time."""

    def __init__(self, *numbers: str) -> None:
        self.left = list(numbers)

    def transcribe(self, samples, *, hints=(), on_progress=None):  # type: ignore[no-untyped-def]
        words, number = ("Call", "me", "at"), self.left.pop(0)
        return Transcript(
            tuple(Word(word, at, at + 1.0, 0.5) for at, word in enumerate([*words, number])), "en", "fake", "small", {"beam": 5}
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
    recording, heard = listener.listen("tone.wav", "abc", tone(), CallContext(RepOnFile("Bob")), reported.append)
    assert (recording.name, recording.sha256, recording.sample_rate) == ("tone.wav", "abc", RATE)
    assert recording.duration_s == pytest.approx(SECONDS, abs=0.1)
    assert heard.transcript.text == "Call me at 240-555-0187."
    assert heard.delivery.digits_per_second == 5.0
    assert transcriber.hints == ("Bob",)
    assert reported == [0.05, pytest.approx(0.45)]


def test_what_is_no_audio_is_refused_before_a_model_is_loaded() -> None:
    def load() -> FakeTranscriber:
        raise AssertionError("loaded")

    with pytest.raises(BadAudio) as refused:
        EngineListener("fake", "small", load).listen("cv.wav", "abc", b"%PDF-1.7 and so on", CallContext(), lambda done: None)
    assert refused.value.code is AudioProblem.NOT_AUDIO


def heard_with(transcriber: HearsBetterLater, direct_line: str, report: Report = lambda done: None) -> Transcript:
    listener = EngineListener("fake", "small", lambda: transcriber)
    _, heard = listener.listen("tone.wav", "abc", tone(), CallContext(RepOnFile("Bob", direct_line)), report)
    return heard.transcript


def test_a_number_that_may_be_the_line_misheard_is_heard_again_until_it_is_the_line() -> None:
    transcriber = HearsBetterLater("240-555-5187", "240-555-4187", "240-555-0187", "not asked")
    transcript = heard_with(transcriber, "240-555-0187")
    assert transcript.text == "Call me at 240-555-0187"
    assert transcript.options == {"beam": 5, "heard_again_at": [0.95, 1.05]}
    assert transcriber.left == ["not asked"]


def test_the_progress_goes_on_while_a_number_is_heard_again() -> None:
    reported: list[float] = []
    heard_with(HearsBetterLater(*["240-555-5187"] * 5), "240-555-0187", reported.append)
    assert reported == sorted(set(reported))
    assert HEARD < reported[-1] < 1.0


def test_a_number_that_no_hearing_makes_the_line_stays_as_it_was_heard_first() -> None:
    transcriber = HearsBetterLater(*["240-555-5187"] * 5)
    assert heard_with(transcriber, "240-555-0187").text == "Call me at 240-555-5187"
    assert transcriber.left == []


@pytest.mark.parametrize(("number", "direct_line"), [("240-555-0187", "240-555-0187"), ("240-555-5187", "")])
def test_a_line_that_was_recognised_or_is_not_on_file_is_heard_once(number: str, direct_line: str) -> None:
    transcriber = HearsBetterLater(number)
    transcript = heard_with(transcriber, direct_line)
    assert transcript.text == f"Call me at {number}"
    assert transcript.options == {"beam": 5}


def test_a_worker_that_is_stopped_does_not_hear_a_number_to_the_last_speed() -> None:
    def stop_between_hearings(done: float) -> None:
        if done > HEARD:
            raise InterruptedError

    transcriber = HearsBetterLater(*["240-555-5187"] * 5)
    with pytest.raises(InterruptedError):
        heard_with(transcriber, "240-555-0187", stop_between_hearings)
    assert len(transcriber.left) == 3
