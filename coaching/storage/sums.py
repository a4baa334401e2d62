"""How a query counts outcomes and totals, and what its rows mean."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, case, func, select

from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import LETTERS, Counts, Totals
from coaching.storage.database import Connection
from coaching.storage.tables import counted, criterion_place, outcome_tally

_IN_ORDER = tuple(LETTERS[outcome] for outcome in Outcome)
POINTS, SQUARES = 10.0, 100.0  # tenths of a point, and their squares


def places(connection: Connection) -> Mapping[str, int]:
    return {row.criterion_id: row.place for row in connection.execute(select(criterion_place).order_by(criterion_place.c.place))}


def names(connection: Connection) -> Mapping[int, str]:
    """Criteria by place: the sums are grouped by the number, which is much quicker than by the name."""
    return {place: name for name, place in places(connection).items()}


def of_outcomes() -> list[ColumnElement[int]]:
    return [func.sum(outcome_tally.c[outcome.value]) for outcome in Outcome]


def of_letters(places: Mapping[str, int]) -> list[ColumnElement[int]]:
    """Four sums a criterion, in the order of the outcomes."""
    at = [func.substr(counted.c.outcomes, place, 1) for place in places.values()]
    return [func.sum(case((one == LETTERS[outcome], 1), else_=0)) for one in at for outcome in Outcome]


def as_counts(sums: Sequence[int], places: Mapping[str, int]) -> dict[str, Counts]:
    """Without those criteria that none of the scorecards has."""
    size = len(Outcome)
    four = {name: sums[size * at : size * (at + 1)] for at, name in enumerate(places)}
    return {name: Counts(*map(int, found)) for name, found in four.items() if any(found)}


def added_up(facts: Sequence[tuple[int | None, str]], places: Mapping[str, int]) -> tuple[Totals, dict[str, Counts]]:
    """facts: tenths and outcomes of rows of `counted`. Quicker than four sums a criterion and row, where groups are many."""
    tenths = [one for one, _ in facts if one is not None]
    width = len(places)
    letters = "".join(outcomes.ljust(width) for _, outcomes in facts)
    columns = {name: letters[place - 1 :: width] for name, place in places.items()}
    counts = {name: Counts(*map(column.count, _IN_ORDER)) for name, column in columns.items()}
    totals = as_totals(len(tenths), sum(tenths), sum(one * one for one in tenths))
    return totals, {name: found for name, found in counts.items() if found != Counts()}


def of_totals() -> tuple[ColumnElement[int], ...]:
    return func.count(counted.c.tenths), func.sum(counted.c.tenths), func.sum(counted.c.tenths * counted.c.tenths)


def as_totals(n: int, tenths: int | None, squares: int | None) -> Totals:
    return Totals(int(n), int(tenths or 0) / POINTS, int(squares or 0) / SQUARES)
