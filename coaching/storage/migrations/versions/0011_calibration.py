"""Calibration rounds."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "calibration_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("criterion_ids", sa.JSON(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_calibration_round_person_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_calibration_round_store_id_store"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration_round")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_calibration_round_person_id"), "calibration_round", ["person_id"], unique=False)
    op.create_index(op.f("ix_calibration_round_store_id"), "calibration_round", ["store_id"], unique=False)
    op.create_table(
        "calibration_judge",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_calibration_judge_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["calibration_round.id"],
            name=op.f("fk_calibration_judge_round_id_calibration_round"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round_id", "person_id", name=op.f("pk_calibration_judge")),
    )
    op.create_table(
        "blind_verdict",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('met', 'not_met', 'unsure', 'not_applicable')", name=op.f("ck_blind_verdict_outcome_known")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_blind_verdict_person_id_person"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["calibration_round.id"], name=op.f("fk_blind_verdict_round_id_calibration_round"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_blind_verdict_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", "voicemail_id", "criterion_id", "person_id", name=op.f("pk_blind_verdict")),
    )
    op.create_table(
        "calibration_voicemail",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["calibration_round.id"],
            name=op.f("fk_calibration_voicemail_round_id_calibration_round"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_calibration_voicemail_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", "voicemail_id", name=op.f("pk_calibration_voicemail")),
    )
    op.create_table(
        "gold_verdict",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('met', 'not_met', 'unsure', 'not_applicable')", name=op.f("ck_gold_verdict_outcome_known")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_gold_verdict_person_id_person"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["calibration_round.id"], name=op.f("fk_gold_verdict_round_id_calibration_round"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_gold_verdict_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("round_id", "voicemail_id", "criterion_id", name=op.f("pk_gold_verdict")),
    )
    op.create_index(op.f("ix_gold_verdict_person_id"), "gold_verdict", ["person_id"], unique=False)
