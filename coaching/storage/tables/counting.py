"""What reports read instead of every finding: one narrow row a voicemail, and sums of them by team and week.

Kept by storage.counting in the transaction of whatever changed, and never written by anybody else.
"""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, String, Table

from coaching.domain.lengths import LONGEST_SOURCE
from coaching.storage.tables.base import metadata

# A criterion's place in `counted.outcomes`. Places are given out as criteria are first seen, and never again to another one.
criterion_place = Table(
    "criterion_place",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("criterion_id", String(80), nullable=False, unique=True),
)

counted = Table(
    "counted",
    metadata,
    # No foreign key: what was counted stays on file until it was taken out of the sums, also after the voicemail is gone.
    Column("voicemail_id", Integer, primary_key=True, autoincrement=False),
    Column("store_id", Integer, nullable=False),
    Column("team_id", Integer, nullable=False),
    Column("rep_id", ForeignKey("person.id", ondelete="SET NULL"), nullable=True),
    Column("lead_id", Integer),
    Column("week", Date, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("source", String(LONGEST_SOURCE + 1), nullable=False),  # with the mark of storage.tallies before it
    # The total in tenths of a point: whole numbers add up exactly, in any order.
    Column("tenths", Integer),
    # One letter a criterion at its place, see LETTERS; "-" where the scorecard does not have it.
    Column("outcomes", String(200), nullable=False),
    # A mark of the reason's words, the same for the same script told to another customer.
    Column("script", String(16)),
)
Index("ix_counted_store_week", counted.c.store_id, counted.c.week)
# All three, for without statistics SQLite would rather read the whole store.
Index("ix_counted_rep_store_week", counted.c.rep_id, counted.c.store_id, counted.c.week)


def _tally(name: str, per: str, *sums: str) -> Table:
    """Each voicemail stands in four rows of its store: under its own attempt and source, and under ANY of either or both, so
    that a filter reads no more rows than no filter; and in four more of all stores together, so that whoever looks at them
    all reads no more than of one. Without rowid the rows of one filter lie side by side.
    """
    return Table(
        name,
        metadata,
        Column("attempt", Integer, primary_key=True, autoincrement=False),
        Column("source", String(LONGEST_SOURCE + 1), primary_key=True),
        Column("store_id", Integer, primary_key=True, autoincrement=False),
        Column("team_id", Integer, primary_key=True, autoincrement=False),
        Column("week", Date, primary_key=True),
        Column(per, Integer, primary_key=True, autoincrement=False),
        *(Column(one, BigInteger, nullable=False) for one in sums),
        sqlite_with_rowid=False,
    )


outcome_tally = _tally("outcome_tally", "place", "met", "not_met", "unsure", "not_applicable")
score_tally = _tally("score_tally", "decile", "n", "tenths", "squares")
