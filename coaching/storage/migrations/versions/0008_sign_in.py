"""Passwords, sign-ins, one-time links; and whether the people of a database are made up."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "password",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        _of_a_person("password"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_password")),
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        _of_a_person("sign_in"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("digest", name=op.f("uq_sign_in_digest")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "one_time_token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("voucher", sa.String(length=64), nullable=True),
        sa.CheckConstraint("purpose IN ('password', 'sign_in')", name=op.f("ck_one_time_token_purpose_known")),
        _of_a_person("one_time_token"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_token")),
        sa.UniqueConstraint("digest", name=op.f("uq_one_time_token_digest")),
        sa.UniqueConstraint("voucher", name=op.f("uq_one_time_token_voucher")),
        sqlite_autoincrement=True,
    )
    for table in ("sign_in", "one_time_token"):
        op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"], unique=False)
    op.create_table(
        "failed_sign_in",
        sa.Column("bucket", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bucket", name=op.f("pk_failed_sign_in")),
    )
    op.create_table(
        "demo_world",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demo_world")),
    )
    # Until now nobody but the demonstration could add people, and it gave them no addresses.
    op.execute(
        "INSERT INTO demo_world (id, loaded_at) SELECT 1, CURRENT_TIMESTAMP"
        " WHERE EXISTS (SELECT 1 FROM person) AND NOT EXISTS (SELECT 1 FROM person WHERE email IS NOT NULL)"
    )


def _of_a_person(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_person_id_person")
    return sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=name, ondelete="CASCADE")
