"""Assignments, and what was heard in the takes of coaching sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("trainer_id", sa.Integer(), nullable=True),
        sa.Column("drill_id", sa.String(length=80), nullable=False),
        sa.Column("criterion_id", sa.String(length=80), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("wanted >= 1", name=op.f("ck_assignment_wanted_positive")),
        sa.CheckConstraint("(drill_id = '') <> (criterion_id = '')", name=op.f("ck_assignment_either_asked")),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_assignment_store_id_store"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["trainer_id"], ["person.id"], name=op.f("fk_assignment_trainer_id_person"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sqlite_autoincrement=True,
    )
    for column in ("store_id", "trainer_id"):
        op.create_index(op.f(f"ix_assignment_{column}"), "assignment", [column], unique=False)
    op.create_table(
        "assigned_rep",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ending", sa.String(length=32), nullable=True),
        sa.CheckConstraint("ending IN ('withdrawn', 'left')", name=op.f("ck_assigned_rep_ending_known")),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_assigned_rep_assignment_id_assignment"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_assigned_rep_person_id_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("assignment_id", "person_id", name=op.f("pk_assigned_rep")),
    )
    op.create_table(
        "take_verdict",
        sa.Column("take_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('met', 'not_met', 'unsure', 'not_applicable')", name=op.f("ck_take_verdict_outcome_known")
        ),
        sa.ForeignKeyConstraint(["take_id"], ["take.id"], name=op.f("fk_take_verdict_take_id_take"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("take_id", name=op.f("pk_take_verdict")),
    )
    _let_jobs_be_about_takes()


def _let_jobs_be_about_takes() -> None:
    """In a batch, for nothing refers to the table: SQLite makes it anew."""
    with op.batch_alter_table("job") as job:
        job.drop_constraint(op.f("ck_job_kind_known"), type_="check")
        job.create_check_constraint(op.f("ck_job_kind_known"), "kind IN ('judge', 'take')")
        job.add_column(sa.Column("take_id", sa.Integer(), nullable=True))
        job.create_foreign_key(op.f("fk_job_take_id_take"), "take", ["take_id"], ["id"], ondelete="CASCADE")
        job.create_index(op.f("ix_job_take_id"), ["take_id"], unique=False)
