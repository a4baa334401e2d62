"""How far a store's voicemails are counted anew after its clock was changed."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.add_column("store", sa.Column("recounted_to", sa.Integer))


def downgrade() -> None:
    op.drop_column("store", "recounted_to")
