"""What people settle in place of the machine's verdict."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

OUTCOMES = "'met', 'not_met', 'unsure', 'not_applicable'"


def upgrade() -> None:
    op.create_table(
        "override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("scorecard_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("from_outcome", sa.String(length=32), nullable=False),
        sa.Column("to_outcome", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"from_outcome IN ({OUTCOMES})", name=op.f("ck_override_from_outcome_known")),
        sa.CheckConstraint(f"to_outcome IN ({OUTCOMES})", name=op.f("ck_override_to_outcome_known")),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_override_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["scorecard_id"], ["scorecard.id"], name=op.f("fk_override_scorecard_id_scorecard"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_override_person_id_person"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override")),
        sqlite_autoincrement=True,
    )
    for column in ("voicemail_id", "scorecard_id", "person_id"):
        op.create_index(op.f(f"ix_override_{column}"), "override", [column], unique=False)
    # Not in a batch: that drops the table, and on SQLite the evidence of every finding with it.
    op.execute(
        f"ALTER TABLE finding ADD COLUMN settled VARCHAR(32) CONSTRAINT ck_finding_settled_known CHECK (settled IN ({OUTCOMES}))"
    )
