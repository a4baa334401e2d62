"""faster-whisper with its windows filled up as Whisper was trained: with silence.

It fills a window of 30 s with the number 0, which among log-mel features is a moderately loud noise; OpenAI's own code appends
silent samples, the lowest feature there is. docs/decisions/engine-and-weights.md has what that does to the words.
"""

from typing import TYPE_CHECKING

import numpy as np
from faster_whisper import WhisperModel

if TYPE_CHECKING:
    from ctranslate2 import StorageView


class SilencePaddedWhisper(WhisperModel):  # type: ignore[misc]  # faster-whisper has no types
    def encode(self, features: np.ndarray) -> "StorageView":
        return super().encode(with_silent_end(features))


def with_silent_end(features: np.ndarray) -> np.ndarray:
    """features: mel bands × frames. The same with its zeros at the end, the padding, as quiet as the quietest there is."""
    heard = np.flatnonzero(features.any(axis=0))
    if not heard.size:
        return features
    padded = features.copy()
    padded[:, heard[-1] + 1 :] = features.min()
    return padded
