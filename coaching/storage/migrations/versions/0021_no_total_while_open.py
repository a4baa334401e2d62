"""No total of scorecards of which more is unsure than decided. What was counted is counted anew when the app starts."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

MOSTLY_OPEN = """
    SELECT scorecard_id FROM finding GROUP BY scorecard_id
    HAVING SUM(CASE WHEN COALESCE(settled, outcome) = 'unsure' THEN 1 ELSE 0 END) >= 3
    AND SUM(CASE COALESCE(settled, outcome) WHEN 'unsure' THEN 1 WHEN 'not_applicable' THEN 0 ELSE -1 END) > 0
"""


def upgrade() -> None:
    changed = op.get_bind().execute(
        sa.text(f"UPDATE scorecard SET score = NULL WHERE score IS NOT NULL AND id IN ({MOSTLY_OPEN})")
    )
    if changed.rowcount:
        op.execute("DELETE FROM counted")
