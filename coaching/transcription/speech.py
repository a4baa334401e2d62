"""Where somebody speaks: asked before decoding and of its result, never used to cut the audio.

A voice-activity filter that cuts loses the callback number at the end of telephone recordings:
docs/decisions/engine-and-weights.md.
"""

from dataclasses import dataclass

import numpy as np

from coaching.domain.recording import SAMPLE_RATE

FRAME = 512  # samples that the detector judges at a time
FRAME_S = FRAME / SAMPLE_RATE
# Silero's own 0.5 misses half of a clipped telephone voice. Measured on 28 telephone and 26 noise clips: at 0.2 every voice
# had over 10 s of speech, and every noise, tone and hum under 0.04 s.
SPEECH_FROM = 0.2
MIN_SPEECH_S = 0.25
LOUD_WITHIN_DB = 15.0  # of the loud parts; people in the background are further below the caller
_SILENCE = 1e-5


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """speaking, loud: for each frame whether a voice is in it, and whether it is about as loud as the caller."""

    speaking: np.ndarray
    loud: np.ndarray

    @property
    def anybody(self) -> bool:
        return self.seconds(0.0, float("inf")) >= MIN_SPEECH_S

    def seconds(self, start_s: float, end_s: float) -> float:
        """How long somebody speaks between two times."""
        return float(np.count_nonzero(self.speaking[_frames(start_s, end_s)])) * FRAME_S

    def caller_seconds(self, start_s: float, end_s: float) -> float:
        """How long somebody speaks about as loud as the caller between two times."""
        if end_s <= start_s:
            return 0.0
        frames = _frames(start_s, end_s)
        return float(np.count_nonzero(self.speaking[frames] & self.loud[frames])) * FRAME_S


def find_speech(samples: np.ndarray) -> Speech:
    """samples: float32, mono, SAMPLE_RATE Hz."""
    peak = float(np.abs(samples).max(initial=0.0))
    if peak < _SILENCE:
        return Speech(np.zeros(0, bool), np.zeros(0, bool))
    frames = np.pad(samples / peak, (0, -len(samples) % FRAME)).astype(np.float32)
    level_db = 10 * np.log10(np.mean(frames.reshape(-1, FRAME) ** 2, axis=1) + 1e-12)
    return Speech(_voice_probability(frames) >= SPEECH_FROM, level_db >= np.percentile(level_db, 95) - LOUD_WITHIN_DB)


def _voice_probability(frames: np.ndarray) -> np.ndarray:
    from faster_whisper.vad import get_vad_model

    probabilities: np.ndarray = get_vad_model()(frames).reshape(-1)
    return probabilities


def _frames(start_s: float, end_s: float) -> slice:
    return slice(int(start_s / FRAME_S), None if end_s == float("inf") else int(end_s / FRAME_S) + 1)
