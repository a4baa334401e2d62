"""Scorecards, with every finding, quote and number a row of its own, and what people settled instead."""

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
    func,
)

from coaching.domain.scorecard import NumberMatch, Outcome, ValueKind
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

scorecard = Table(
    "scorecard",
    metadata,
    key(),
    part_of("voicemail_id", "voicemail"),
    part_of("transcript_id", "transcript"),
    Column("rubric_version", String(80), nullable=False),
    Column("profile_id", String(80), nullable=False),
    Column("weights", JSON, nullable=False),
    Column("caps", JSON, nullable=False),
    # Derived from the outcomes that stand; kept so that the database can aggregate it.
    Column("score", Float),
    Column("judged_at", UtcDateTime, nullable=False),
    Column("superseded_at", UtcDateTime),
)
current = scorecard.c.superseded_at.is_(None)
Index("uq_scorecard_current", scorecard.c.voicemail_id, unique=True, sqlite_where=current, postgresql_where=current)

finding = Table(
    "finding",
    metadata,
    key(),
    Column("scorecard_id", ForeignKey("scorecard.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("criterion_id", String(80), nullable=False),
    Column("outcome", Choice(Outcome), nullable=False),
    # Derived from the overrides: what stands instead of the machine's outcome; kept so that the database can aggregate it.
    Column("settled", Choice(Outcome)),
    Column("kind", Choice(ValueKind)),
    Column("explanation", Text, nullable=False),
    UniqueConstraint("scorecard_id", "criterion_id"),
    one_of("outcome", Outcome),
    one_of("settled", Outcome),
    one_of("kind", ValueKind),
)
stands = func.coalesce(finding.c.settled, finding.c.outcome)
"""The outcome that is shown and counted."""

override = Table(
    "override",
    metadata,
    key(),
    part_of("voicemail_id", "voicemail"),
    part_of("scorecard_id", "scorecard"),
    Column("criterion_id", String(80), nullable=False),
    Column("from_outcome", Choice(Outcome), nullable=False),
    Column("to_outcome", Choice(Outcome), nullable=False),
    Column("reason", Text, nullable=False),
    may_name("person_id", "person"),
    Column("at", UtcDateTime, nullable=False),
    one_of("from_outcome", Outcome),
    one_of("to_outcome", Outcome),
    sqlite_autoincrement=True,
)

evidence = Table(
    "evidence",
    metadata,
    key(),
    part_of("finding_id", "finding"),
    Column("position", Integer, nullable=False),
    Column("is_proof", Boolean(create_constraint=False), nullable=False),
    Column("quote", Text, nullable=False),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("start_s", Float),
    Column("end_s", Float),
    may_name("repeats_voicemail_id", "voicemail"),
    Column("repeats_quote", Text),
    Column("repeats_start_char", Integer),
    Column("repeats_end_char", Integer),
    CheckConstraint("start_char <= end_char", name="chars_in_order"),
)

spoken_number = Table(
    "spoken_number",
    metadata,
    key(),
    part_of("scorecard_id", "scorecard"),
    Column("position", Integer, nullable=False),
    Column("digits", String(40), nullable=False),
    Column("quote", Text, nullable=False),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("start_s", Float),
    Column("end_s", Float),
    Column("complete", Boolean(create_constraint=False), nullable=False),
    Column("certain", Boolean(create_constraint=False), nullable=False),
    Column("match", Choice(NumberMatch), nullable=False),
    one_of("match", NumberMatch),
)
