"""Stores, teams, and who works in them."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table

from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.lengths import LONGEST_EMAIL, LONGEST_LINE, LONGEST_NAME
from coaching.domain.people import Role
from coaching.storage.columns import Choice, one_of
from coaching.storage.tables.base import key, may_name, metadata, part_of

store = Table(
    "store",
    metadata,
    key(),
    Column("name", String(LONGEST_NAME), nullable=False, unique=True),
    Column("main_line", String(LONGEST_LINE), nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("profile_id", String(64), nullable=False, server_default=DEFAULT_PROFILE),
    # Up to which voicemail it is counted by its present clock; none where all are.
    Column("recounted_to", Integer),
)

team = Table("team", metadata, key(), part_of("store_id", "store"), Column("name", String(LONGEST_NAME), nullable=False))

person = Table(
    "person",
    metadata,
    key(),
    Column("name", String(LONGEST_NAME), nullable=False),
    Column("email", String(LONGEST_EMAIL), unique=True),
    Column("role", Choice(Role), nullable=False),
    may_name("store_id", "store"),
    may_name("team_id", "team"),
    Column("direct_line", String(LONGEST_LINE), nullable=False),
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
