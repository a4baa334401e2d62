"""Opens the database, or says in a sentence why it cannot be opened: whoever set its address can act on that."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from coaching.errors import CoachingError, UnknownName
from coaching.storage.database import Database

KINDS = ("sqlite", "postgresql")
LOOKS_LIKE = "It looks like sqlite:////srv/coach/coaching.db or postgresql+psycopg://coach@localhost/coaching."


def open_database(url: str) -> Database:
    """Connects once, so that it is told here and not in the midst of something. Raises CoachingError."""
    address = _address(url)
    try:
        database = Database(url)
        with database.reading():
            return database
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise CoachingError(f"COACHING_DATABASE_URL names a driver that is not here ({error}). {LOOKS_LIKE}") from error
    except OSError as error:
        raise CoachingError(
            f"The folder of {address.database} cannot be used ({error.strerror}). "
            "Set COACHING_HOME, or COACHING_DATABASE_URL, to a place that can be written."
        ) from error
    except DatabaseError as error:
        reason = " ".join(str(error.orig).split())
        raise CoachingError(
            f"The database {address.render_as_string()} cannot be opened ({reason}). "
            "Check COACHING_HOME and COACHING_DATABASE_URL, and that it is a database and runs."
        ) from error


def _address(url: str) -> URL:
    """Raises CoachingError."""
    try:
        address = make_url(url)
        kind = address.get_backend_name()
    except (ArgumentError, ValueError) as error:  # a port that is no number is the latter
        raise CoachingError(f"COACHING_DATABASE_URL is no address of a database. {LOOKS_LIKE}") from error
    if kind not in KINDS:
        raise UnknownName("kind of database", kind, KINDS)
    return address
