"""From the bytes of a file to what was said in it and how: decoding, hearing and measuring, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass

from coaching.domain.recording import Recording
from coaching.domain.voicemail import Heard
from coaching.services.judge import Report
from coaching.transcription.engine import Transcriber

# The share of decoding in the progress that is shown: a child process takes that long to start.
DECODED = 0.05


@dataclass(frozen=True, slots=True)
class EngineListener:
    """A Listener. load: gives the transcriber of this engine and model, the same one each time."""

    engine: str
    model: str
    load: Callable[[], Transcriber]

    def listen(
        self, file_name: str, sha256: str, content: bytes, hints: tuple[str, ...], report: Report
    ) -> tuple[Recording, Heard]:
        from coaching.audio.decode import decode
        from coaching.audio.measure import measure
        from coaching.scoring.numbers import digit_spans

        sound = decode(content)
        report(DECODED)
        transcript = self.load().transcribe(
            sound.samples, hints=hints, on_progress=lambda done: report(DECODED + (1 - DECODED) * done)
        )
        delivery = measure(sound.samples, transcript, digit_spans(transcript.text))
        return sound.recording(file_name, sha256), Heard(transcript, delivery)
