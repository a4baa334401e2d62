"""Practice of reps."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "practice",
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("drill_id", sa.String(length=80), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_practice_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("voicemail_id", name=op.f("pk_practice")),
    )
