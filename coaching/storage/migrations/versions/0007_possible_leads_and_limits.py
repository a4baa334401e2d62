"""For whom an upload may have been left, and limits that a store keeps apart from its cadence."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "possible_lead",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_possible_lead_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_possible_lead_lead_id_lead"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_possible_lead")),
        sa.UniqueConstraint("voicemail_id", "lead_id", name=op.f("uq_possible_lead_voicemail_id_lead_id")),
    )
    for column in ("voicemail_id", "lead_id"):
        op.create_index(op.f(f"ix_possible_lead_{column}"), "possible_lead", [column], unique=False)
    op.add_column("follow_up_settings", sa.Column("limits", sa.JSON(), nullable=False, server_default="{}"))
