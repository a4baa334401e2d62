"""By which profile of the rubric a store's voicemails are judged."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("store", sa.Column("profile_id", sa.String(length=64), nullable=False, server_default="default"))


def downgrade() -> None:
    op.drop_column("store", "profile_id")
