"""Practice of reps."""

from sqlalchemy import Column, ForeignKey, String, Table

from coaching.storage.columns import UtcDateTime
from coaching.storage.tables.base import metadata

practice = Table(
    "practice",
    metadata,
    Column("voicemail_id", ForeignKey("voicemail.id", ondelete="CASCADE"), primary_key=True),
    Column("drill_id", String(80), nullable=False),
    # While this is empty the recording is the rep's alone: see storage.visibility.
    Column("submitted_at", UtcDateTime),
)
