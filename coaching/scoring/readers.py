"""Networks that read a whole message at once: MiniLM, trained on for what no single sentence and no named fact tells.

The other learned checks weigh sentences and facts one by one and can say which of them decided; they miss that a "cold backside"
is about heated seats. Where they are in doubt a reader is asked, and both have the same say (docs/decisions/readers.md).
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from coaching.errors import UnknownName
from coaching.scoring.encoder import Encoder, Text, packaged_weights, tokenizer
from coaching.scoring.meaning_model import MODELS
from coaching.scoring.odds import chance

READERS = MODELS / "readers"
MESSAGE, REPETITION = "message", "repetition"
LAYERS = ".layers"  # a model in ONNX format without the table of words, which the packaged one has too
STOP = " . "  # between two thoughts, as the encoder knows it
MOST_PIECES = 200  # with 288 repetition was judged no better on the authors held out, and reading takes a third of the time more
SURE = 0.8  # a chance from which a check is believed unasked; with 0.88 judging takes a tenth longer and is hardly better


class Reader:
    """Call it with a text, get for each criterion that it was trained for the chance that it is met, 0 to 1.

    Raises UnknownName for a reader that was never trained, InvalidFile where its two files do not belong together.
    """

    def __init__(self, name: str, folder: Path = READERS) -> None:
        import numpy as np

        stored = _described(name, folder)
        weights = _whole((folder / name).with_suffix(LAYERS), **stored["table_of_words"])
        self._encode = Encoder(weights, stored["sha256"], f"Restore {name}.json and {name}{LAYERS}.")
        self._criteria = tuple(stored["heads"])
        self._weights = np.array([head["weights"] for head in stored["heads"].values()], np.float32)
        self._biases = np.array([head["bias"] for head in stored["heads"].values()], np.float32)

    def __call__(self, text: Text) -> Mapping[str, float]:
        import numpy as np

        (vectors,) = self._encode([text])
        odds = self._weights @ np.concatenate([vectors[0], vectors[: text.second_from].mean(axis=0)]) + self._biases
        return {criterion: chance(float(one)) for criterion, one in zip(self._criteria, odds, strict=True)}


@cache
def load_reader(name: str) -> Reader:
    """One of each in a process, loaded when it is first needed (half a second, 60 MB)."""
    return Reader(name)


def demand_read(criterion: str, name: str) -> None:
    """Raises UnknownName, which lists the criteria that the reader was trained for, where this is none of them."""
    if criterion not in (trained_for := _described(name, READERS)["heads"]):
        raise UnknownName(f"criterion of the reader {name}", criterion, trained_for)


def agreed(judged: float, read: Callable[[], float]) -> float:
    """judged: a check's chance. Where it is in doubt, the mean of it and the reader's; reading takes as long as all else."""
    return (judged + read()) / 2 if 1 - SURE < judged < SURE else judged


def pieces_of(plain: str) -> list[int]:
    """Without those that say where a text begins and ends."""
    ids: list[int] = tokenizer().encode(plain).ids
    return ids[1:-1]


def _described(name: str, folder: Path) -> dict[str, Any]:
    if not (path := folder / f"{name}.json").exists():
        raise UnknownName("reader", name, (path.stem for path in folder.glob("*.json")))
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return stored


def _whole(layers: Path, start: int, packaged_start: int, length: int) -> bytes:
    stored, table = layers.read_bytes(), packaged_weights()[packaged_start : packaged_start + length]
    return stored[:start] + table + stored[start:]
