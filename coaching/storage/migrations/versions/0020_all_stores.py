"""The sums of all stores together, for whoever looks at all of them."""

from alembic import op

revision = "0020"
down_revision = "0019"

TALLIES = {
    "outcome_tally": ("place", "met", "not_met", "unsure", "not_applicable"),
    "score_tally": ("decile", "n", "tenths", "squares"),
}


def upgrade() -> None:
    for table, (per, *sums) in TALLIES.items():
        added = ", ".join(f"sum({one})" for one in sums)
        op.execute(
            f"INSERT INTO {table} (attempt, source, store_id, team_id, week, {per}, {', '.join(sums)}) "
            f"SELECT attempt, source, 0, 0, week, {per}, {added} FROM {table} GROUP BY attempt, source, week, {per}"
        )


def downgrade() -> None:
    for table in TALLIES:
        op.execute(f"DELETE FROM {table} WHERE store_id = 0")
