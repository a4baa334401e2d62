"""Coaching sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "coaching_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("trainer_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("private_notes", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_coaching_session_store_id_store"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["trainer_id"], ["person.id"], name=op.f("fk_coaching_session_trainer_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coaching_session")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_coaching_session_store_id"), "coaching_session", ["store_id"], unique=False)
    op.create_index(op.f("ix_coaching_session_trainer_id"), "coaching_session", ["trainer_id"], unique=False)
    op.create_table(
        "coached_rep",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_coached_rep_person_id_person"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["coaching_session.id"], name=op.f("fk_coached_rep_session_id_coaching_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "person_id", name=op.f("pk_coached_rep")),
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("out_of", sa.Integer(), nullable=False),
        sa.CheckConstraint("wanted >= 1 AND wanted <= out_of", name=op.f("ck_goal_wanted_possible")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["coaching_session.id"], name=op.f("fk_goal_session_id_coaching_session"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_goal_session_id"), "goal", ["session_id"], unique=False)
    op.create_table(
        "playlist_entry",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["coaching_session.id"],
            name=op.f("fk_playlist_entry_session_id_coaching_session"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_playlist_entry_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "voicemail_id", name=op.f("pk_playlist_entry")),
    )
    op.create_table(
        "take",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("rep_id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["rep_id"], ["person.id"], name=op.f("fk_take_rep_id_person"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["coaching_session.id"], name=op.f("fk_take_session_id_coaching_session"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_take_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_take")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_take_rep_id"), "take", ["rep_id"], unique=False)
    op.create_index(op.f("ix_take_session_id"), "take", ["session_id"], unique=False)
    op.create_index(op.f("ix_take_voicemail_id"), "take", ["voicemail_id"], unique=False)
