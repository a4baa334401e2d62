import os
from hashlib import sha256
from pathlib import Path

import pytest

from coaching.domain.people import StoreId
from coaching.errors import NotFound, UnknownName
from coaching.storage.blobs import Blobs, open_blobs

HONDA, TOYOTA = StoreId(1), StoreId(2)
SOUND = b"RIFF and so on"
NAME = sha256(SOUND).hexdigest()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return open_blobs((tmp_path / "audio of ours").as_uri())


def test_what_was_put_is_read(blobs: Blobs, tmp_path: Path) -> None:
    blobs.put(HONDA, NAME, SOUND)
    assert blobs.read(HONDA, NAME) == SOUND
    assert (tmp_path / "audio of ours" / "1" / NAME[:2] / NAME).read_bytes() == SOUND


def test_putting_twice_leaves_one_file_and_nothing_half_written(blobs: Blobs, tmp_path: Path) -> None:
    blobs.put(HONDA, NAME, SOUND)
    blobs.put(HONDA, NAME, SOUND)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [NAME]


def test_one_store_cannot_read_what_another_has(blobs: Blobs) -> None:
    blobs.put(HONDA, NAME, SOUND)
    with pytest.raises(NotFound):
        blobs.read(TOYOTA, NAME)


def test_bytes_are_on_disk_before_their_name_is(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (happened.append("fsync"), fsync(handle))[1])
    monkeypatch.setattr(os, "replace", lambda a, b: (happened.append("rename"), replace(a, b))[1])
    blobs.put(HONDA, NAME, SOUND)
    assert happened[:2] == ["fsync", "rename"]
    assert "fsync" in happened[2:]


def test_what_was_removed_is_gone_and_may_be_removed_again(blobs: Blobs) -> None:
    blobs.put(HONDA, NAME, SOUND)
    blobs.remove(HONDA, NAME)
    blobs.remove(HONDA, NAME)
    with pytest.raises(NotFound):
        blobs.read(HONDA, NAME)


def test_an_unknown_kind_of_storage_names_those_there_are() -> None:
    with pytest.raises(UnknownName, match=r"'fil'.*mean 'file'.*Known: file"):
        open_blobs("fil:///tmp/audio")
