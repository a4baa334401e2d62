"""Coaching sessions: who was coached on which voicemails, what was agreed, and who acknowledged it."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String, Table, Text

from coaching.domain.lengths import LONGEST_TITLE
from coaching.domain.scorecard import Outcome
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

coaching_session = Table(
    "coaching_session",
    metadata,
    key(),
    part_of("store_id", "store"),
    may_name("trainer_id", "person"),
    Column("title", String(LONGEST_TITLE), nullable=False),
    Column("held_at", UtcDateTime, nullable=False),
    Column("next_on", Date),
    Column("notes", Text, nullable=False),
    Column("private_notes", Text, nullable=False),
    Column("sent_at", UtcDateTime),
    sqlite_autoincrement=True,
)

coached_rep = Table(
    "coached_rep",
    metadata,
    Column("session_id", ForeignKey("coaching_session.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("acknowledged_at", UtcDateTime),
)

playlist_entry = Table(
    "playlist_entry",
    metadata,
    Column("session_id", ForeignKey("coaching_session.id", ondelete="CASCADE"), primary_key=True),
    Column("voicemail_id", ForeignKey("voicemail.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, nullable=False),
)

goal = Table(
    "goal",
    metadata,
    key(),
    part_of("session_id", "coaching_session"),
    Column("criterion_id", String(80), nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("out_of", Integer, nullable=False),
    CheckConstraint("wanted >= 1 AND wanted <= out_of", name="wanted_possible"),
    sqlite_autoincrement=True,
)

take = Table(
    "take",
    metadata,
    key(),
    part_of("session_id", "coaching_session"),
    part_of("rep_id", "person"),
    part_of("voicemail_id", "voicemail"),
    Column("criterion_id", String(80), nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("sha256", String(64), nullable=False),
    sqlite_autoincrement=True,
)

# Beside the scorecards, so that no sum, list or report can count it.
take_verdict = Table(
    "take_verdict",
    metadata,
    Column("take_id", ForeignKey("take.id", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("outcome", Choice(Outcome), nullable=False),
    Column("quote", Text, nullable=False),
    Column("explanation", Text, nullable=False),
    one_of("outcome", Outcome),
)
