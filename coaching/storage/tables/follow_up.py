"""The follow-up: what was done to reach a lead, what came of it, and what its store can tell."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from coaching.domain.attempt import AttemptKind, CallbackPath, Direction, LeadOutcomeKind
from coaching.domain.people import Role
from coaching.domain.scorecard import NumberMatch, ValueKind
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

lead_identity = Table(
    "lead_identity",
    metadata,
    key(),
    part_of("store_id", "store"),
    part_of("lead_id", "lead"),
    # sha256 of a way to know the lead again: telephone numbers and addresses need not lie about twice.
    Column("digest", String(64), nullable=False),
    UniqueConstraint("store_id", "digest"),
)

# Recorded voicemails are attempts too, but stand in `voicemail` and nowhere else.
attempt = Table(
    "attempt",
    metadata,
    key(),
    part_of("lead_id", "lead"),
    Column("kind", Choice(AttemptKind), nullable=False),
    Column("direction", Choice(Direction), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    may_name("person_id", "person"),
    Column("role", Choice(Role), nullable=False),
    Column("asks_permission", Boolean(create_constraint=False), nullable=False),
    Column("note", Text, nullable=False),
    one_of("kind", AttemptKind),
    one_of("direction", Direction),
    one_of("role", Role),
    sqlite_autoincrement=True,
)

lead_outcome = Table(
    "lead_outcome",
    metadata,
    key(),
    part_of("lead_id", "lead"),
    Column("kind", Choice(LeadOutcomeKind), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("number", Choice(NumberMatch)),
    Column("path", Choice(CallbackPath)),
    one_of("kind", LeadOutcomeKind),
    one_of("number", NumberMatch),
    one_of("path", CallbackPath),
)

store_fact = Table(
    "store_fact",
    metadata,
    key(),
    part_of("store_id", "store"),
    Column("kind", Choice(ValueKind), nullable=False),
    Column("text", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date),
    Column("vehicles", JSON, nullable=False),
    Column("employers", JSON, nullable=False),
    one_of("kind", ValueKind),
    sqlite_autoincrement=True,
)

follow_up_settings = Table(
    "follow_up_settings",
    metadata,
    key(),
    Column("store_id", ForeignKey("store.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("week", JSON, nullable=False),
    Column("closed_on", JSON, nullable=False),
    Column("cadences", JSON, nullable=False),
    Column("columns", JSON, nullable=False),
    # source of leads -> [calls a day, voicemails a day] where a store keeps to other limits than its cadence.
    Column("limits", JSON, nullable=False, server_default="{}"),
)

draft_script = Table(
    "draft_script",
    metadata,
    key(),
    part_of("lead_id", "lead"),
    Column("attempt", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("script", String(400), nullable=False),
    UniqueConstraint("lead_id", "attempt", "seconds"),
)

# For whom an upload may have been left, where that was not sure; gone when somebody has answered.
possible_lead = Table(
    "possible_lead",
    metadata,
    key(),
    part_of("voicemail_id", "voicemail"),
    part_of("lead_id", "lead"),
    Column("position", Integer, nullable=False),
    UniqueConstraint("voicemail_id", "lead_id"),
)
