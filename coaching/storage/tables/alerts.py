"""What people were told of by themselves, and what of it they have read."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text

from coaching.domain.alert import AlertKind
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_go_with, metadata, part_of

alert = Table(
    "alert",
    metadata,
    key(),
    Column("kind", Choice(AlertKind), nullable=False),
    # The same for the same thing, so that nobody is told twice.
    Column("about", String(80), nullable=False, unique=True),
    Column("at", UtcDateTime, nullable=False),
    part_of("store_id", "store"),
    may_go_with("team_id", "team"),
    may_go_with("rep_id", "person"),
    may_go_with("lead_id", "lead"),
    may_go_with("voicemail_id", "voicemail"),
    Column("told", Text, nullable=False),
    one_of("kind", AlertKind),
    sqlite_autoincrement=True,
)
Index("ix_alert_at", alert.c.at)

alert_read = Table(
    "alert_read",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("alert_id", ForeignKey("alert.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("at", UtcDateTime, nullable=False),
)

# Whether a store shows its leader board; none for those that never chose.
team_page_settings = Table(
    "team_page_settings",
    metadata,
    Column("store_id", ForeignKey("store.id", ondelete="CASCADE"), primary_key=True),
    Column("leader_board", Boolean(create_constraint=False), nullable=False),
)
