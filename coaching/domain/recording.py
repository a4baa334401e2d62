"""An audio file that somebody left as a voicemail."""

from dataclasses import dataclass

SAMPLE_RATE = 16_000  # Hz of decoded samples wherever they are handed from one package to another; what Whisper listens to


@dataclass(frozen=True, slots=True)
class Recording:
    """sha256 of the bytes is its identity; duration_s is what could be decoded.

    incomplete: the file breaks off (less could be decoded than it declares, or its end is damaged).
    """

    name: str
    sha256: str
    duration_s: float
    sample_rate: int
    channels: int
    codec: str
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """How it was said, measured from the audio and the word times. None where there is nothing to measure."""

    words_per_minute: float | None
    longest_pause_s: float | None
    fillers: int
    digits_per_second: float | None
    speech_s: float
    level_dbfs: float | None
