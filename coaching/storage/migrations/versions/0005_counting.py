"""What reports read: one narrow row a voicemail, and sums by team and week. The app fills them when it starts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "criterion_place",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_criterion_place")),
        sa.UniqueConstraint("criterion_id", name=op.f("uq_criterion_place_criterion_id")),
    )
    op.create_table(
        "counted",
        sa.Column("voicemail_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("rep_id", sa.Integer(), nullable=True),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=201), nullable=False),
        sa.Column("tenths", sa.Integer(), nullable=True),
        sa.Column("outcomes", sa.String(length=200), nullable=False),
        sa.Column("script", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["rep_id"], ["person.id"], name=op.f("fk_counted_rep_id_person"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("voicemail_id", name=op.f("pk_counted")),
    )
    op.create_index("ix_counted_rep_week", "counted", ["rep_id", "week"], unique=False)
    op.create_index("ix_counted_store_week", "counted", ["store_id", "week"], unique=False)
    _tally("outcome_tally", "place", "met", "not_met", "unsure", "not_applicable")
    _tally("score_tally", "decile", "n", "tenths", "squares")


def _tally(name: str, per: str, *sums: str) -> None:
    keys = ("attempt", "source", "store_id", "team_id", "week", per)
    op.create_table(
        name,
        sa.Column("attempt", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(length=201), nullable=False),
        sa.Column("store_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column(per, sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(one, sa.BigInteger(), nullable=False) for one in sums),
        sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )
