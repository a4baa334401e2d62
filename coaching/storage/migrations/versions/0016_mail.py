"""Weekly digests by mail: what was sent, who wants none, and jobs that are about a letter."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_letter_person_id_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("person_id", "week", name=op.f("uq_letter_person_id_week")),
    )
    op.create_index(op.f("ix_letter_person_id"), "letter", ["person_id"], unique=False)
    op.create_table(
        "no_mail",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_no_mail_person_id_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_no_mail")),
    )
    _let_jobs_be_about_letters()


def _let_jobs_be_about_letters() -> None:
    """Nothing refers to the table, so that SQLite may make it anew. The column first: a batch adds checks before columns."""
    with op.batch_alter_table("job") as job:
        job.add_column(sa.Column("letter_id", sa.Integer(), nullable=True))
        job.alter_column("voicemail_id", existing_type=sa.Integer(), nullable=True)
        job.create_foreign_key(op.f("fk_job_letter_id_letter"), "letter", ["letter_id"], ["id"], ondelete="CASCADE")
        job.create_index(op.f("ix_job_letter_id"), ["letter_id"], unique=False)
    with op.batch_alter_table("job") as job:
        job.drop_constraint(op.f("ck_job_kind_known"), type_="check")
        job.create_check_constraint(op.f("ck_job_kind_known"), "kind IN ('judge', 'take', 'letter')")
        job.create_check_constraint(op.f("ck_job_about_one_thing"), "(voicemail_id IS NULL) <> (letter_id IS NULL)")
