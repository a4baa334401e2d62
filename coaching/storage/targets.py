"""What stores want of their teams: one target a criterion."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from coaching.domain.people import StoreId
from coaching.domain.target import Target
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import target


def of_store(connection: Connection, store_id: StoreId) -> Sequence[Target]:
    """The next to be due first."""
    rows = connection.execute(select(target).where(target.c.store_id == store_id).order_by(target.c.due_on, target.c.id))
    return [Target(row.store_id, row.criterion_id, row.percent, row.set_on, row.due_on) for row in rows]


def keep(connection: Connection, wanted: Target) -> None:
    """In the place of the store's last one for this criterion."""
    drop(connection, wanted.store_id, wanted.criterion_id)
    values = {"criterion_id": wanted.criterion_id, "percent": wanted.percent, "set_on": wanted.set_on, "due_on": wanted.due_on}
    add_row(connection, target, store_id=wanted.store_id, **values)


def drop(connection: Connection, store_id: StoreId, criterion_id: str) -> None:
    connection.execute(delete(target).where(target.c.store_id == store_id, target.c.criterion_id == criterion_id))
