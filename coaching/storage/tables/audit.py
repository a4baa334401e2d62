"""What was done, appended and never changed: the database itself refuses."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from coaching.domain.audit import Action, Subject
from coaching.storage.columns import Choice, UtcDateTime
from coaching.storage.tables.base import key, metadata

# No foreign keys: an entry outlives what it is about. No list of allowed words either: a table that cannot change would
# have to be made anew for each new one.
audit_entry = Table(
    "audit_entry",
    metadata,
    key(),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("person_id", Integer, index=True),
    Column("action", Choice(Action), nullable=False),
    Column("what", String(40), nullable=False),
    Column("subject", Choice(Subject), nullable=False),
    Column("subject_id", Integer),
    Column("store_id", Integer, index=True),
    Column("details", JSON, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_audit_entry_subject", audit_entry.c.subject, audit_entry.c.subject_id)
