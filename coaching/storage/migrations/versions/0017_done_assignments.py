"""When an assignment was done, which stays so when the voicemails that did it are gone."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("assigned_rep", sa.Column("done_at", sa.DateTime(timezone=True), nullable=True))
