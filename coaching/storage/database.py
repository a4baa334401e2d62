"""The connection to SQLite or PostgreSQL: how transactions begin, and the schema brought up to date."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError as NoAnswer  # locked by another process for too long, or its server is gone

__all__ = ["Connection", "Database", "NoAnswer", "add_row", "adding", "set_row"]

log = logging.getLogger(__name__)

BUSY_TIMEOUT_MS = 10_000
# A report over years reads some ten megabytes of sums; SQLite keeps two unless told.
CACHE_KIB = 16_000
# Before it, a writer and a reader in two processes can corrupt a WAL database (sqlite.org/wal.html, "the WAL-reset bug").
SAFE_SQLITE = (3, 51, 3)
# secure_delete: nearly all that is deleted is overwritten at once, and not when its place happens to be needed.
PRAGMAS = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "journal_mode = WAL",
    "foreign_keys = ON",
    "synchronous = FULL",
    f"cache_size = -{CACHE_KIB}",
    "secure_delete = ON",
)
# Any number that nothing else on the server locks.
MIGRATION_LOCK = int.from_bytes(b"coach")


class Database:
    """One a process. `reading` and `writing` are one transaction each; an exception inside rolls back."""

    def __init__(self, url: str) -> None:
        self.engine = _sqlite_engine(url) if make_url(url).get_backend_name() == "sqlite" else _postgresql_engine(url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Takes SQLite's one write lock at its beginning: a reader that turns writer in mid-transaction would fail."""
        with self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def trying(self) -> Iterator[Connection]:
        """Like `writing`, but all of it is undone at the end."""
        with self.engine.connect().execution_options(writing=True) as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()

    def scrub(self) -> bool:
        """Rewrites the files, so that nothing deleted is left in them. False where somebody kept reading: do it again.

        It takes time, and on SQLite memory as large as the file. Nothing less will do: of rows that moved between pages copies
        stay behind where secure_delete does not reach, and PostgreSQL's plain VACUUM overwrites nothing.
        """
        if self.engine.dialect.name == "postgresql":
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM (FULL)"))
            return True
        with self._sqlite() as sqlite:
            for command in ("PRAGMA temp_store = MEMORY", "VACUUM", "PRAGMA temp_store = DEFAULT"):  # no copy in a temporary file
                sqlite.execute(command)
            busy, *_ = sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def copy_to(self, file: Path) -> bool:
        """A consistent copy while others write. False on PostgreSQL, which has tools of its own for that."""
        if self.engine.dialect.name == "postgresql":
            return False
        with self._sqlite() as source, closing(_sqlite_module().connect(str(file))) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without another beside it
        return True

    @contextmanager
    def _sqlite(self) -> Iterator[Any]:
        """The driver's own connection, outside of any transaction."""
        with closing(self.engine.raw_connection()) as pooled:
            yield pooled.driver_connection

    def upgrade(self, revision: str = "head") -> None:
        """Brings the schema up to date; safe when several processes start at once."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.writing() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            config.attributes["connection"] = connection
            command.upgrade(config, revision)

    def close(self) -> None:
        self.engine.dispose()


def add_row(connection: Connection, table: Table, **values: object) -> int:
    """The id of the new row."""
    row = connection.execute(insert(table).values(**values))
    assert row.inserted_primary_key is not None
    return int(row.inserted_primary_key[0])


def _postgresql_engine(url: str) -> Engine:
    from coaching.storage.postgresql import postgresql_engine

    return postgresql_engine(url)


def adding(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that can be told what to do where the key is there already."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def set_row(connection: Connection, table: Table, by: Sequence[str] = (), **values: object) -> None:
    """A new row, or new values for the one of that key: in one statement, for two may do it at once.

    by: the columns that only one row has; the primary key unless told.
    """
    keys = list(by or table.primary_key.columns.keys())
    changed = {name: value for name, value in values.items() if name not in keys}
    connection.execute(adding(connection, table).values(**values).on_conflict_do_update(index_elements=keys, set_=changed))


def _sqlite_engine(url: str) -> Engine:
    path = make_url(url).database
    if path:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, module=_sqlite_module())
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _sqlite_module() -> ModuleType:
    """The newest SQLite at hand: Python's own links an old one on many systems."""
    try:
        import pysqlite3 as sqlite
    except ImportError:
        import sqlite3 as sqlite
    if sqlite.sqlite_version_info < SAFE_SQLITE:
        log.warning("SQLite %s may corrupt a database that two processes share; install pysqlite3", sqlite.sqlite_version)
    module: ModuleType = sqlite
    return module


def _prepare(dbapi_connection: Any, _record: object) -> None:
    dbapi_connection.isolation_level = None  # the driver would begin transactions late; `_begin` does it
    for pragma in PRAGMAS:
        dbapi_connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
