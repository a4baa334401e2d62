"""MiniLM's weights in the packaged ONNX file: read as numbers that can learn, and written back in the file's own 8 bits."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coaching.scoring.encoder import packaged_weights

if TYPE_CHECKING:
    import numpy as np

LAYERS = 6
PREFIX = "inner."
# The weight matrices of a layer in the order in which the packaged file names them "val_49_q", "val_57_q" and so on.
MATRICES = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense", "intermediate.dense",
    "output.dense",
)  # fmt: skip
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
EMBEDDINGS = {name: f"{PREFIX}embeddings.{name}_embeddings" for name in ("word", "position", "token_type")}
EMBEDDINGS_NORM = f"{PREFIX}embeddings.LayerNorm"
MOST_INT8 = 127


class StoredWeights:
    """values: float32 by the name that MiniLM's authors gave each array; matrices of shape (out, in)."""

    def __init__(self) -> None:
        import onnx
        from onnx import numpy_helper

        self._file: Any = onnx.load_from_string(packaged_weights())
        arrays = {one.name: numpy_helper.to_array(one) for one in self._file.graph.initializer}
        self._short = _short_names([*arrays])
        self.values: dict[str, np.ndarray] = {name: array for name, array in arrays.items() if array.dtype.name == "float32"}
        for name in (f"{table}.weight" for table in EMBEDDINGS.values()):
            if f"{name}_q" in arrays:
                self.values[name] = arrays[f"{name}_q"] * arrays[f"{name}_scale"]
        for name, short in self._short.items():
            self.values[f"{name}.weight"] = (arrays[f"{short}_q"] * arrays[f"{short}_scale"]).T

    def replaced(self, values: "Mapping[str, np.ndarray]") -> bytes:
        """The file with these values in place of its own."""
        from onnx import numpy_helper

        arrays = dict(values)
        for name, short in self._short.items():
            arrays |= _in_8_bits(arrays.pop(f"{name}.weight").T, short)
        for stored in self._file.graph.initializer:
            if stored.name in arrays:
                stored.CopyFrom(numpy_helper.from_array(arrays[stored.name], stored.name))
        written: bytes = self._file.SerializeToString(deterministic=True)
        return written

    def table_of_words(self) -> bytes:
        """As it stands in the file, and in every file that was made from it."""
        (table,) = (one for one in self._file.graph.initializer if one.name == f"{EMBEDDINGS['word']}.weight_q")
        stored: bytes = table.raw_data
        return stored


def layer_part(layer: int, name: str) -> str:
    return f"{PREFIX}encoder.layer.{layer}.{name}"


def _short_names(stored: list[str]) -> dict[str, str]:
    """What a matrix is -> the name that it goes by in the file, without "_q" or "_scale"."""
    short = [name.removesuffix("_q") for name in stored if name.startswith("val_") and name.endswith("_q")]
    wanted = [layer_part(layer, matrix) for layer in range(LAYERS) for matrix in MATRICES]
    return dict(zip(wanted, short, strict=True))


def _in_8_bits(matrix: "np.ndarray", short: str) -> "dict[str, np.ndarray]":
    """matrix: of shape (in, out); each column with a scale of its own."""
    import numpy as np

    scale = np.abs(matrix).max(axis=0, keepdims=True) / MOST_INT8
    return {f"{short}_q": np.round(matrix / scale).astype(np.int8), f"{short}_scale": scale.astype(np.float32)}
