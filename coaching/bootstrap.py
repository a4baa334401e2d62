"""The one place where the concrete parts are chosen. Importing it loads none of the heavy ones."""

from datetime import UTC, datetime

from coaching.errors import UnknownName
from coaching.services.judge import Listener
from coaching.services.listening import EngineListener
from coaching.services.parts import Services
from coaching.settings import Settings
from coaching.storage.blobs import open_blobs
from coaching.storage.database import Database
from coaching.transcription.engine import ENGINES, Transcriber, load_transcriber


def open_services(settings: Settings) -> Services:
    """Brings the database up to date. Once a process: it holds the connections. Raises UnknownName for a kind of storage."""
    database = Database(settings.database_url)
    database.upgrade()
    return Services(database, open_blobs(settings.storage_url), _now)


def open_listener(settings: Settings) -> Listener:
    """Loads its model at the first recording. Raises UnknownName for an engine."""
    if settings.engine not in ENGINES:
        raise UnknownName("engine", settings.engine, ENGINES)
    return EngineListener(settings.engine, settings.model, lambda: _transcriber(settings))


def _transcriber(settings: Settings) -> Transcriber:
    return load_transcriber(settings.engine, settings.model, home=settings.home)


def _now() -> datetime:
    return datetime.now(UTC)
