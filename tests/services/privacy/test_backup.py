from pathlib import Path

import pytest

from coaching.errors import CoachingError
from coaching.services import reading
from coaching.services.parts import Services
from coaching.services.privacy.backup import back_up
from coaching.storage.blobs import Folder
from coaching.storage.database import Database
from tests.world import Cast, Clock


def test_a_backup_can_be_opened_in_place_of_the_home(cast: Cast, clock: Clock, tmp_path: Path) -> None:
    voicemail_id = cast.leaves("hello Denise")
    made = back_up(cast.services, tmp_path / "backup")
    assert (made.recordings, made.missing) == (1, 0)
    if not made.database:
        pytest.skip("PostgreSQL is backed up by its own tools; the audio was copied")
    restored = Services(Database(f"sqlite:///{made.folder / 'coaching.db'}"), Folder(made.folder / "audio"), clock)
    restored.database.upgrade()
    read = reading.read(restored, cast.as_seen_by(cast.bob), voicemail_id)
    assert restored.blobs.read(cast.store, read.voicemail.sha256) == b"hello Denise"
    with restored.database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    restored.database.close()


def test_a_backup_made_while_somebody_writes_is_whole(cast: Cast, tmp_path: Path) -> None:
    cast.leaves("before")
    with cast.services.database.writing():
        cast.services.database.copy_to(tmp_path / "copy.db")
    if cast.services.database.engine.dialect.name == "sqlite":
        assert (tmp_path / "copy.db").stat().st_size > 0


def test_audio_that_is_missing_is_counted(cast: Cast, tmp_path: Path) -> None:
    voicemail_id = cast.leaves("hello Denise")
    sha256 = reading.read(cast.services, cast.as_seen_by(cast.bob), voicemail_id).voicemail.sha256
    cast.services.blobs.remove(cast.store, sha256)
    made = back_up(cast.services, tmp_path / "backup")
    assert (made.recordings, made.missing) == (0, 1)


@pytest.mark.parametrize("place", ["a file", "a file/below", "/proc/x"])
def test_where_no_folder_can_be_is_a_sentence(cast: Cast, tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_text("keep me")
    with pytest.raises(CoachingError, match="Name another one"):
        back_up(cast.services, tmp_path / place)
    assert (tmp_path / "a file").read_text() == "keep me"


def test_nothing_is_written_over(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "older").write_text("keep me")
    with pytest.raises(CoachingError, match="already"):
        back_up(cast.services, tmp_path / "backup")
