"""The second look: what else a doubtful number in a transcript may be."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("transcript", sa.Column("alternatives", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
