"""What Whisper base learned about telephones: small matrices that are added to the packaged weights.

docs/decisions/telephone-adapter.md says how they were learned and what they are worth.
"""

from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np

from coaching.transcription.ctranslate2_file import tensors_in

FOLDER = Path(__file__).parent / "adapters"
UP, DOWN, ADDED = ".up", ".down", ".added"


def adapted(weights: bytes, adapter: str) -> bytes:
    """The same file with every weight that the adapter knows changed: by the product of two narrow matrices, or by a tensor.

    weights: a model in CTranslate2's format; adapter: the name of a file in FOLDER, whose arrays are named after its tensors.
    """
    content = bytearray(weights)
    tensors = tensors_in(content)
    with np.load(BytesIO(_read(adapter))) as arrays:
        for name in arrays.files:
            if name.endswith(ADDED):
                _add(tensors[name.removesuffix(ADDED)], arrays[name])
            elif name.endswith(UP):
                narrow = arrays[name.removesuffix(UP) + DOWN]
                _add(tensors[name.removesuffix(UP)], _exact(arrays[name]) @ _exact(narrow))
    return bytes(content)


def fingerprint(adapter: str) -> str:
    """Tells one version of an adapter from another."""
    return sha256(_read(adapter)).hexdigest()


@cache
def _read(adapter: str) -> bytes:
    return (FOLDER / f"{adapter}.npz").read_bytes()


def _add(tensor: np.ndarray, change: np.ndarray) -> None:
    tensor[...] = _exact(tensor) + _exact(change).reshape(tensor.shape)


def _exact(array: np.ndarray) -> np.ndarray:
    """So that every machine rounds to the same 16 bits."""
    return array.astype(np.float64)
