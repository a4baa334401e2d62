"""What a transcriber is, and the table of those there are.

To add one: a module with a class that has `transcribe`, a loader below, a row in ENGINES, and a test in tests/transcription.
"""

import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coaching.domain.transcript import Transcript
from coaching.errors import UnknownName

if TYPE_CHECKING:
    import numpy as np


class Transcriber(Protocol):
    def transcribe(
        self, samples: "np.ndarray", *, hints: tuple[str, ...] = (), on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        """samples: float32, mono, SAMPLE_RATE Hz. No speech gives a Transcript without words.

        hints: names that may be said (rep, store, model line). on_progress: told the share that is done, 0 to 1.
        Raises TranscriptionError.
        """
        ...


Loader = Callable[[str, Path, int], Transcriber]


def _faster_whisper(model: str, home: Path, threads: int) -> Transcriber:
    from coaching.transcription.faster_whisper import FasterWhisper

    return FasterWhisper.load(model, home, threads)


def _openai_whisper(model: str, home: Path, threads: int) -> Transcriber:
    from coaching.transcription.openai_whisper import OpenAIWhisper

    return OpenAIWhisper.load(model, home, threads)


@dataclass(frozen=True, slots=True)
class Engine:
    """several_at_once: whether one loaded model may hear recordings side by side, asked from several threads."""

    load: Loader
    several_at_once: bool


ENGINES: Mapping[str, Engine] = {
    "faster-whisper": Engine(_faster_whisper, several_at_once=True),
    # It hangs what a search remembers on the model itself.
    "openai-whisper": Engine(_openai_whisper, several_at_once=False),
}

# Each recording is heard by one core for the most part; more at once than this would only take memory from the screens.
MOST_AT_ONCE = 4

_loaded: dict[tuple[str, str, Path, int], Transcriber] = {}
_loading = threading.Lock()


def load_transcriber(engine: str, model: str, *, home: Path, threads: int | None = None) -> Transcriber:
    """The engine with its model, loaded once a process. model: "base", "tiny.en", or what the engine's own loader knows.

    home: where weights are unpacked. threads: default one a core that this process may use.
    Raises UnknownName for an engine, TranscriptionError where the model cannot be loaded.
    """
    if engine not in ENGINES:
        raise UnknownName("engine", engine, ENGINES)
    key = (engine, model, home, threads or usable_cores())
    with _loading:
        if key not in _loaded:
            _loaded[key] = ENGINES[engine].load(model, home, key[-1])
        return _loaded[key]


def recordings_at_once(engine: str, threads: int | None = None) -> int:
    """How many recordings to give the engine side by side, where there are that many."""
    return min(threads or usable_cores(), MOST_AT_ONCE) if ENGINES[engine].several_at_once else 1


def usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
