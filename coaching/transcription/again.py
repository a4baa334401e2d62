"""A recording heard anew a little slower or faster: other sound, other mistakes, where the first hearing leaves a doubt."""

from dataclasses import replace

import numpy as np

from coaching.domain.transcript import Transcript, Word
from coaching.transcription.engine import Transcriber

# How fast the recording is played, tried in this order. docs/decisions/engine-and-weights.md has what each finds.
SPEEDS = (0.95, 1.05, 0.9, 1.1)


def hear_again(transcriber: Transcriber, samples: np.ndarray, speed: float, hints: tuple[str, ...]) -> Transcript:
    """What is heard at that speed, with the times of the recording as it is. samples and hints: as for `transcribe`."""
    heard = transcriber.transcribe(played_at(speed, samples), hints=hints)
    return replace(heard, words=tuple(_as_recorded(word, speed) for word in heard.words))


def played_at(speed: float, samples: np.ndarray) -> np.ndarray:
    """As a tape sounds that runs faster: the pitch rises too, which changes less than an echo of stretched sound would."""
    played: np.ndarray = np.interp(np.arange(0, len(samples), speed), np.arange(len(samples)), samples)
    return played.astype(np.float32)


def _as_recorded(word: Word, speed: float) -> Word:
    return replace(word, start_s=round(word.start_s * speed, 3), end_s=round(word.end_s * speed, 3))
