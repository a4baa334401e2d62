"""Audio as it was uploaded, under its hash. Each store has keys of its own: identity never tells one what another has."""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from coaching.domain.people import StoreId
from coaching.errors import NotFound, UnknownName

ARRIVING = ".arriving-"


class Blobs(Protocol):
    def put(self, store_id: StoreId, sha256: str, content: bytes) -> None:
        """Returns when the bytes would survive a power cut. Putting the same again changes nothing."""

    def read(self, store_id: StoreId, sha256: str) -> bytes:
        """Raises NotFound."""

    def remove(self, store_id: StoreId, sha256: str) -> None: ...

    def kept(self) -> "Iterator[Kept]":
        """All that is there, in no order."""

    def sweep_unfinished(self, before: datetime) -> int:
        """Removes what began to arrive before then and never did; how many."""


@dataclass(frozen=True, slots=True)
class Kept:
    """at: when its bytes arrived."""

    store_id: StoreId
    sha256: str
    at: datetime


class Folder:
    """<root>/<store>/<first two digits>/<sha256>"""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, store_id: StoreId, sha256: str, content: bytes) -> None:
        place = self._place(store_id, sha256)
        if place.exists():
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix=ARRIVING, delete=False) as arriving:
            arriving.write(content)
            arriving.flush()
            os.fsync(arriving.fileno())
        os.replace(arriving.name, place)
        for folder in (place.parent, place.parent.parent, self.root):
            _make_durable(folder)

    def read(self, store_id: StoreId, sha256: str) -> bytes:
        try:
            return self._place(store_id, sha256).read_bytes()
        except FileNotFoundError:
            raise NotFound("recording", sha256[:12]) from None

    def remove(self, store_id: StoreId, sha256: str) -> None:
        self._place(store_id, sha256).unlink(missing_ok=True)

    def kept(self) -> Iterator[Kept]:
        for place in self.root.glob("*/??/*"):
            store = place.parent.parent.name
            if store.isdecimal() and not place.name.startswith(ARRIVING):
                yield Kept(StoreId(int(store)), place.name, _arrived(place))

    def sweep_unfinished(self, before: datetime) -> int:
        unfinished = [place for place in self.root.glob(f"*/??/{ARRIVING}*") if _arrived(place) < before]
        for place in unfinished:
            place.unlink(missing_ok=True)
        return len(unfinished)

    def _place(self, store_id: StoreId, sha256: str) -> Path:
        return self.root / str(store_id) / sha256[:2] / sha256


def open_blobs(url: str) -> Blobs:
    """Raises UnknownName for a scheme that no store of bytes answers to."""
    scheme = urlsplit(url).scheme
    if scheme not in SCHEMES:
        raise UnknownName("kind of audio storage", scheme, SCHEMES)
    return SCHEMES[scheme](url)


def _folder(url: str) -> Blobs:
    return Folder(Path(unquote(urlsplit(url).path)))


SCHEMES: dict[str, Callable[[str], Blobs]] = {"file": _folder}


def _arrived(place: Path) -> datetime:
    return datetime.fromtimestamp(place.stat().st_mtime, UTC)


def _make_durable(folder: Path) -> None:
    """A renamed file is only as durable as the folder that names it."""
    if os.name == "nt":
        return  # Windows cannot open a folder, and journals the rename by itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
