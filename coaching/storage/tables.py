"""Every table. Each constraint has a name, so that a migration can change it on any database."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from coaching.domain.job import JobKind, JobState
from coaching.domain.people import Role
from coaching.domain.scorecard import NumberMatch, Outcome, ValueKind
from coaching.storage.columns import Choice, UtcDateTime, one_of

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def part_of(column: str, table: str) -> Column[int]:
    """A row that goes when the row it belongs to goes."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True)


def may_name(column: str, table: str) -> Column[int | None]:
    """A row that stays when the row it names goes."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="SET NULL"), nullable=True, index=True)


store = Table(
    "store",
    metadata,
    key(),
    Column("name", String(200), nullable=False, unique=True),
    Column("main_line", String(40), nullable=False),
    Column("time_zone", String(64), nullable=False),
)

team = Table("team", metadata, key(), part_of("store_id", "store"), Column("name", String(200), nullable=False))

person = Table(
    "person",
    metadata,
    key(),
    Column("name", String(200), nullable=False),
    Column("email", String(320), unique=True),
    Column("role", Choice(Role), nullable=False),
    may_name("store_id", "store"),
    may_name("team_id", "team"),
    Column("direct_line", String(40), nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
    one_of("role", Role),
    sqlite_autoincrement=True,
)

trains = Table(
    "trains",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("team_id", ForeignKey("team.id", ondelete="CASCADE"), primary_key=True),
)

manages = Table(
    "manages",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("store_id", ForeignKey("store.id", ondelete="CASCADE"), primary_key=True),
)

lead = Table(
    "lead",
    metadata,
    key(),
    part_of("store_id", "store"),
    may_name("rep_id", "person"),
    Column("customer_name", String(200), nullable=False),
    Column("reference", String(200)),
    Column("facts", JSON, nullable=False),
    UniqueConstraint("store_id", "reference"),
    sqlite_autoincrement=True,
)

recording = Table(
    "recording",
    metadata,
    key(),
    part_of("store_id", "store"),
    Column("sha256", String(64), nullable=False),
    Column("file_name", String(400), nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("duration_s", Float),
    Column("sample_rate", Integer),
    Column("channels", Integer),
    Column("codec", String(40)),
    Column("incomplete", Boolean(create_constraint=False)),
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
    # Derived from the findings; kept so that the database can aggregate it.
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
    Column("kind", Choice(ValueKind)),
    Column("explanation", Text, nullable=False),
    UniqueConstraint("scorecard_id", "criterion_id"),
    one_of("outcome", Outcome),
    one_of("kind", ValueKind),
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

job = Table(
    "job",
    metadata,
    key(),
    Column("key", String(200), nullable=False, unique=True),
    Column("kind", Choice(JobKind), nullable=False),
    part_of("voicemail_id", "voicemail"),
    Column("state", Choice(JobState), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    # Counts the claims. A worker that slept through its lease shows an old one, and its commit is refused.
    Column("token", Integer, nullable=False),
    # While it waits: not before. While it runs: until when nobody else may take it.
    Column("lease_until", UtcDateTime, nullable=False),
    # Asked for again while it ran: what it makes is kept, then it waits once more.
    Column("again", Boolean(create_constraint=False), nullable=False),
    Column("progress", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("may_retry", Boolean(create_constraint=False), nullable=False),
    Column("enqueued_at", UtcDateTime, nullable=False),
    one_of("kind", JobKind),
    one_of("state", JobState),
)
Index("ix_job_next", job.c.state, job.c.priority, job.c.id)
