"""The default engine: Whisper in CTranslate2 with 8-bit weights."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.transcript import Transcript
from coaching.errors import TranscriptionError
from coaching.transcription.engine import recordings_at_once
from coaching.transcription.listen import Search, listen
from coaching.transcription.speech import find_speech
from coaching.transcription.weights import packaged_model
from coaching.transcription.words import Piece, Segment

NAME = "faster-whisper"
LANGUAGE = "en"
COMPUTE_TYPE = "int8"
# A single temperature: the fallbacks sample at random, and the same recording must give the same words.
# No vad_filter: it cuts. No text of the window before: one mishearing would feed the next.
OPTIONS: dict[str, Any] = {
    "language": LANGUAGE,
    "beam_size": 5,
    "temperature": 0.0,
    "word_timestamps": True,
    "condition_on_previous_text": False,
    "vad_filter": False,
}
GREEDY = {"beam_size": 1}


@dataclass(frozen=True, slots=True)
class FasterWhisper:
    model_name: str
    model: Any

    @classmethod
    def load(cls, model_name: str, home: Path, threads: int) -> "FasterWhisper":
        """model_name: a packaged one, a folder in CTranslate2's format, or a name that faster-whisper fetches itself."""
        from coaching.transcription.silence import SilencePaddedWhisper

        source = packaged_model(model_name, home) or model_name
        if _is_path(model_name) and not Path(model_name).is_dir():
            raise TranscriptionError(f"There is no folder {model_name} with a speech model. Check its name.", may_retry=False)
        try:
            at_once = recordings_at_once(NAME, threads)
            model = SilencePaddedWhisper(
                str(source), device="cpu", compute_type=COMPUTE_TYPE, cpu_threads=threads, at_once=at_once
            )
        except Exception as error:  # whatever its loader, the network or a broken folder raise
            raise TranscriptionError(
                f"faster-whisper cannot load the model {model_name!r}: {error}. Check the name and the network.", may_retry=True
            ) from error
        engine = cls(model_name, model)
        engine._warm_up()
        return engine

    def _warm_up(self) -> None:
        """The first pass of a process takes seconds longer; let nobody's voicemail wait for it."""
        second = np.random.default_rng(0).normal(0.0, 0.01, SAMPLE_RATE).astype(np.float32)
        find_speech(second)
        self._decode(second, OPTIONS, None)

    def transcribe(
        self, samples: np.ndarray, *, hints: tuple[str, ...] = (), on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        special: dict[Search, dict[str, Any]] = {Search.HINTED: {"hotwords": ", ".join(hints)}, Search.GREEDY: GREEDY}

        def decode(part: np.ndarray, search: Search) -> list[Segment]:
            return self._decode(part, OPTIONS | special.get(search, {}), on_progress)

        words = listen(samples, decode, hints=hints)
        return Transcript(words, LANGUAGE, NAME, self.model_name, {"compute_type": COMPUTE_TYPE, "hints": list(hints), **OPTIONS})

    def _decode(self, samples: np.ndarray, options: dict[str, Any], on_progress: Callable[[float], None] | None) -> list[Segment]:
        decoded = []
        try:
            segments, _ = self.model.transcribe(samples, **options)
            for segment in segments:
                if segment.words:
                    decoded.append(_segment(segment))
                if on_progress:
                    on_progress(min(segment.end * SAMPLE_RATE / len(samples), 1.0))
        except RuntimeError as error:  # CTranslate2 raises nothing else
            raise TranscriptionError(f"The speech recogniser stopped: {error}. Try again.", may_retry=True) from error
        return decoded


def _is_path(model_name: str) -> bool:
    """And neither a name nor "owner/name", for which faster-whisper would ask the network."""
    return model_name.startswith((".", "/", "~")) or model_name.count("/") > 1


def _segment(segment: Any) -> Segment:
    pieces = tuple(Piece(word.word, word.start, word.end, word.probability) for word in segment.words)
    return Segment(pieces, segment.avg_logprob, segment.compression_ratio)
