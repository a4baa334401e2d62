"""What stores want of their teams: one target a criterion."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import delete, select

from coaching.domain.people import StoreId
from coaching.domain.target import Target
from coaching.storage.database import Connection, set_row
from coaching.storage.tables import target


def of_store(connection: Connection, store_id: StoreId) -> Sequence[Target]:
    """The next to be due first."""
    rows = connection.execute(select(target).where(target.c.store_id == store_id).order_by(target.c.due_on, target.c.id))
    return [Target(row.store_id, row.criterion_id, row.percent, row.set_on, row.due_on) for row in rows]


def keep(connection: Connection, wanted: Target) -> None:
    """In the place of the store's last one for this criterion."""
    set_row(connection, target, by=("store_id", "criterion_id"), **asdict(wanted))


def drop(connection: Connection, store_id: StoreId, criterion_id: str) -> None:
    connection.execute(delete(target).where(target.c.store_id == store_id, target.c.criterion_id == criterion_id))
