"""The tensors in a model file of CTranslate2 (version 6), in place."""

import struct
from collections.abc import Iterator

import numpy as np

_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)  # by CTranslate2's number

Tensors = dict[str, np.ndarray]


def tensors_in(content: bytes | bytearray) -> Tensors:
    """All tensors by name, as views of `content`: in a bytearray they can be written."""
    return dict(_Reader(content).tensors())


class _Reader:
    def __init__(self, content: bytes | bytearray) -> None:
        self._content = content
        self._at = 0

    def tensors(self) -> Iterator[tuple[str, np.ndarray]]:
        self._number("<I")  # version of the format
        self._text()  # name of the model's specification
        self._number("<I")  # its revision
        for _ in range(self._number("<I")):
            yield self._text(), self._tensor()

    def _tensor(self) -> np.ndarray:
        shape = tuple(self._number("<I") for _ in range(self._number("<B")))
        dtype = np.dtype(_TYPES[self._number("<B")])
        size = self._number("<I")
        tensor = np.frombuffer(self._content, dtype, size // dtype.itemsize, self._at).reshape(shape)
        self._at += size
        return tensor

    def _number(self, form: str) -> int:
        number: int = struct.unpack_from(form, self._content, self._at)[0]
        self._at += struct.calcsize(form)
        return number

    def _text(self) -> str:
        size = self._number("<H")
        text = bytes(self._content[self._at : self._at + size])
        self._at += size
        return text.rstrip(b"\0").decode()
