"""A trained network as a reader's two files."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from coaching.scoring.encoder import packaged_weights
from coaching.scoring.fine_tuning.network import Network
from coaching.scoring.fine_tuning.stored import StoredWeights
from coaching.scoring.readers import LAYERS, READERS

DECIMALS = 5


def write(name: str, network: Network, criteria: Sequence[str], examples: int, folder: Path = READERS) -> None:
    """examples: how many were learned. The table of words is left out, since the packaged model has it too."""
    stored = StoredWeights()
    model, table = stored.replaced(network.weights()), stored.table_of_words()
    start = model.index(table)
    (folder / name).with_suffix(LAYERS).write_bytes(model[:start] + model[start + len(table) :])
    weights, biases = network.head.weight.tolist(), network.head.bias.tolist()
    described = {
        "sha256": hashlib.sha256(model).hexdigest(),
        "examples": examples,
        "table_of_words": {"start": start, "packaged_start": packaged_weights().index(table), "length": len(table)},
        "heads": {
            one: {"bias": _short([bias])[0], "weights": _short(row)}
            for one, row, bias in zip(criteria, weights, biases, strict=True)
        },
    }
    (folder / f"{name}.json").write_text(json.dumps(described) + "\n", encoding="utf-8")


def _short(numbers: Sequence[float]) -> list[float]:
    return [round(number, DECIMALS) for number in numbers]
