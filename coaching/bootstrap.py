"""The one place where the concrete parts are chosen. Importing it loads none of the heavy ones."""

from datetime import UTC, datetime

from coaching.services.parts import Services
from coaching.settings import Settings
from coaching.storage.blobs import open_blobs
from coaching.storage.database import Database


def open_services(settings: Settings) -> Services:
    """Brings the database up to date. Once a process: it holds the connections. Raises UnknownName for a kind of storage."""
    database = Database(settings.database_url)
    database.upgrade()
    return Services(database, open_blobs(settings.storage_url), _now)


def _now() -> datetime:
    return datetime.now(UTC)
