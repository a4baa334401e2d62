"""What reports read of a team: small sums, made by the database from `counted` and the tallies."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Table, case, distinct, func, select, true

from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import (
    ANY_ATTEMPT,
    ANY_SOURCE,
    BINS,
    LETTERS,
    Attempts,
    CountedVoicemail,
    Counts,
    Figure,
    Group,
    Scope,
    Stratum,
    Totals,
    WornScript,
)
from coaching.storage.counting import source_key
from coaching.storage.database import Connection
from coaching.storage.tables import counted, criterion_place, outcome_tally, person, score_tally, store, team, voicemail
from coaching.storage.visibility import sums_for

POINTS, SQUARES = 10.0, 100.0  # tenths of a point, and their squares
MANY_CUSTOMERS = 5
"""From so many customers on the same reason is a script. Two or three may have asked about the same car."""
MOST_SCRIPTS = 20
SOURCES_SHOWN = 30


def outcomes_by_week(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[tuple[date, str], Counts]:
    """(week, criterion) -> counts."""
    if scope.rep_id is not None:
        return _outcomes_of_rep(connection, viewer, scope)
    by, names = (outcome_tally.c.week, outcome_tally.c.place), _names(connection)
    query = select(*by, *_sums()).where(*_in_tally(outcome_tally, viewer, scope)).group_by(*by)
    return {(week, names[place]): Counts(*map(int, sums)) for week, place, *sums in connection.execute(query)}


def outcomes_by_period(
    connection: Connection, viewer: Viewer, scope: Scope, turn: date
) -> Mapping[tuple[bool, Attempts, str, str], Counts]:
    """(from the week of `turn` on, attempt, source, criterion) -> counts."""
    if scope.rep_id is not None:
        return _periods_of_rep(connection, viewer, scope, turn)
    after = case((outcome_tally.c.week >= turn, 1), else_=0)
    by, names = (after, outcome_tally.c.attempt, outcome_tally.c.source, outcome_tally.c.place), _names(connection)
    query = select(*by, *_sums()).where(*_in_tally(outcome_tally, viewer, scope, each_attempt=True)).group_by(*by)
    return {
        (bool(later), Attempts(attempt), source[1:], names[place]): Counts(*map(int, sums))
        for later, attempt, source, place, *sums in connection.execute(query)
    }


def totals_by_week(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[date, Totals]:
    if scope.rep_id is not None:
        query = select(counted.c.week, *_totals()).where(*_in_counted(viewer, scope)).group_by(counted.c.week)
    else:
        sums = (func.sum(score_tally.c[name]) for name in ("n", "tenths", "squares"))
        query = select(score_tally.c.week, *sums).where(*_in_tally(score_tally, viewer, scope)).group_by(score_tally.c.week)
    return {week: _total(*sums) for week, *sums in connection.execute(query) if sums[0]}


def distribution(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[int, int]:
    """Bin of the total (0 to 9) -> scorecards."""
    if scope.rep_id is not None:
        decile: ColumnElement[int] = case((counted.c.tenths >= 1000, 9), else_=counted.c.tenths // 100)
        query = select(decile, func.count()).where(counted.c.tenths.is_not(None), *_in_counted(viewer, scope)).group_by(decile)
    else:
        query = select(score_tally.c.decile, func.sum(score_tally.c.n)).where(*_in_tally(score_tally, viewer, scope))
        query = query.group_by(score_tally.c.decile)
    return {int(place): int(n) for place, n in connection.execute(query) if n}


def strata_of_reps(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[Stratum]:
    """A rep's voicemails of one attempt and source each; the id None for those whose rep is no longer on file."""
    places = _places(connection)
    by = (counted.c.rep_id, counted.c.attempt, counted.c.source)
    query = select(*by, *_totals(), *_letters(places)).where(*_in_counted(viewer, scope)).group_by(*by)
    return [
        Stratum(row[0], Attempts(row[1]), row[2][1:], _total(*row[3:6]), _counts(row[6:], places))
        for row in connection.execute(query)
    ]


