"""The child process that touches untrusted bytes: a file on standard input, a line of JSON and samples on standard output.

Only `decode.decode` starts it. The line holds `Facts`, or `{"problem": code}` and no samples follow.
"""

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import av

from coaching.audio.container import declares_length, ends_early, looks_like_audio
from coaching.audio.limits import CHILD_CPU_SECONDS, CHILD_MEMORY_BYTES, MAX_SECONDS
from coaching.domain.recording import SAMPLE_RATE
from coaching.errors import AudioProblem

# Demuxers of plain media files. Playlists and the like, which name other files to open, are not among them.
DEMUXERS = "wav,w64,mp3,mov,ogg,matroska,webm,flac,amr,amrnb,amrwb,caf,gsm,aiff,au,aac,asf,ac3,g722,g726,g726le"
SAMPLE_BYTES = 4
CUT_OFF_S = 0.25  # encoders round the length they declare by up to a few frames; less missing than this is not a cut


class Refused(Exception):
    def __init__(self, problem: AudioProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Facts:
    """What `decode.decode` makes a `Sound` of, beside the samples."""

    codec: str
    sample_rate: int
    channels: int
    declared_s: float | None
    incomplete: bool


class Resampling:
    """Frames of any rate, layout and format in, mono float samples at SAMPLE_RATE out; a stream may change midway."""

    def __init__(self) -> None:
        self._of: tuple[int, str, str] | None = None
        self._resampler: av.AudioResampler | None = None

    def take(self, frame: av.AudioFrame) -> bytes:
        of = (frame.sample_rate, frame.layout.name, frame.format.name)
        before = b""
        if of != self._of:
            before = self.rest()
            self._of, self._resampler = of, av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
        frame.pts = None  # a damaged file's times would open gaps of any length
        assert self._resampler is not None
        return before + _joined(self._resampler.resample(frame))

    def rest(self) -> bytes:
        return _joined(self._resampler.resample(None)) if self._resampler else b""


def _joined(frames: list[av.AudioFrame]) -> bytes:
    return b"".join(bytes(frame.planes[0])[: frame.samples * SAMPLE_BYTES] for frame in frames)


def decoded(content: bytes) -> tuple[Facts, bytes]:
    """What is known of the file and its samples (float32, native order). Raises Refused."""
    try:
        container = av.open(io.BytesIO(content), mode="r", container_options={"format_whitelist": DEMUXERS})
    except (av.FFmpegError, ValueError) as error:
        raise Refused(AudioProblem.CORRUPT if looks_like_audio(content) else AudioProblem.NOT_AUDIO) from error
    with container:
        if not container.streams.audio:
            cut_off = not len(container.streams) and looks_like_audio(content)
            raise Refused(AudioProblem.CORRUPT if cut_off else AudioProblem.NOT_AUDIO)
        return _decoded_stream(content, container, container.streams.audio[0])


def _decoded_stream(
    content: bytes, container: "av.container.InputContainer", stream: "av.audio.stream.AudioStream"
) -> tuple[Facts, bytes]:
    demuxer = container.format.name
    damage = Damage()
    samples = _samples(container, stream, damage)
    if not samples:
        raise Refused(AudioProblem.CORRUPT if damage.seen else AudioProblem.EMPTY)
    declared_s = _declared_s(container, stream) if declares_length(content, demuxer) else None
    missing_s = (declared_s or 0.0) - len(samples) / SAMPLE_BYTES / SAMPLE_RATE
    incomplete = damage.seen or missing_s > CUT_OFF_S or ends_early(content, demuxer)
    codec = stream.codec_context
    return Facts(codec.name, codec.sample_rate, codec.channels, declared_s, incomplete), samples


@dataclass(slots=True)
class Damage:
    """Whether a part of the stream could not be read or decoded."""

    seen: bool = False


def _samples(container: "av.container.InputContainer", stream: "av.audio.stream.AudioStream", damage: Damage) -> bytes:
    """All that can be decoded; refused as soon as it proves longer than a voicemail may be, however small the file."""
    samples, resampling, decoded_s = bytearray(), Resampling(), 0.0
    try:
        for frame in _frames(container, stream, damage):
            decoded_s += frame.samples / frame.sample_rate
            if decoded_s > MAX_SECONDS:
                raise Refused(AudioProblem.TOO_LONG)
            samples += resampling.take(frame)
        samples += resampling.rest()
    except (av.FFmpegError, ValueError):
        damage.seen = True
    return bytes(samples)


def _frames(
    container: "av.container.InputContainer", stream: "av.audio.stream.AudioStream", damage: Damage
) -> Iterator[av.AudioFrame]:
    for packet in container.demux(stream):
        # AMR has no length to compare with, but a frame that is cut in two shows.
        damage.seen |= packet.is_corrupt and container.format.name.startswith("amr")
        try:
            yield from packet.decode()
        except av.FFmpegError:
            damage.seen = True


def _declared_s(container: "av.container.InputContainer", stream: "av.audio.stream.AudioStream") -> float | None:
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    return container.duration / av.time_base if container.duration is not None else None


def confine() -> None:
    """Bounds what hostile input can make this process use. Windows has no such bounds; the parent's clock still holds."""
    try:
        import resource
    except ImportError:
        return
    for limit, amount in (
        (resource.RLIMIT_AS, CHILD_MEMORY_BYTES),
        (resource.RLIMIT_CPU, CHILD_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS
            resource.setrlimit(limit, (amount, amount))


def main() -> None:
    confine()
    av.logging.set_level(av.logging.PANIC)
    try:
        facts, samples = decoded(sys.stdin.buffer.read())
        head: dict[str, object] = asdict(facts)
    except Refused as refused:
        head, samples = {"problem": refused.problem.value}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + samples)


if __name__ == "__main__":
    main()
