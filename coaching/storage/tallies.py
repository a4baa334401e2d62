"""The sums that reports read, one row a slice of the voicemails: changed by what came in or went, or made anew from all."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, case, func, insert, literal, select

from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import ANY_ATTEMPT, ANY_SOURCE, ANY_STORE, BINS, LETTERS, NO_TEAM
from coaching.storage.database import Connection, adding
from coaching.storage.tables import counted, criterion_place, outcome_tally, score_tally

Key = tuple[Any, ...]
Fact = dict[str, Any]
"""A row of `counted`."""
Parts = Callable[[Fact], Iterator[tuple[Key, Mapping[str, int]]]]
MISSING = "-"


def change(connection: Connection, before: Sequence[Fact], after: Sequence[Fact]) -> None:
    """before: what was counted of some voicemails; after: what is counted of them now."""
    _add(connection, outcome_tally, _summed(before, after, _outcome_rows))
    _add(connection, score_tally, _summed(before, after, _score_rows))


def sum_up(connection: Connection) -> None:
    """Every row of the tallies from `counted`: the finest first, then ANY from those, then all stores together."""
    letter = func.substr(counted.c.outcomes, criterion_place.c.place, 1)
    outcomes = [func.sum(case((letter == LETTERS[outcome], 1), else_=0)) for outcome in Outcome]
    whose = [counted.c[name] for name in ("attempt", "source", "store_id", "team_id", "week")]
    finest = select(*whose, criterion_place.c.place, *outcomes).where(letter.in_(LETTERS.values()))
    by_place = finest.select_from(counted.join(criterion_place, literal(1) == 1)).group_by(*whose, criterion_place.c.place)
    connection.execute(insert(outcome_tally).from_select([column.name for column in outcome_tally.c], by_place))
    decile = case((counted.c.tenths >= 100 * BINS, BINS - 1), else_=counted.c.tenths // 100)
    sums = func.count(), func.sum(counted.c.tenths), func.sum(counted.c.tenths * counted.c.tenths)
    scores = select(*whose, decile, *sums).where(counted.c.tenths.is_not(None)).group_by(*whose, decile)
    connection.execute(insert(score_tally).from_select([column.name for column in score_tally.c], scores))
    for table in (outcome_tally, score_tally):
        _sum_over_any(connection, table)
        _sum_over_stores(connection, table)


def source_key(source: str) -> str:
    """As it stands in the tables, where an empty one is ANY_SOURCE."""
    return f"={source}"


def _slices(fact: Fact) -> Iterator[Key]:
    for attempt in (ANY_ATTEMPT, fact["attempt"]):
        for source in (ANY_SOURCE, fact["source"]):
            yield attempt, source, fact["store_id"], fact["team_id"], fact["week"]
            yield attempt, source, ANY_STORE, NO_TEAM, fact["week"]


def _outcome_rows(fact: Fact) -> Iterator[tuple[Key, Mapping[str, int]]]:
    names = {letter: outcome.value for outcome, letter in LETTERS.items()}
    for whose in _slices(fact):
        for place, letter in enumerate(fact["outcomes"], 1):
            if letter != MISSING:
                yield (*whose, place), {names[letter]: 1}


def _score_rows(fact: Fact) -> Iterator[tuple[Key, Mapping[str, int]]]:
    tenths = fact["tenths"]
    if tenths is not None:
        for whose in _slices(fact):
            yield (*whose, min(tenths // 100, BINS - 1)), {"n": 1, "tenths": tenths, "squares": tenths**2}


def _summed(before: Sequence[Fact], after: Sequence[Fact], rows: Parts) -> dict[Key, Counter[str]]:
    """Differences by row, without those that come out as nothing; in one order, so that two writers never wait in a circle."""
    sums: dict[Key, Counter[str]] = {}
    for sign, facts in ((-1, before), (1, after)):
        for fact in facts:
            for key, parts in rows(fact):
                found = sums.setdefault(key, Counter())
                for name, number in parts.items():
                    found[name] += sign * number
    return {key: sums[key] for key in sorted(sums) if any(sums[key].values())}


def _add(connection: Connection, table: Table, sums: Mapping[Key, Mapping[str, int]]) -> None:
    if not sums:
        return
    keys, values = list(table.primary_key.columns), [column for column in table.c if not column.primary_key]
    rows = [
        {column.name: part for column, part in zip(keys, key, strict=True)}
        | {column.name: one.get(column.name, 0) for column in values}
        for key, one in sums.items()
    ]
    add = adding(connection, table)
    more = {column.name: column + add.excluded[column.name] for column in values}
    connection.execute(add.on_conflict_do_update(index_elements=keys, set_=more), rows)


def _sum_over_any(connection: Connection, table: Table) -> None:
    finest = (table.c.attempt != ANY_ATTEMPT) & (table.c.source != ANY_SOURCE)
    rest = [column for column in table.primary_key.columns if column.name not in ("attempt", "source")]
    sums = [func.sum(column) for column in table.c if not column.primary_key]
    for attempt, source in ((ANY_ATTEMPT, None), (None, ANY_SOURCE), (ANY_ATTEMPT, ANY_SOURCE)):
        keys = [table.c.attempt if attempt is None else literal(attempt), table.c.source if source is None else literal(source)]
        kept = [key for key, any_of_it in zip(keys, (attempt, source), strict=True) if any_of_it is None]
        query = select(*keys, *rest, *sums).where(finest).group_by(*kept, *rest)
        connection.execute(insert(table).from_select([column.name for column in table.c], query))


def _sum_over_stores(connection: Connection, table: Table) -> None:
    kept = {column.name: column for column in table.primary_key.columns if column.name not in ("store_id", "team_id")}
    keys = {**kept, "store_id": literal(ANY_STORE), "team_id": literal(NO_TEAM)}
    sums = [func.sum(column) for column in table.c if not column.primary_key]
    query = select(*(keys[column.name] for column in table.primary_key.columns), *sums).group_by(*kept.values())
    connection.execute(insert(table).from_select([column.name for column in table.c], query))
