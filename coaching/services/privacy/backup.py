"""A copy of everything in a folder of its own, made while the app runs; the folder is a home that can be opened."""

from dataclasses import dataclass
from pathlib import Path

from coaching.domain.audit import Action, Entry, Subject
from coaching.domain.people import StoreId
from coaching.errors import CoachingError, NotFound
from coaching.services.parts import Services
from coaching.storage import audit, privacy
from coaching.storage.blobs import Folder

NOT_EMPTY = "There is something in this folder already. Name a new one, so that no older backup is mixed with this one."
DATABASE, AUDIO = "coaching.db", "audio"  # as in a home, so that COACHING_HOME can be set to the backup


@dataclass(frozen=True, slots=True)
class BackedUp:
    """database: False where it is PostgreSQL's, to be dumped by its own tools. missing: recordings that have no audio."""

    folder: Path
    database: bool
    recordings: int
    missing: int


def back_up(services: Services, folder: Path) -> BackedUp:
    """The database first: audio that comes later is too much, never too little. Raises CoachingError."""
    _make_empty(folder)
    copied = services.database.copy_to(folder / DATABASE)
    with services.database.reading() as connection:
        wanted = privacy.kept_sounds(connection)
    there = Folder(folder / AUDIO)
    missing = sum(not _copy(services, there, *one) for one in sorted(wanted))
    with services.database.writing() as connection:
        counts = {"recordings": len(wanted) - missing}
        audit.add(connection, Entry(services.now(), None, Action.EXPORTED, "backup", Subject.STORE, None, None, counts))
    return BackedUp(folder, copied, len(wanted) - missing, missing)


def _make_empty(folder: Path) -> None:
    """Raises CoachingError."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # it holds what the home holds
        is_empty = not any(folder.iterdir())
    except OSError as error:
        raise CoachingError(f"{folder} cannot be made or opened as a folder ({error.strerror}). Name another one.") from error
    if not is_empty:
        raise CoachingError(NOT_EMPTY)


def _copy(services: Services, there: Folder, store_id: StoreId, sha256: str) -> bool:
    try:
        there.put(store_id, sha256, services.blobs.read(store_id, sha256))
    except NotFound:  # erased in between, or lost before
        return False
    return True
