"""Makes small audio files with PyAV."""

import io
from fractions import Fraction

import av
import numpy as np


def tone(seconds: float, rate: int = 16_000) -> np.ndarray:
    """A 440 Hz tone at half of full scale, int16."""
    times = np.arange(int(seconds * rate)) / rate
    return (np.sin(2 * np.pi * 440 * times) * 16_000).astype(np.int16)


def encoded(
    seconds: float, *, container: str, codec: str, rate: int = 16_000, channels: int = 1, options: dict[str, str] | None = None
) -> bytes:
    """A file that holds a tone. container, codec: FFmpeg's names."""
    file = io.BytesIO()
    layout = "stereo" if channels == 2 else "mono"
    with av.open(file, "w", format=container, options=options or {}) as output:
        stream = output.add_stream(codec, rate=rate, layout=layout)
        stream.codec_context.time_base = Fraction(1, rate)
        wanted = stream.codec_context.format.name if stream.codec_context.format else "s16"
        resampler = av.AudioResampler(format=wanted, layout=layout, rate=rate, frame_size=stream.codec_context.frame_size or 0)
        frame = av.AudioFrame.from_ndarray(np.repeat(tone(seconds, rate), channels)[None], format="s16", layout=layout)
        frame.sample_rate = rate
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            output.mux(stream.encode(part))
        output.mux(stream.encode(None))
    return file.getvalue()


def silent_video() -> bytes:
    """An MP4 with pictures and no sound."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as output:
        stream = output.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 64
        for _ in range(10):
            output.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")))
        output.mux(stream.encode(None))
    return file.getvalue()
