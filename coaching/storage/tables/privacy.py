"""What each store decided about the recordings of its people."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from coaching.storage.tables.base import key, metadata

privacy_settings = Table(
    "privacy_settings",
    metadata,
    key(),
    Column("store_id", ForeignKey("store.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("sound_days", Integer),
    Column("words_days", Integer),
    Column("scores_days", Integer),
    Column("consent_note", Text, nullable=False),
)
