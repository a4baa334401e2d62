"""A report's scope as conditions of a query, each with who may see what."""

from sqlalchemy import ColumnElement, Table, literal, select

from coaching.domain.people import Role, Viewer
from coaching.domain.team_scores import ANY_SOURCE, ANY_STORE, NO_TEAM, Attempts, Scope
from coaching.storage.tables import counted, store, team
from coaching.storage.tallies import source_key
from coaching.storage.visibility import sums_for


def in_tally(
    table: Table, viewer: Viewer, scope: Scope, *, each_attempt: bool = False, each_store: bool = False
) -> tuple[ColumnElement[bool], ...]:
    attempt = table.c.attempt == int(scope.attempt)
    if each_attempt and scope.attempt is Attempts.ANY:
        attempt = table.c.attempt.in_([int(one) for one in Attempts if one is not Attempts.ANY])
    source = ANY_SOURCE if scope.source is None else source_key(scope.source)
    return attempt, table.c.source == source, *whose(table, viewer, scope, each_store=each_store)


def in_counted(viewer: Viewer, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    return sums_for(viewer, counted), *chosen(counted, scope)


def chosen(table: Table, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    """table: `counted`, where a voicemail stands under its own attempt and source alone."""
    chosen = [
        *([] if scope.rep_id is None else [table.c.rep_id == scope.rep_id]),
        *([] if scope.attempt is Attempts.ANY else [table.c.attempt == int(scope.attempt)]),
        *([] if scope.source is None else [table.c.source == source_key(scope.source)]),
    ]
    return *chosen, *_of_team(table, scope)


def whose(table: Table, viewer: Viewer, scope: Scope, *, each_store: bool = False) -> tuple[ColumnElement[bool], ...]:
    """table: a tally. Its stores and teams are named, so that the key leads to each one's weeks and no others are read.

    Who sees all stores together reads their common sums, unless each store is wanted.
    """
    if viewer.role is Role.ADMINISTRATOR and scope.store_id is None and scope.team_id is None and not each_store:
        return table.c.store_id == ANY_STORE, table.c.team_id == NO_TEAM, table.c.week.between(scope.since, scope.until)
    stores, teams = select(store.c.id), select(team.c.id).union_all(select(literal(NO_TEAM)))
    return sums_for(viewer, table), table.c.store_id.in_(stores), table.c.team_id.in_(teams), *_of_team(table, scope)


def _of_team(table: Table, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    chosen = {table.c.store_id: scope.store_id, table.c.team_id: scope.team_id}
    of_them = [column == key for column, key in chosen.items() if key is not None]
    return *of_them, table.c.week.between(scope.since, scope.until)
