"""How long each store keeps sound, words and scores, and which recordings have lost theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "privacy_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("sound_days", sa.Integer(), nullable=True),
        sa.Column("words_days", sa.Integer(), nullable=True),
        sa.Column("scores_days", sa.Integer(), nullable=True),
        sa.Column("consent_note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_privacy_settings_store_id_store"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_settings")),
        sa.UniqueConstraint("store_id", name=op.f("uq_privacy_settings_store_id")),
    )
    # Not in a batch: that drops the table, and on SQLite every voicemail with it.
    for column in ("sound_removed_at", "words_removed_at"):
        op.add_column("recording", sa.Column(column, sa.DateTime(timezone=True), nullable=True))
