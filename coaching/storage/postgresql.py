"""What PostgreSQL needs to take the same words as SQLite. Loaded only where it is used."""

from typing import Any

from psycopg.abc import Buffer
from psycopg.types.string import StrDumperUnknown
from sqlalchemy import Engine, create_engine, event


class WithoutNul(StrDumperUnknown):
    """PostgreSQL cannot keep the character NUL, which comes along in what is pasted and in names of files, and says nothing."""

    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", ""))


def postgresql_engine(url: str) -> Engine:
    engine = create_engine(url, pool_pre_ping=True)
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(dbapi_connection: Any, _record: object) -> None:
    dbapi_connection.adapters.register_dumper(str, WithoutNul)
