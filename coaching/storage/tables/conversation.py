"""What people say to each other about a voicemail, and who has heard and read what."""

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Integer, String, Table, Text

from coaching.domain.dispute import Answer
from coaching.domain.scorecard import Outcome
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

dispute = Table(
    "dispute",
    metadata,
    key(),
    part_of("voicemail_id", "voicemail"),
    part_of("scorecard_id", "scorecard"),
    Column("criterion_id", String(80), nullable=False),
    # What stood when it was disputed.
    Column("outcome", Choice(Outcome), nullable=False),
    Column("reason", Text, nullable=False),
    may_name("person_id", "person"),
    Column("at", UtcDateTime, nullable=False),
    one_of("outcome", Outcome),
    sqlite_autoincrement=True,
)

dispute_answer = Table(
    "dispute_answer",
    metadata,
    key(),
    Column("dispute_id", ForeignKey("dispute.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("answer", Choice(Answer), nullable=False),
    Column("reason", Text, nullable=False),
    may_name("person_id", "person"),
    Column("at", UtcDateTime, nullable=False),
    one_of("answer", Answer),
    sqlite_autoincrement=True,
)

dispute_settings = Table(
    "dispute_settings",
    metadata,
    key(),
    Column("store_id", ForeignKey("store.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("days", Integer, nullable=False),
    CheckConstraint("days >= 0", name="days_from_none"),
)

comment = Table(
    "comment",
    metadata,
    key(),
    part_of("voicemail_id", "voicemail"),
    # The first comment of the thread; none where it begins one.
    Column("thread_id", ForeignKey("comment.id", ondelete="CASCADE"), index=True),
    Column("start_s", Float),
    Column("end_s", Float),
    Column("text", Text, nullable=False),
    may_name("person_id", "person"),
    Column("at", UtcDateTime, nullable=False),
    CheckConstraint("start_s <= end_s", name="seconds_in_order"),
    sqlite_autoincrement=True,
)

mention = Table(
    "mention",
    metadata,
    Column("comment_id", ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# Up to when a person has read what was said about a voicemail.
read_mark = Table(
    "read_mark",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("voicemail_id", ForeignKey("voicemail.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("at", UtcDateTime, nullable=False),
)

# When a person last played it.
played = Table(
    "played",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("voicemail_id", ForeignKey("voicemail.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("at", UtcDateTime, nullable=False),
)
