"""When a lead arrived is not known where its customer system wrote "no date" as a day of 1900 or of 9999.

A time of the last days that a calendar has took the page of all leads down.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

FIRST, AFTER_LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2101, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    lead = sa.table("lead", sa.column("arrived_at", sa.DateTime(timezone=True)))
    never = (lead.c.arrived_at < FIRST) | (lead.c.arrived_at >= AFTER_LAST)
    op.execute(sa.update(lead).where(never).values(arrived_at=None))
