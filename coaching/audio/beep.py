"""A recording with passages that nobody can hear, and the file it is given away as."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from coaching.domain.recording import SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np

TONE_HZ, TONE_LEVEL = 1000, 0.2
BIT_RATE = 64_000  # speech at 16 kHz loses nothing that anybody could hear


def beeped(samples: "np.ndarray", passages: Iterable[tuple[float, float]]) -> "np.ndarray":
    """A tone in place of each passage (start, end in seconds); the rest as it was."""
    import numpy as np

    heard = samples.copy()
    for start_s, end_s in passages:
        start, end = max(0, int(start_s * SAMPLE_RATE)), min(len(heard), int(end_s * SAMPLE_RATE) + 1)
        heard[start:end] = TONE_LEVEL * np.sin(2 * np.pi * TONE_HZ / SAMPLE_RATE * np.arange(max(0, end - start)))
    return heard


def as_mp3(samples: "np.ndarray") -> bytes:
    """Without any tag: nothing of the recording's own file comes along."""
    import av
    import numpy as np

    file = io.BytesIO()
    pcm = (samples.clip(-1.0, 1.0) * 32767).astype(np.int16)
    with av.open(file, "w", format="mp3", options={"id3v2_version": "0", "write_xing": "0"}) as output:
        stream = output.add_stream("mp3", rate=SAMPLE_RATE, layout="mono")
        stream.bit_rate = BIT_RATE
        frame = av.AudioFrame.from_ndarray(pcm[None], format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        resampler = av.AudioResampler(format=stream.format.name, layout="mono", rate=SAMPLE_RATE, frame_size=stream.frame_size)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            output.mux(stream.encode(part))
        output.mux(stream.encode(None))
    return file.getvalue()
