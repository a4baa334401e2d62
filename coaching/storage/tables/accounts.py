"""How people prove who they are. Tokens are kept as their SHA-256 alone: whoever reads the database can be nobody with it."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from coaching.domain.sign_in import Purpose
from coaching.storage.columns import Choice, UtcDateTime, one_of
from coaching.storage.tables.base import key, metadata, part_of

password = Table(
    "password",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("hash", String(200), nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)

sign_in = Table(
    "sign_in",
    metadata,
    key(),
    part_of("person_id", "person"),
    Column("digest", String(64), nullable=False, unique=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

one_time_token = Table(
    "one_time_token",
    metadata,
    key(),
    part_of("person_id", "person"),
    Column("purpose", Choice(Purpose), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    # Of what vouched for it: one answer of an identity provider opens one sign-in, however often it is replayed.
    Column("voucher", String(64), unique=True),
    one_of("purpose", Purpose),
    sqlite_autoincrement=True,
)

# Counted by the digest of whom and from where: neither addresses nor what was typed lie about.
failed_sign_in = Table(
    "failed_sign_in",
    metadata,
    Column("bucket", String(64), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", UtcDateTime, nullable=False),
)

# One row where this database holds the made-up people of the demonstration.
demo_world = Table("demo_world", metadata, key(), Column("loaded_at", UtcDateTime, nullable=False))
