"""Teach Whisper base's encoder to hear through telephones: a few narrow matrices, learned from sound that we degrade ourselves.

    python -m benchmarks.telephone_adapter build/speech --minutes 120

The folder is one that render.py filled; its clean recordings are used, and each is degraded anew every time it is heard. The
frozen model hears it clean and says what the one that learns should make of it through the telephone: the same encoded frames,
and the same words with the same doubts. So nobody's text is learned, and the decoder stays as it is. Writes the adapter that
`coaching/transcription/adapter.py` adds to the packaged weights. `--start` goes on from an earlier one, `--share` keeps a part of
what was learned. Needs soundfile beside requirements-dev.txt, ffmpeg, and SPEECH_HOME as benchmarks/speech/setup.sh left it.
"""

import argparse
import copy
import math
import os
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import whisper
from scipy.signal import resample_poly
from torch import nn
from torch.nn import functional

from benchmarks.adapter_layers import go_on_from, learning_layers, save
from coaching.audio.decode import decode
from coaching.settings import Settings
from coaching.transcription.adapter import FOLDER
from coaching.transcription.checkpoint import packaged_checkpoint

sys.path.insert(0, str(Path(__file__).parent / "speech"))

from phone import phone

WINDOW = 30 * whisper.audio.SAMPLE_RATE
FRAME = whisper.audio.N_SAMPLES_PER_TOKEN  # samples a frame of the encoder
AFTER_SPEECH = 50  # frames of silence that are compared too
BATCH = 4  # windows before the matrices are moved
FASTEST, WARM_UP, SLOWEST = 6e-4, 30, 0.02  # learning rate of the matrices, steps until it is reached, its share at the end
PLAIN_RATE = 0.1  # of that, for whole tensors
SHARE = 0.7  # of what was learned; with all of it real voices were heard worse (docs/decisions/telephone-adapter.md)
CLEAN = 0.1  # share of windows that are heard as they are, so that clean sound stays as well understood
PITCHES = (0.88, 0.94, 1.0, 1.0, 1.0, 1.06, 1.12)  # how fast a recording is played: a voice sounds like another person's
CODECS = {"mulaw": 4, "alaw": 2, "gsm": 4, "amrnb": 5, "amrnb475": 5, "opus_nb": 1, "speex": 1, "none": 1}  # how often
NOISES = ("car", "car", "street", "street", "showroom", "showroom", "babble", "hum", "white")
TELLING_TIMES = whisper.DecodingOptions(language="en", temperature=0.0, fp16=False)


@dataclass(frozen=True, slots=True)
class Taught:
    """What the frozen model makes of a clean window. samples: at 16 kHz; frames: as encoded, shape (1, 1500, 512); heard: until
    when they matter; tokens: printed, with times.
    """

    samples: np.ndarray
    frames: torch.Tensor
    heard: int
    tokens: torch.Tensor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--start", type=Path, help="an adapter to go on from")
    parser.add_argument("--share", type=float, default=SHARE, help="how much of what was learned is kept, 0 to 1")
    parser.add_argument("--out", type=Path, default=FOLDER / "telephone.npz")
    asked = parser.parse_args()
    checkpoint = packaged_checkpoint("base", Settings.from_environment(os.environ).home)
    assert checkpoint
    torch.manual_seed(0)
    frozen = whisper.load_model(str(checkpoint.path), device="cpu").eval().requires_grad_(False)
    learning = copy.deepcopy(frozen)
    narrow, plain = learning_layers(learning.encoder)
    if asked.start:
        go_on_from(asked.start, learning.encoder)
    optimiser = torch.optim.AdamW(
        [{"params": narrow, "lr": FASTEST}, {"params": plain, "lr": FASTEST * PLAIN_RATE}], betas=(0.9, 0.98), weight_decay=0.0
    )
    began = time.monotonic()
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: _rate(step, (time.monotonic() - began) / 60 / asked.minutes)
    )
    lessons = _lessons(frozen, sorted((asked.folder / "clean").glob("*.wav")), random.Random(0))
    while time.monotonic() - began < asked.minutes * 60:
        losses = [_learn(frozen, learning, *next(lessons)) for _ in range(BATCH)]
        nn.utils.clip_grad_norm_([*narrow, *plain], 1.0)
        optimiser.step()
        optimiser.zero_grad()
        rates.step()
        print(f"{(time.monotonic() - began) / 60:.1f} min: {sum(losses) / BATCH:.3f}", file=sys.stderr, flush=True)
    save(learning.encoder, frozen.encoder, asked.out, asked.share)


