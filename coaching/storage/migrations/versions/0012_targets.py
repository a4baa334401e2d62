"""What a store wants of its teams, and by when; and a better way to one rep's sums."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.CheckConstraint("percent BETWEEN 1 AND 100", name=op.f("ck_target_percent_possible")),
        sa.CheckConstraint("set_on < due_on", name=op.f("ck_target_days_in_order")),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_target_store_id_store"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint("store_id", "criterion_id", name=op.f("uq_target_store_id_criterion_id")),
    )
    op.create_index(op.f("ix_target_store_id"), "target", ["store_id"], unique=False)
    op.drop_index("ix_counted_rep_week", table_name="counted")
    op.create_index("ix_counted_rep_store_week", "counted", ["rep_id", "store_id", "week"], unique=False)
