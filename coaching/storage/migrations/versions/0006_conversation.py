"""Comments, disputes and their answers, and who has heard and read what."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

OUTCOMES = "'met', 'not_met', 'unsure', 'not_applicable'"


def upgrade() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("scorecard_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"outcome IN ({OUTCOMES})", name=op.f("ck_dispute_outcome_known")),
        belongs_to("dispute", "voicemail_id", "voicemail"),
        belongs_to("dispute", "scorecard_id", "scorecard"),
        names("dispute", "person_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "dispute_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("answer IN ('keep', 'change', 'not_counted')", name=op.f("ck_dispute_answer_answer_known")),
        belongs_to("dispute_answer", "dispute_id", "dispute"),
        names("dispute_answer", "person_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_answer")),
        sa.UniqueConstraint("dispute_id", name=op.f("uq_dispute_answer_dispute_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "dispute_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.CheckConstraint("days >= 0", name=op.f("ck_dispute_settings_days_from_none")),
        belongs_to("dispute_settings", "store_id", "store"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_settings")),
        sa.UniqueConstraint("store_id", name=op.f("uq_dispute_settings_store_id")),
    )
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("start_s", sa.Float(), nullable=True),
        sa.Column("end_s", sa.Float(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("start_s <= end_s", name=op.f("ck_comment_seconds_in_order")),
        belongs_to("comment", "voicemail_id", "voicemail"),
        belongs_to("comment", "thread_id", "comment"),
        names("comment", "person_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mention",
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        belongs_to("mention", "comment_id", "comment"),
        belongs_to("mention", "person_id", "person"),
        sa.PrimaryKeyConstraint("comment_id", "person_id", name=op.f("pk_mention")),
    )
    for table in ("read_mark", "played"):
        op.create_table(
            table,
            sa.Column("person_id", sa.Integer(), nullable=False),
            sa.Column("voicemail_id", sa.Integer(), nullable=False),
            sa.Column("at", sa.DateTime(timezone=True), nullable=False),
            belongs_to(table, "person_id", "person"),
            belongs_to(table, "voicemail_id", "voicemail"),
            sa.PrimaryKeyConstraint("person_id", "voicemail_id", name=op.f(f"pk_{table}")),
        )
    for table, column in INDEXED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


INDEXED = (
    ("dispute", "voicemail_id"),
    ("dispute", "scorecard_id"),
    ("dispute", "person_id"),
    ("dispute_answer", "person_id"),
    ("comment", "voicemail_id"),
    ("comment", "thread_id"),
    ("comment", "person_id"),
    ("mention", "person_id"),
    ("read_mark", "voicemail_id"),
    ("played", "voicemail_id"),
)


def belongs_to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"), ondelete="CASCADE")


def names(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["person.id"], name=op.f(f"fk_{table}_{column}_person"), ondelete="SET NULL")
