"""A decoded recording in the one form that every browser plays and jumps in exactly."""

import io
import wave
from typing import TYPE_CHECKING

from coaching.domain.recording import SAMPLE_RATE

if TYPE_CHECKING:
    from coaching.audio.sound import Sound

FULL_SCALE = 32767
SAMPLE_BYTES = 2


def as_wav(sound: "Sound") -> bytes:
    """16-bit PCM, mono, SAMPLE_RATE Hz. A second of it is the second that the transcript's times mean."""
    samples = (sound.samples.clip(-1.0, 1.0) * FULL_SCALE).astype("<i2")
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(SAMPLE_BYTES)
        wav.setframerate(SAMPLE_RATE)
        wav.writeframes(samples.tobytes())
    return file.getvalue()
