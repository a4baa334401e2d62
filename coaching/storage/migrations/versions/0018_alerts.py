"""Alerts, whether a store shows its leader board, and a way to the leads of some weeks."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("store_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("team_id", "rep_id", "lead_id", "voicemail_id")),
        sa.Column("told", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('fall', 'late_response', 'dispute')", name=op.f("ck_alert_kind_known")),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_alert_{name}_{table}"), ondelete="CASCADE")
            for name, table in (
                ("store_id", "store"),
                ("team_id", "team"),
                ("rep_id", "person"),
                ("lead_id", "lead"),
                ("voicemail_id", "voicemail"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
        sa.UniqueConstraint("about", name=op.f("uq_alert_about")),
        sqlite_autoincrement=True,
    )
    for name in ("store_id", "team_id", "rep_id", "lead_id", "voicemail_id", "at"):
        op.create_index(op.f(f"ix_alert_{name}"), "alert", [name], unique=False)
    op.create_table(
        "alert_read",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("alert_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alert.id"], name=op.f("fk_alert_read_alert_id_alert"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_alert_read_person_id_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "alert_id", name=op.f("pk_alert_read")),
    )
    op.create_index(op.f("ix_alert_read_alert_id"), "alert_read", ["alert_id"], unique=False)
    op.create_table(
        "team_page_settings",
        sa.Column("store_id", sa.Integer(), nullable=False),
        sa.Column("leader_board", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["store_id"], ["store.id"], name=op.f("fk_team_page_settings_store_id_store"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("store_id", name=op.f("pk_team_page_settings")),
    )
    op.create_index("ix_lead_store_arrived", "lead", ["store_id", "arrived_at"], unique=False)
    op.create_index("ix_lead_arrived", "lead", ["arrived_at"], unique=False)
