"""Passages to learn from."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "kept_out_of_library",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_kept_out_of_library_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_kept_out_of_library")),
    )
    op.create_table(
        "exemplar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=True),
        sa.Column("start_s", sa.Float(), nullable=False),
        sa.Column("end_s", sa.Float(), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("beeps", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('vehicle_information', 'arrival_or_match', 'trade_in', 'incentive', 'personal_benefit', 'slot_or_hold')",
            name=op.f("ck_exemplar_kind_known"),
        ),
        sa.CheckConstraint("start_s < end_s", name=op.f("ck_exemplar_passage_in_order")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_exemplar_person_id_person"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_exemplar_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemplar")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_exemplar_person_id"), "exemplar", ["person_id"], unique=False)
    op.create_index(op.f("ix_exemplar_voicemail_id"), "exemplar", ["voicemail_id"], unique=False)
