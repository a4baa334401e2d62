"""Who was called, what was left for them, and what was heard of it."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from coaching.domain.lengths import LONGEST_FILE_NAME, LONGEST_NAME, LONGEST_REFERENCE, LONGEST_SOURCE
from coaching.storage.columns import UtcDateTime
from coaching.storage.tables.base import key, may_name, metadata, part_of

lead = Table(
    "lead",
    metadata,
    key(),
    part_of("store_id", "store"),
    may_name("rep_id", "person"),
    Column("customer_name", String(LONGEST_NAME), nullable=False),
    Column("reference", String(LONGEST_REFERENCE)),
    Column("facts", JSON, nullable=False),
    Column("source", String(LONGEST_SOURCE), nullable=False),
    Column("arrived_at", UtcDateTime),
    Column("phones", JSON, nullable=False),
    Column("emails", JSON, nullable=False),
    Column("call_refused_at", UtcDateTime),
    Column("texts_agreed_at", UtcDateTime),
    Column("opted_out_at", UtcDateTime),
    Column("mystery_shop", Boolean(create_constraint=False), nullable=False),
    UniqueConstraint("store_id", "reference"),
    sqlite_autoincrement=True,
)

# For the leads of some weeks, of a store or of all.
Index("ix_lead_store_arrived", lead.c.store_id, lead.c.arrived_at)
Index("ix_lead_arrived", lead.c.arrived_at)

recording = Table(
    "recording",
    metadata,
    key(),
    part_of("store_id", "store"),
    Column("sha256", String(64), nullable=False),
    Column("file_name", String(LONGEST_FILE_NAME), nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("duration_s", Float),
    Column("sample_rate", Integer),
    Column("channels", Integer),
    Column("codec", String(40)),
    Column("incomplete", Boolean(create_constraint=False)),
    # When the store's rules let it go.
    Column("sound_removed_at", UtcDateTime),
    Column("words_removed_at", UtcDateTime),
    UniqueConstraint("store_id", "sha256"),
)

voicemail = Table(
    "voicemail",
    metadata,
    key(),
    Column("recording_id", ForeignKey("recording.id", ondelete="CASCADE"), nullable=False, unique=True),
    may_name("rep_id", "person"),
    may_name("lead_id", "lead"),
    may_name("received_from", "person"),
    Column("attempt", Integer),
    Column("left_at", UtcDateTime),
    Column("received_at", UtcDateTime, nullable=False, index=True),
    CheckConstraint("attempt >= 1", name="attempt_positive"),
    sqlite_autoincrement=True,
)

transcript = Table(
    "transcript",
    metadata,
    key(),
    part_of("recording_id", "recording"),
    Column("engine", String(80), nullable=False),
    Column("model", String(200), nullable=False),
    Column("language", String(16), nullable=False),
    Column("options", JSON, nullable=False),
    Column("text", Text, nullable=False),
    # One array of [text, start, end, probability] a word: words are always read together, and a row each would be
    # most of the database.
    Column("words", JSON, nullable=False),
    Column("words_per_minute", Float),
    Column("longest_pause_s", Float),
    Column("fillers", Integer, nullable=False),
    Column("digits_per_second", Float),
    Column("speech_s", Float, nullable=False),
    Column("level_dbfs", Float),
    Column("made_at", UtcDateTime, nullable=False),
    UniqueConstraint("recording_id", "engine", "model"),
)
