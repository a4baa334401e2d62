"""The history as those read it who answer for a store, and as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.accounts.permissions import allow
from coaching.domain.audit import ListedEntry
from coaching.domain.people import Role, Viewer
from coaching.domain.spreadsheet import csv_bytes
from coaching.services.auditing import note_export
from coaching.services.parts import Services
from coaching.storage import audit
from coaching.storage.audit import EVERYTHING, Wanted

READERS = frozenset({Role.MANAGER, Role.ADMINISTRATOR})
PER_PAGE = 50
HEADER = ("at", "by", "by_name", "action", "what", "subject", "subject_id", "store_id", "details")


@dataclass(frozen=True, slots=True)
class Trail:
    """A page of it, the newest first; which one it is, of how many; how many entries there are in all."""

    entries: Sequence[ListedEntry]
    page: int
    pages: int
    count: int


def read_trail(services: Services, viewer: Viewer, wanted: Wanted = EVERYTHING, *, page: int = 1) -> Trail:
    """A page that is not there is the last one that is. Raises NotAllowed."""
    allow(viewer.role in READERS, "read the history")
    with services.database.reading() as connection:
        count = audit.count(connection, viewer, wanted)
        pages = max(1, -(-count // PER_PAGE))
        shown = min(page, pages)
        entries = audit.listed(connection, viewer, wanted, limit=PER_PAGE, offset=PER_PAGE * (shown - 1))
        return Trail(entries, shown, pages, count)


def export_trail(services: Services, viewer: Viewer, wanted: Wanted = EVERYTHING) -> bytes:
    """All of it as CSV, which is itself noted. Raises NotAllowed, NotFound."""
    allow(viewer.role in READERS, "export the history")
    with services.database.writing() as connection:
        entries = audit.listed(connection, viewer, wanted)
        note_export(services, connection, viewer, "history", wanted.store_id, entries=len(entries))
    return csv_bytes(HEADER, map(_row, entries))


def _row(listed: ListedEntry) -> tuple[object, ...]:
    one = listed.entry
    details = " ".join(f"{name}={value}" for name, value in sorted(one.details.items()) if value is not None)
    whom = (one.action.value, one.what, one.subject.value, one.subject_id, one.store_id)
    return (one.at.isoformat(timespec="seconds"), one.by, listed.by_name, *whom, details)
