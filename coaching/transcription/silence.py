"""faster-whisper with its windows filled up as Whisper was trained: with silence.

It fills a window of 30 s with the number 0, which among log-mel features is a moderately loud noise; OpenAI's own code appends
silent samples, the lowest feature there is. docs/decisions/engine-and-weights.md has what that does to the words.
"""

from collections import deque
from typing import TYPE_CHECKING, Any

import numpy as np
from faster_whisper import WhisperModel

if TYPE_CHECKING:
    from ctranslate2 import StorageView


# A recording that is searched again, without hints or greedily, has the same windows; encoding is a third of the work.
WINDOWS_KEPT = 4  # of each recording that is heard at the same time


class SearchingAlone:
    """A model that encodes and aligns with all its threads and searches with one: a search is thousands of small steps, and
    threads that wait for each other at every step are slower than one alone. For it the weights are in memory twice.
    """

    def __init__(self, model: Any, searching: Any) -> None:
        self._model = model
        self.generate = searching.generate

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)


class SilencePaddedWhisper(WhisperModel):  # type: ignore[misc]  # faster-whisper has no types
    """at_once: how many recordings may be heard at the same time, asked for by as many threads; each is searched by one core."""

    def __init__(self, source: str, *, cpu_threads: int, at_once: int = 1, **options: Any) -> None:
        super().__init__(source, cpu_threads=cpu_threads, **options)
        if cpu_threads > 1:
            searching = WhisperModel(source, cpu_threads=1, num_workers=at_once, **options)
            self.model: Any = SearchingAlone(self.model, searching.model)
        self._encoded: deque[tuple[np.ndarray, StorageView]] = deque(maxlen=WINDOWS_KEPT * at_once)

    def encode(self, features: np.ndarray) -> "StorageView":
        padded = with_silent_end(features)
        for known, encoded in tuple(self._encoded):  # another thread may add its own meanwhile
            if np.array_equal(known, padded):
                return encoded
        encoded = super().encode(padded)
        self._encoded.append((padded, encoded))
        return encoded


def with_silent_end(features: np.ndarray) -> np.ndarray:
    """features: mel bands × frames. The same with its zeros at the end, the padding, as quiet as the quietest there is."""
    heard = np.flatnonzero(features.any(axis=0))
    if not heard.size:
        return features
    padded = features.copy()
    padded[:, heard[-1] + 1 :] = features.min()
    return padded