def _rate(step: int, done: float) -> float:
    return min(1.0, (step + 1) / WARM_UP) * (SLOWEST + (1 - SLOWEST) * (1 + math.cos(math.pi * min(done, 1.0))) / 2)


def _lessons(frozen: whisper.Whisper, recordings: list[Path], chance: random.Random) -> Iterator[tuple[Taught, np.ndarray]]:
    """Without end; the next recording goes through its telephone while one is learned."""
    with ThreadPoolExecutor(1) as beside:
        before: tuple[Taught, Future[np.ndarray]] | None = None
        for taught in _turns(frozen, recordings, chance):
            degraded = beside.submit(_through_a_telephone, taught.samples, random.Random(chance.random()))
            if before:
                yield before[0], before[1].result()
            before = taught, degraded


def _turns(frozen: whisper.Whisper, recordings: list[Path], chance: random.Random) -> Iterator[Taught]:
    known: dict[Path, Taught] = {}
    while True:
        for path in chance.sample(recordings, len(recordings)):
            if path not in known:
                known[path] = _teach(frozen, _in_another_voice(path, chance))
            yield known[path]


def _in_another_voice(path: Path, chance: random.Random) -> np.ndarray:
    samples = decode(path.read_bytes()).samples
    return np.asarray(resample_poly(samples, 100, round(100 * chance.choice(PITCHES)))[:WINDOW], np.float32)


@torch.no_grad()
def _teach(frozen: whisper.Whisper, clean: np.ndarray) -> Taught:
    frames = frozen.embed_audio(_features(clean))
    printed = whisper.decode(frozen, frames, TELLING_TIMES)[0]
    known = whisper.tokenizer.get_tokenizer(multilingual=True, num_languages=99, language="en", task="transcribe")
    heard = min(whisper.audio.N_FRAMES // 2, len(clean) // FRAME + AFTER_SPEECH)
    return Taught(clean, frames, heard, torch.tensor([[*known.sot_sequence, *printed.tokens, known.eot]]))


def _features(samples: np.ndarray) -> torch.Tensor:
    return whisper.log_mel_spectrogram(whisper.pad_or_trim(torch.from_numpy(samples.copy())))[None]


def _through_a_telephone(clean: np.ndarray, chance: random.Random) -> np.ndarray:
    if chance.random() < CLEAN:
        return clean * chance.uniform(0.2, 1.3)
    conditions: dict[str, object] = {"codec": chance.choices(list(CODECS), list(CODECS.values()))[0]}
    if chance.random() < 0.8:
        conditions |= {"noise": chance.choice(NOISES), "snr": chance.uniform(2, 18)}
    if chance.random() < 0.2:
        conditions["clip"] = chance.uniform(4, 15)
    elif chance.random() < 0.15:
        conditions["gain"] = -chance.uniform(6, 26)
    if chance.random() < 0.3:
        conditions["drop"] = chance.uniform(0.01, 0.07)
    if chance.random() < 0.35:
        conditions["reverb"] = chance.uniform(0.1, 0.55)
    heard = phone(clean, whisper.audio.SAMPLE_RATE, seed=chance.randrange(1 << 30), out_sr=8000, **conditions)
    return np.asarray(resample_poly(heard, 2, 1)[:WINDOW], np.float32)


def _learn(frozen: whisper.Whisper, learning: whisper.Whisper, taught: Taught, heard: np.ndarray) -> float:
    """How unlike the frozen model's frames and words these are; the gradient is kept in the layers."""
    said, first = taught.tokens[:, :-1], 2  # the start, the language; from then on each token was the model's own choice
    with torch.autocast("cpu", torch.bfloat16):
        frames = learning.encoder(_features(heard))
        words = learning.decoder(said, frames)[0, first:]
        with torch.no_grad():
            expected = frozen.decoder(said, taught.frames)[0, first:]
    right = taught.frames[:, : taught.heard]
    unlike = functional.mse_loss(frames[:, : taught.heard].float(), right) / right.var()
    differ = functional.kl_div(
        functional.log_softmax(words.float(), -1), functional.log_softmax(expected.float(), -1), reduction="none", log_target=True
    )
    loss = unlike + differ.sum(-1).mean()
    (loss / BATCH).backward()
    return loss.item()


if __name__ == "__main__":
    main()
