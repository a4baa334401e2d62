"""A decoded recording."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coaching.domain.recording import SAMPLE_RATE, Recording

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """samples: float32, mono, SAMPLE_RATE Hz, about -1 to 1. The rest is what the file was.

    declared_s: the length that the file itself names, None where it names none. incomplete: it breaks off, and the
    samples are what could be decoded.
    """

    samples: "np.ndarray"
    codec: str
    sample_rate: int
    channels: int
    declared_s: float | None
    incomplete: bool

    @property
    def duration_s(self) -> float:
        return len(self.samples) / SAMPLE_RATE

    def between(self, start_s: float, end_s: float) -> "Sound":
        """As much of these seconds as there is."""
        return replace(self, samples=self.samples[max(0, round(start_s * SAMPLE_RATE)) : max(0, round(end_s * SAMPLE_RATE))])

    def recording(self, name: str, sha256: str) -> Recording:
        """The domain's view of it. name: as uploaded; sha256: `fingerprint` of the bytes."""
        return Recording(name, sha256, self.duration_s, self.sample_rate, self.channels, self.codec, self.incomplete)
