"""From the bytes of a file to what was said in it and how: decoding, hearing and measuring, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coaching.domain.context import CallContext
from coaching.domain.recording import Recording
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import Heard
from coaching.services.call_context import hints
from coaching.services.judge import Report
from coaching.transcription.engine import Transcriber

if TYPE_CHECKING:
    import numpy as np

# The shares of the progress that is shown: a child process takes so long to start, and hearing again is left the rest.
DECODED, HEARD = 0.05, 0.85


@dataclass(frozen=True, slots=True)
class EngineListener:
    """A Listener. load: gives the transcriber of this engine and model, the same one each time."""

    engine: str
    model: str
    load: Callable[[], Transcriber]

    def listen(
        self, file_name: str, sha256: str, content: bytes, context: CallContext, report: Report
    ) -> tuple[Recording, Heard]:
        from coaching.audio.decode import decode
        from coaching.audio.measure import measure
        from coaching.scoring.numbers import digit_spans

        sound = decode(content)
        report(DECODED)
        transcript = self._transcript(sound.samples, context, report)
        delivery = measure(sound.samples, transcript, digit_spans(transcript.text))
        return sound.recording(file_name, sha256), Heard(transcript, delivery)

    def _transcript(self, samples: "np.ndarray", context: CallContext, report: Report) -> Transcript:
        """Heard once, and again at other speeds as long as a number is in it that may be a line on file, misheard."""
        from coaching.scoring.numbers.heard_again import shaky_numbers, with_lines_of
        from coaching.transcription.again import SPEEDS, hear_again

        transcriber, names = self.load(), hints(context)
        transcript = transcriber.transcribe(
            samples, hints=names, on_progress=lambda done: report(DECODED + (HEARD - DECODED) * done)
        )
        tried: list[float] = []
        while len(tried) < len(SPEEDS) and shaky_numbers(transcript, context.rep):
            report(HEARD + (1 - HEARD) * len(tried) / len(SPEEDS))  # whoever stops the worker is heard here
            tried.append(SPEEDS[len(tried)])
            transcript = with_lines_of(transcript, hear_again(transcriber, samples, tried[-1], names), context.rep)
        return replace(transcript, options={**transcript.options, "heard_again_at": tried}) if tried else transcript
