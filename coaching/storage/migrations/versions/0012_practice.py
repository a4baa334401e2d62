"""Practice, passages to learn from, and what trainers ask for."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("drill_id", sa.String(length=80), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("wanted >= 1", name=op.f("ck_assignment_wanted_positive")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_assignment_person_id_person"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_assignment_store_id_store"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_assignment_person_id"), "assignment", ["person_id"], unique=False)
    op.create_index(op.f("ix_assignment_store_id"), "assignment", ["store_id"], unique=False)
    op.create_table(
        "kept_out_of_library",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_kept_out_of_library_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_kept_out_of_library")),
    )
    op.create_table(
        "assigned_rep",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_assigned_rep_assignment_id_assignment"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_assigned_rep_person_id_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assignment_id", "person_id", name=op.f("pk_assigned_rep")),
    )
    op.create_table(
        "exemplar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=True),
        sa.Column("start_s", sa.Float(), nullable=False),
        sa.Column("end_s", sa.Float(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
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
    op.create_table(
        "practice",
        sa.Column("voicemail_id", sa.Integer(), nullable=False),
        sa.Column("drill_id", sa.String(length=80), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["voicemail_id"], ["voicemail.id"], name=op.f("fk_practice_voicemail_id_voicemail"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("voicemail_id", name=op.f("pk_practice")),
    )