def strata_of_stores(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[Stratum]:
    """As for reps, from the sums: a store's voicemails of one attempt each, over all sources unless the scope names one."""
    found: dict[tuple[int, int], dict[str, Counts]] = {}
    by, names = (outcome_tally.c.store_id, outcome_tally.c.attempt, outcome_tally.c.place), _names(connection)
    query = select(*by, *_sums()).where(*_in_tally(outcome_tally, viewer, scope, each_attempt=True)).group_by(*by)
    for store_id, attempt, place, *sums in connection.execute(query):
        found.setdefault((store_id, attempt), {})[names[place]] = Counts(*map(int, sums))
    whose = (score_tally.c.store_id, score_tally.c.attempt)
    scores = select(*whose, *(func.sum(score_tally.c[name]) for name in ("n", "tenths", "squares")))
    rows = connection.execute(scores.where(*_in_tally(score_tally, viewer, scope, each_attempt=True)).group_by(*whose))
    totals = {(store_id, attempt): _total(*sums) for store_id, attempt, *sums in rows}
    return [
        Stratum(key[0], Attempts(key[1]), scope.source or ANY_SOURCE, totals.get(key, Totals()), outcomes)
        for key, outcomes in sorted(found.items())
    ]


def worn_scripts(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[WornScript]:
    """The same reason told to many customers by one rep, the most worn first."""
    customers = func.count(distinct(counted.c.lead_id))
    by = (counted.c.rep_id, counted.c.script)
    wanted = counted.c.script.is_not(None), counted.c.rep_id.is_not(None), *_in_counted(viewer, scope)
    query = select(*by, customers, func.max(counted.c.voicemail_id)).where(*wanted).group_by(*by)
    query = (
        query.having(customers >= MANY_CUSTOMERS)
        .order_by(customers.desc(), counted.c.rep_id, counted.c.script)
        .limit(MOST_SCRIPTS)
    )
    return [WornScript(*row) for row in connection.execute(query)]


def names_of_reps(connection: Connection, rep_ids: Iterable[int | None]) -> Mapping[int | None, Group]:
    """Those in the sums, also who has left. Whoever may see the sums may see whose they are."""
    known = [rep_id for rep_id in set(rep_ids) if rep_id is not None]
    query = select(person.c.id, person.c.name, person.c.active, team.c.name, store.c.name)
    query = query.outerjoin(team, team.c.id == person.c.team_id).outerjoin(store, store.c.id == person.c.store_id)
    rows = connection.execute(query.where(person.c.id.in_(known)))
    return {row[0]: Group(row[0], row[1] if row[2] else f"{row[1]} (has left)", row[3] or "", row[4] or "") for row in rows}


def sources(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[str]:
    """Of the leads in the scope's weeks, the most frequent first."""
    n = func.sum(score_tally.c.n)
    each = score_tally.c.attempt == ANY_ATTEMPT, score_tally.c.source != ANY_SOURCE, *_whose(score_tally, viewer, scope)
    query = select(score_tally.c.source).where(*each).group_by(score_tally.c.source).having(n > 0).order_by(n.desc())
    return [source[1:] for source in connection.scalars(query.limit(SOURCES_SHOWN))]


def first_week(connection: Connection, viewer: Viewer) -> date | None:
    everything = score_tally.c.attempt == ANY_ATTEMPT, score_tally.c.source == ANY_SOURCE, score_tally.c.n > 0
    first: date | None = connection.scalar(select(func.min(score_tally.c.week)).where(*everything, sums_for(viewer, score_tally)))
    return first


def every_voicemail(connection: Connection, viewer: Viewer, scope: Scope, limit: int) -> Sequence[CountedVoicemail]:
    """The latest weeks first."""
    of_letter = {letter: outcome for outcome, letter in LETTERS.items()}
    places = _places(connection)
    query = (
        select(counted, store.c.name.label("store"), team.c.name.label("team"), person.c.name.label("rep"))
        .join(store, store.c.id == counted.c.store_id)
        .outerjoin(team, team.c.id == counted.c.team_id)
        .outerjoin(person, person.c.id == counted.c.rep_id)
        .where(*_in_counted(viewer, scope))
        .order_by(counted.c.week.desc(), counted.c.voicemail_id.desc())
    )
    return [
        CountedVoicemail(
            row.voicemail_id,
            row.week,
            row.store,
            row.team or "",
            row.rep or "",
            row.source[1:],
            None if row.attempt == Attempts.UNKNOWN else row.attempt,
            None if row.tenths is None else row.tenths / POINTS,
            {
                name: of_letter[letter]
                for name, place in places.items()
                if (letter := row.outcomes[place - 1 : place]) in of_letter
            },
        )
        for row in connection.execute(query.limit(limit))
    ]


def stands_behind(figure: Figure) -> ColumnElement[bool]:
    """For lists of voicemails, which have a condition of their own for who may see what."""
    conditions = list(_chosen(counted, figure.scope))
    if figure.criterion_id and figure.outcome:
        place = select(criterion_place.c.place).where(criterion_place.c.criterion_id == figure.criterion_id).scalar_subquery()
        conditions.append(func.substr(counted.c.outcomes, place, 1) == LETTERS[figure.outcome])
    if figure.bin is not None:
        above = true() if figure.bin == BINS - 1 else counted.c.tenths < 100 * (figure.bin + 1)
        conditions += [counted.c.tenths >= 100 * figure.bin, above]
    if figure.script:
        conditions.append(counted.c.script == figure.script)
    return voicemail.c.id.in_(select(counted.c.voicemail_id).where(*conditions))


def _outcomes_of_rep(connection: Connection, viewer: Viewer, scope: Scope) -> Mapping[tuple[date, str], Counts]:
    places = _places(connection)
    query = select(counted.c.week, *_letters(places)).where(*_in_counted(viewer, scope)).group_by(counted.c.week)
    rows = connection.execute(query)
    return {(row[0], criterion): counts for row in rows for criterion, counts in _counts(row[1:], places).items()}


def _periods_of_rep(
    connection: Connection, viewer: Viewer, scope: Scope, turn: date
) -> Mapping[tuple[bool, Attempts, str, str], Counts]:
    places = _places(connection)
    by = (case((counted.c.week >= turn, 1), else_=0), counted.c.attempt, counted.c.source)
    rows = connection.execute(select(*by, *_letters(places)).where(*_in_counted(viewer, scope)).group_by(*by))
    return {
        (bool(row[0]), Attempts(row[1]), row[2][1:], criterion): counts
        for row in rows
        for criterion, counts in _counts(row[3:], places).items()
    }


def _places(connection: Connection) -> Mapping[str, int]:
    return {row.criterion_id: row.place for row in connection.execute(select(criterion_place).order_by(criterion_place.c.place))}


def _names(connection: Connection) -> Mapping[int, str]:
    """Criteria by place: the sums are grouped by the number, which is much quicker than by the name."""
    return {place: name for name, place in _places(connection).items()}


def _sums() -> list[ColumnElement[int]]:
    return [func.sum(outcome_tally.c[outcome.value]) for outcome in Outcome]


def _letters(places: Mapping[str, int]) -> list[ColumnElement[int]]:
    """Four sums a criterion, in the order of the outcomes."""
    at = [func.substr(counted.c.outcomes, place, 1) for place in places.values()]
    return [func.sum(case((one == LETTERS[outcome], 1), else_=0)) for one in at for outcome in Outcome]


def _counts(sums: Sequence[int], places: Mapping[str, int]) -> dict[str, Counts]:
    """Without those criteria that none of the scorecards has."""
    size = len(Outcome)
    four = {name: sums[size * at : size * (at + 1)] for at, name in enumerate(places)}
    return {name: Counts(*map(int, found)) for name, found in four.items() if any(found)}


def _totals() -> tuple[ColumnElement[int], ...]:
    return func.count(counted.c.tenths), func.sum(counted.c.tenths), func.sum(counted.c.tenths * counted.c.tenths)


def _total(n: int, tenths: int | None, squares: int | None) -> Totals:
    return Totals(int(n), int(tenths or 0) / POINTS, int(squares or 0) / SQUARES)


def _in_tally(table: Table, viewer: Viewer, scope: Scope, *, each_attempt: bool = False) -> tuple[ColumnElement[bool], ...]:
    attempt = table.c.attempt == int(scope.attempt)
    if each_attempt and scope.attempt is Attempts.ANY:
        attempt = table.c.attempt.in_([int(one) for one in Attempts if one is not Attempts.ANY])
    source = ANY_SOURCE if scope.source is None else source_key(scope.source)
    return attempt, table.c.source == source, *_whose(table, viewer, scope)


def _in_counted(viewer: Viewer, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    return sums_for(viewer, counted), *_chosen(counted, scope)


def _chosen(table: Table, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    """table: `counted`, where a voicemail stands under its own attempt and source alone."""
    chosen = [
        *([] if scope.rep_id is None else [table.c.rep_id == scope.rep_id]),
        *([] if scope.attempt is Attempts.ANY else [table.c.attempt == int(scope.attempt)]),
        *([] if scope.source is None else [table.c.source == source_key(scope.source)]),
    ]
    return *chosen, *_of_team(table, scope)


def _whose(table: Table, viewer: Viewer, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    return sums_for(viewer, table), *_of_team(table, scope)


def _of_team(table: Table, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    chosen = {table.c.store_id: scope.store_id, table.c.team_id: scope.team_id}
    of_them = [column == key for column, key in chosen.items() if key is not None]
    return *of_them, table.c.week.between(scope.since, scope.until)
