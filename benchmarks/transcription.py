"""Our default engine beside openai-whisper: same weights, same audio, same threads, warmed up.

Ours is timed as the worker goes through its queue, a recording a core side by side, and with one recording after the other.
openai-whisper cannot hear two recordings at once with one model.

    python -m benchmarks.transcription [FOLDER] [--model base] [--threads 2] [--limit 5]

FOLDER holds leads.jsonl, whose lines name a `recording` and the `text` that is said in it (default: sample_audio).
"""

import argparse
import json
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jiwer
import numpy as np
import torch

from benchmarks.normalise import normalise
from coaching.audio.decode import decode
from coaching.domain.recording import SAMPLE_RATE
from coaching.settings import DEFAULT_ENGINE, DEFAULT_MODEL, Settings
from coaching.transcription.engine import load_transcriber, recordings_at_once, usable_cores
from coaching.transcription.openai_whisper import OpenAIWhisper

Transcribe = Callable[[np.ndarray], str]
Hear = Callable[[list[np.ndarray]], list[str]]

CAREFUL = {"beam_size": 5, "best_of": 5, "word_timestamps": True, "fp16": False}
GREEDY = {"fp16": False}


@dataclass(frozen=True, slots=True)
class Spoken:
    samples: np.ndarray
    text: str

    @property
    def duration_s(self) -> float:
        return len(self.samples) / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    seconds: float
    real_time_factor: float
    word_error_rate: float


def read_spoken(folder: Path, limit: int | None) -> list[Spoken]:
    lines = (folder / "leads.jsonl").read_text(encoding="utf-8").splitlines()[:limit]
    return [Spoken(decode((folder / row["recording"]).read_bytes()).samples, row["text"]) for row in map(json.loads, lines)]


def candidates(model: str, home: Path, threads: int) -> dict[str, Hear]:
    ours = load_transcriber(DEFAULT_ENGINE, model, home=home, threads=threads)
    theirs = OpenAIWhisper.load(model, home, threads).model
    torch.set_num_threads(threads)

    at_once = recordings_at_once(DEFAULT_ENGINE, threads)

    def openai(options: dict[str, Any]) -> Hear:
        return after_each_other(lambda samples: str(theirs.transcribe(samples.copy(), language="en", **options)["text"]))

    return {
        f"{DEFAULT_ENGINE}, {at_once} at once": side_by_side(lambda samples: ours.transcribe(samples).text, at_once),
        f"{DEFAULT_ENGINE}, one at a time": after_each_other(lambda samples: ours.transcribe(samples).text),
        "openai-whisper, beam 5, word times": openai(CAREFUL),
        "openai-whisper, its greedy default": openai(GREEDY),
    }


def after_each_other(transcribe: Transcribe) -> Hear:
    return lambda recordings: [transcribe(samples) for samples in recordings]


def side_by_side(transcribe: Transcribe, at_once: int) -> Hear:
    def hear(recordings: list[np.ndarray]) -> list[str]:
        with ThreadPoolExecutor(at_once) as pool:
            return list(pool.map(transcribe, recordings))

    return hear


def run(name: str, hear: Hear, spoken: list[Spoken]) -> Result:
    recordings = [one.samples for one in spoken]
    hear(recordings[:1])  # the first call in a process is much slower
    began = time.perf_counter()
    heard = hear(recordings)
    seconds = time.perf_counter() - began
    errors = jiwer.wer([normalise(one.text) for one in spoken], [normalise(text) for text in heard])
    return Result(name, seconds, seconds / sum(one.duration_s for one in spoken), errors)


def report(results: list[Result]) -> str:
    """The last two columns: how many times as long each takes as the first two, ours."""
    at_once, alone, *_ = results
    head = f"{'':36} {'seconds':>8} {'x real time':>12} {'WER':>7} {'to the first':>13} {'to the second':>14}"
    lines = (
        f"{r.name:36} {r.seconds:8.1f} {r.real_time_factor:12.3f} {r.word_error_rate:7.3f} "
        f"{r.seconds / at_once.seconds:12.1f}x {r.seconds / alone.seconds:13.1f}x"
        for r in results
    )
    return "\n".join([head, *lines])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("sample_audio"))
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--threads", type=int, default=usable_cores())
    parser.add_argument("--limit", type=int, help="only the first so many recordings")
    chosen = parser.parse_args()
    spoken = read_spoken(chosen.folder, chosen.limit)
    home = Settings.from_environment(os.environ).home
    print(f"{len(spoken)} recordings, {sum(s.duration_s for s in spoken):.0f} s, {chosen.model}, {chosen.threads} threads")
    results = [run(name, hear, spoken) for name, hear in candidates(chosen.model, home, chosen.threads).items()]
    print(report(results))


if __name__ == "__main__":
    main()
