"""The queue."""

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Index, Integer, String, Table, Text

from coaching.domain.job import JobKind, JobState
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_go_with, metadata

job = Table(
    "job",
    metadata,
    key(),
    Column("key", String(200), nullable=False, unique=True),
    Column("kind", Choice(JobKind), nullable=False),
    # What it is about, and with what it goes: one of the two, as its kind says.
    may_go_with("voicemail_id", "voicemail"),
    may_go_with("letter_id", "letter"),
    # Of a take, beside the voicemail that it was said instead of.
    may_go_with("take_id", "take"),
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
    CheckConstraint("(voicemail_id IS NULL) <> (letter_id IS NULL)", name="about_one_thing"),
)
Index("ix_job_next", job.c.state, job.c.priority, job.c.id)
