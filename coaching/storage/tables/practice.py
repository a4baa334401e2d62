"""Practice of reps, passages to learn from, and what trainers ask for."""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Float, ForeignKey, Integer, String, Table, Text

from coaching.domain.scorecard import ValueKind
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

practice = Table(
    "practice",
    metadata,
    Column("voicemail_id", ForeignKey("voicemail.id", ondelete="CASCADE"), primary_key=True),
    Column("drill_id", String(80), nullable=False),
    # While this is empty the recording is the rep's alone: see storage.visibility.
    Column("submitted_at", UtcDateTime),
)

exemplar = Table(
    "exemplar",
    metadata,
    key(),
    part_of("voicemail_id", "voicemail"),
    Column("criterion_id", String(80), nullable=False),
    Column("kind", Choice(ValueKind)),
    Column("start_s", Float, nullable=False),
    Column("end_s", Float, nullable=False),
    Column("text", Text, nullable=False),
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
    Column("at", UtcDateTime, nullable=False),
)

assignment = Table(
    "assignment",
    metadata,
    key(),
    part_of("store_id", "store"),
    may_name("person_id", "person"),
    # Either is empty where the other says what to do; both: a drill, of which so many have to meet the criterion.
    Column("drill_id", String(80), nullable=False),
    Column("criterion_id", String(80), nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("note", Text, nullable=False),
    CheckConstraint("wanted >= 1", name="wanted_positive"),
    sqlite_autoincrement=True,
)

assigned_rep = Table(
    "assigned_rep",
    metadata,
    Column("assignment_id", ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
)
