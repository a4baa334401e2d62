"""What trainers ask reps to do until a day."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String, Table, Text

from coaching.domain.assignment import Ending
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

assignment = Table(
    "assignment",
    metadata,
    key(),
    part_of("store_id", "store"),
    may_name("trainer_id", "person"),
    Column("drill_id", String(80), nullable=False),
    Column("criterion_id", String(80), nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("note", Text, nullable=False),
    CheckConstraint("wanted >= 1", name="wanted_positive"),
    CheckConstraint("(drill_id = '') <> (criterion_id = '')", name="either_asked"),
    sqlite_autoincrement=True,
)

assigned_rep = Table(
    "assigned_rep",
    metadata,
    Column("assignment_id", ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("ended_at", UtcDateTime),
    Column("ending", Choice(Ending)),
    # Noted when its day is over, so that it stays done when the voicemails that did it go.
    Column("done_at", UtcDateTime),
    one_of("ending", Ending),
)
