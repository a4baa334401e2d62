"""What reports read of a team: small sums, made by the database from `counted` and the tallies."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, case, func, select

from coaching.domain.people import Viewer
from coaching.domain.team_scores import ANY_ATTEMPT, ANY_SOURCE, Attempts, Counts, Scope, Totals
from coaching.storage import scopes, sums
from coaching.storage.database import Connection
from coaching.storage.tables import counted, outcome_tally, score_tally

SOURCES_SHOWN = 30


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


def totals_by_week(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[date, Totals]:
    if scope.rep_id is not None:
        query = select(counted.c.week, *sums.of_totals()).where(*scopes.in_counted(viewer, scope)).group_by(counted.c.week)
    else:
        added = (func.sum(score_tally.c[name]) for name in ("n", "tenths", "squares"))
        wanted = scopes.in_tally(score_tally, viewer, scope)
        query = select(score_tally.c.week, *added).where(*wanted).group_by(score_tally.c.week)
    return {week: sums.as_totals(*found) for week, *found in connection.execute(query) if found[0]}


def distribution(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[int, int]:
    """Bin of the total (0 to 9) -> scorecards."""
    if scope.rep_id is not None:
        decile: ColumnElement[int] = case((counted.c.tenths >= 1000, 9), else_=counted.c.tenths // 100)
        wanted = counted.c.tenths.is_not(None), *scopes.in_counted(viewer, scope)
        query = select(decile, func.count()).where(*wanted).group_by(decile)
    else:
        query = select(score_tally.c.decile, func.sum(score_tally.c.n)).where(*scopes.in_tally(score_tally, viewer, scope))
        query = query.group_by(score_tally.c.decile)
    return {int(place): int(n) for place, n in connection.execute(query) if n}


def sources(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[str]:
    """Of the leads in the scope's weeks, the most frequent first."""
    n = func.sum(score_tally.c.n)
    each = score_tally.c.attempt == ANY_ATTEMPT, score_tally.c.source != ANY_SOURCE, *scopes.whose(score_tally, viewer, scope)
    query = select(score_tally.c.source).where(*each).group_by(score_tally.c.source).having(n > 0).order_by(n.desc())
    return [source[1:] for source in connection.scalars(query.limit(SOURCES_SHOWN))]


def _outcomes_of_rep(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[tuple[date, str], Counts]:
    places = sums.places(connection)
    query = select(counted.c.week, *sums.of_letters(places)).where(*scopes.in_counted(viewer, scope)).group_by(counted.c.week)
    rows = connection.execute(query)
    return {(row[0], criterion): counts for row in rows for criterion, counts in sums.as_counts(row[1:], places).items()}


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
