"""What a store wants of its teams, and by when."""

from sqlalchemy import CheckConstraint, Column, Date, Integer, String, Table, UniqueConstraint

from coaching.storage.tables.base import key, metadata, part_of

target = Table(
    "target",
    metadata,
    key(),
    part_of("store_id", "store"),
    Column("criterion_id", String(80), nullable=False),
    Column("percent", Integer, nullable=False),
    Column("set_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    UniqueConstraint("store_id", "criterion_id"),
    CheckConstraint("percent BETWEEN 1 AND 100", name="percent_possible"),
    CheckConstraint("set_on < due_on", name="days_in_order"),
)
