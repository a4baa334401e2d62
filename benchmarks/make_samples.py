"""Speak `sample_audio/leads.jsonl` into the recordings it names (needs `benchmarks/speech/setup.sh` once).

Run it with the Python of the speech environment, `$SPEECH_HOME/venv/bin/python`. A row says who speaks
(`voice`, `speed`) and over what (`telephone`, `seed`); the seeds are the places of the rows, fixed before anyone listened.
"""

import io
import json
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

sys.path.insert(0, str(Path(__file__).parent / "speech"))

from phone import PRESETS, phone
from say import SR, say

FOLDER = Path(__file__).parents[1] / "sample_audio"
TELEPHONE_RATE = 8000
# ending of the file -> container, codec, rate of the codec (None: as spoken), bits a second
FORMATS: dict[str, tuple[str, str, int | None, int | None]] = {
    "ogg": ("ogg", "libopus", 48000, 24000),
    "webm": ("webm", "libopus", 48000, 24000),
    "mp3": ("mp3", "libmp3lame", 16000, 32000),
    "m4a": ("mp4", "aac", 16000, 32000),
    "flac": ("flac", "flac", 16000, None),
    "wav": ("wav", "pcm_mulaw", 8000, None),
    "amr": ("amr", "libopencore_amrnb", 8000, 12200),
}


def encode(samples: np.ndarray, rate: int, ending: str) -> bytes:
    container_name, codec, codec_rate, bit_rate = FORMATS[ending]
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container_name) as container:
        stream = container.add_stream(codec, rate=codec_rate or rate, layout="mono")
        if bit_rate:
            stream.bit_rate = bit_rate
        resampler = av.AudioResampler(
            format=stream.format.name, layout="mono", rate=stream.rate, frame_size=stream.frame_size or 0
        )
        frame = av.AudioFrame.from_ndarray((np.clip(samples, -1, 1) * 32767).astype(np.int16)[None], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return buffer.getvalue()


def main() -> None:
    for row in map(json.loads, (FOLDER / "leads.jsonl").read_text(encoding="utf-8").splitlines()):
        samples, rate = say(row["text"], row["voice"], row["speed"]), SR
        if row["telephone"]:
            samples, rate = (
                phone(samples, SR, seed=row["seed"], out_sr=TELEPHONE_RATE, **PRESETS[row["telephone"]]),
                TELEPHONE_RATE,
            )
        target = FOLDER / row["recording"]
        target.write_bytes(encode(samples, rate, target.suffix[1:]))
        print(f"{target.name}: {len(samples) / rate:.1f} s, {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
