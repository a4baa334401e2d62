"""Passages to learn from, and who does not want to be among them."""

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Float, ForeignKey, String, Table, Text

from coaching.domain.scorecard import ValueKind
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

LONGEST_TEXT = 4000  # letters: five minutes of speech

exemplar = Table(
    "exemplar",
    metadata,
    key(),
    part_of("voicemail_id", "voicemail"),
    Column("criterion_id", String(80), nullable=False),
    Column("kind", Choice(ValueKind)),
    Column("start_s", Float, nullable=False),
    Column("end_s", Float, nullable=False),
    # What was said, not what `person_id` typed: it stays when they are erased.
    Column("text", String(LONGEST_TEXT), nullable=False),
    Column("beeps", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Column("anonymous", Boolean(create_constraint=False), nullable=False),
    may_name("person_id", "person"),
    Column("added_at", UtcDateTime, nullable=False),
    CheckConstraint("start_s < end_s", name="passage_in_order"),
    one_of("kind", ValueKind),
    sqlite_autoincrement=True,
)

kept_out_of_library = Table(
    "kept_out_of_library",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("since", UtcDateTime, nullable=False),
)
