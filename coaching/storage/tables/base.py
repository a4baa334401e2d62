"""What all tables have in common. Each constraint has a name, so that a migration can change it on any database."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def part_of(column: str, table: str) -> Column[int]:
    """A row that goes when the row it belongs to goes."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True)


def may_name(column: str, table: str) -> Column[int | None]:
    """A row that stays when the row it names goes."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="SET NULL"), nullable=True, index=True)


def may_go_with(column: str, table: str) -> Column[int | None]:
    """A row that goes when what it names goes, but need not name one."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=True, index=True)
