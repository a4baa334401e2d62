"""What was sent by mail, and who wants none."""

from sqlalchemy import Column, Date, ForeignKey, Table, UniqueConstraint

from coaching.storage.columns import UtcDateTime
from coaching.storage.tables.base import key, metadata, part_of

letter = Table(
    "letter",
    metadata,
    key(),
    part_of("person_id", "person"),
    Column("week", Date, nullable=False),
    Column("begun_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    # Each person's week is written once, whatever crashes and however many workers there are.
    UniqueConstraint("person_id", "week"),
)

no_mail = Table(
    "no_mail",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)
