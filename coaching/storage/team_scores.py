"""What reports read of a team: small sums, made by the database from `counted` and the tallies."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import case, exists, func, select

from coaching.domain.people import Viewer
from coaching.domain.team_scores import ANY_ATTEMPT, ANY_SOURCE, BINS, Attempts, Counts, Scope, Totals
from coaching.storage import scopes, sums
from coaching.storage.database import Connection
from coaching.storage.tables import counted, outcome_tally, score_tally


def outcomes_by_week(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[tuple[date, str], Counts]:
    """(week, criterion) -> counts."""
    if scope.rep_id is not None:
        return _outcomes_of_rep(connection, viewer, scope)
    by, names = (outcome_tally.c.week, outcome_tally.c.place), sums.names(connection)
    query = select(*by, *sums.of_outcomes()).where(*scopes.in_tally(outcome_tally, viewer, scope)).group_by(*by)
    return {(week, names[place]): Counts(*map(int, found)) for week, place, *found in connection.execute(query)}


def outcomes_by_period(
    connection: Connection, viewer: Viewer, scope: Scope, turn: date
) -> Mapping[tuple[bool, Attempts, str, str], Counts]:
    """(from the week of `turn` on, attempt, source, criterion) -> counts."""
    if scope.rep_id is not None:
        return _periods_of_rep(connection, viewer, scope, turn)
    after = case((outcome_tally.c.week >= turn, 1), else_=0)
    by, names = (after, outcome_tally.c.attempt, outcome_tally.c.source, outcome_tally.c.place), sums.names(connection)
    wanted = scopes.in_tally(outcome_tally, viewer, scope, each_attempt=True)
    query = select(*by, *sums.of_outcomes()).where(*wanted).group_by(*by)
    return {
        (bool(later), Attempts(attempt), source[1:], names[place]): Counts(*map(int, found))
        for later, attempt, source, place, *found in connection.execute(query)
    }


def totals(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[tuple[date, int], Totals]:
    """(week, bin of the total from 0 to 9) -> scorecards."""
    if scope.rep_id is not None:
        return _totals_of_rep(connection, viewer, scope)
    by, added = (score_tally.c.week, score_tally.c.decile), (func.sum(score_tally.c[name]) for name in ("n", "tenths", "squares"))
    query = select(*by, *added).where(*scopes.in_tally(score_tally, viewer, scope)).group_by(*by)
    return {(week, place): sums.as_totals(*found) for week, place, *found in connection.execute(query) if found[0]}


def sources(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[str]:
    """Of the leads in the scope's weeks, by name. Leaps from name to name: there are few, and rows of each there are many."""
    any_attempt, following = score_tally.c.attempt == ANY_ATTEMPT, func.min(score_tally.c.source)
    names = select(following.label("source")).where(any_attempt, score_tally.c.source > ANY_SOURCE).cte("names", recursive=True)
    leap = select(following).where(any_attempt, score_tally.c.source > names.c.source).scalar_subquery()
    names = names.union_all(select(leap).where(names.c.source.is_not(None)))
    there = exists().where(
        any_attempt, score_tally.c.source == names.c.source, score_tally.c.n > 0, *scopes.whose(score_tally, viewer, scope)
    )
    return [source[1:] for source in connection.scalars(select(names.c.source).where(there).order_by(names.c.source))]


def _outcomes_of_rep(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[tuple[date, str], Counts]:
    places = sums.places(connection)
    query = select(counted.c.week, *sums.of_letters(places)).where(*scopes.in_counted(viewer, scope)).group_by(counted.c.week)
    rows = connection.execute(query)
    return {(row[0], criterion): counts for row in rows for criterion, counts in sums.as_counts(row[1:], places).items()}


def _totals_of_rep(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[tuple[date, int], Totals]:
    by = (counted.c.week, case((counted.c.tenths >= 1000, BINS - 1), else_=counted.c.tenths // 100))
    wanted = counted.c.tenths.is_not(None), *scopes.in_counted(viewer, scope)
    rows = connection.execute(select(*by, *sums.of_totals()).where(*wanted).group_by(*by))
    return {(week, int(place)): sums.as_totals(*found) for week, place, *found in rows}


def _periods_of_rep(
    connection: Connection, viewer: Viewer, scope: Scope, turn: date
) -> Mapping[tuple[bool, Attempts, str, str], Counts]:
    places = sums.places(connection)
    by = (case((counted.c.week >= turn, 1), else_=0), counted.c.attempt, counted.c.source)
    rows = connection.execute(select(*by, *sums.of_letters(places)).where(*scopes.in_counted(viewer, scope)).group_by(*by))
    return {
        (bool(row[0]), Attempts(row[1]), row[2][1:], criterion): counts
        for row in rows
        for criterion, counts in sums.as_counts(row[3:], places).items()
    }
