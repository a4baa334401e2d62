"""What kind of home this database is."""

from datetime import datetime

from sqlalchemy import exists, insert, select

from coaching.domain.people import Role
from coaching.storage.database import Connection
from coaching.storage.tables import demo_world, person


def is_demo(connection: Connection) -> bool:
    return bool(connection.scalar(select(exists().where(demo_world.c.id.is_not(None)))))


def mark_as_demo(connection: Connection, now: datetime) -> None:
    if not is_demo(connection):
        connection.execute(insert(demo_world).values(loaded_at=now))


def has_people(connection: Connection) -> bool:
    return bool(connection.scalar(select(exists().where(person.c.id.is_not(None)))))


def has_administrator(connection: Connection) -> bool:
    return bool(connection.scalar(select(exists().where(person.c.role == Role.ADMINISTRATOR, person.c.active))))
