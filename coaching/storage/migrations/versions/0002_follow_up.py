"""The follow-up: more about a lead, attempts, outcomes, what a store can tell, its hours and cadences."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def one_of(column: str, *words: str) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


def upgrade() -> None:
    op.create_table(
        "follow_up_settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.JSON(), nullable=False),
        sa.Column("closed_on", sa.JSON(), nullable=False),
        sa.Column("cadences", sa.JSON(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["store_id"], ["store.id"], name=op.f("fk_follow_up_settings_store_id_store"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_settings")),
        sa.UniqueConstraint("store_id", name=op.f("uq_follow_up_settings_store_id")),
    )
    op.create_table(
        "store_fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("vehicles", sa.JSON(), nullable=False),
        sa.Column("employers", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('vehicle_information', 'arrival_or_match', 'trade_in', 'incentive', 'personal_benefit', 'slot_or_hold')",
            name=op.f("ck_store_fact_kind_known"),
        ),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_store_fact_store_id_store"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store_fact")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_store_fact_store_id"), "store_fact", ["store_id"], unique=False)
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("direction", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("asks_permission", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(one_of("direction", "out", "in"), name=op.f("ck_attempt_direction_known")),
        sa.CheckConstraint(
            "kind IN ('voicemail', 'call', 'conversation', 'email', 'text', 'social')", name=op.f("ck_attempt_kind_known")
        ),
        sa.CheckConstraint(one_of("role", "rep", "trainer", "manager", "administrator"), name=op.f("ck_attempt_role_known")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_attempt_lead_id_lead"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attempt_person_id_person"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attempt_lead_id"), "attempt", ["lead_id"], unique=False)
    op.create_index(op.f("ix_attempt_person_id"), "attempt", ["person_id"], unique=False)
    op.create_table(
        "draft_script",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("script", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_draft_script_lead_id_lead"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_script")),
        sa.UniqueConstraint("lead_id", "attempt", "seconds", name=op.f("uq_draft_script_lead_id_attempt_seconds")),
    )
    op.create_index(op.f("ix_draft_script_lead_id"), "draft_script", ["lead_id"], unique=False)
    op.create_table(
        "lead_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_identity_lead_id_lead"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["store_id"], ["store.id"], name=op.f("fk_lead_identity_store_id_store"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_identity")),
        sa.UniqueConstraint("store_id", "digest", name=op.f("uq_lead_identity_store_id_digest")),
    )
    op.create_index(op.f("ix_lead_identity_lead_id"), "lead_identity", ["lead_id"], unique=False)
    op.create_index(op.f("ix_lead_identity_store_id"), "lead_identity", ["store_id"], unique=False)
    op.create_table(
        "lead_outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=True),
        sa.Column("path", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "kind IN ('called_back', 'texted_back', 'appointment', 'sold', 'opted_out', 'wrong_number')",
            name=op.f("ck_lead_outcome_kind_known"),
        ),
        sa.CheckConstraint(
            "number IN ('direct_line', 'main_line', 'other', 'unknown')", name=op.f("ck_lead_outcome_number_known")
        ),
        sa.CheckConstraint(one_of("path", "connected", "lost_on_hold", "not_reached"), name=op.f("ck_lead_outcome_path_known")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_lead_outcome_lead_id_lead"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_outcome")),
    )
    op.create_index(op.f("ix_lead_outcome_lead_id"), "lead_outcome", ["lead_id"], unique=False)
    op.add_column("lead", sa.Column("source", sa.String(length=200), nullable=False, server_default=sa.text("''")))
    op.add_column("lead", sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("lead", sa.Column("phones", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("lead", sa.Column("emails", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("lead", sa.Column("call_refused_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("lead", sa.Column("texts_agreed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("lead", sa.Column("opted_out_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("lead", sa.Column("mystery_shop", sa.Boolean(), nullable=False, server_default=sa.false()))
