"""Who does worse than before, as alerts for those whom it concerns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from coaching.domain.alert import Alert, AlertKind
from coaching.domain.people import MACHINE, PersonId, Store, TeamId, Viewer
from coaching.domain.team_scores import A_WEEK, Scope, Stratum, monday
from coaching.reports.answer import percent
from coaching.reports.falls import Fall, falls
from coaching.reports.team import BEFORE_WEEKS
from coaching.reports.turns import RECENT_WEEKS, last_weeks
from coaching.storage import people, team_groups
from coaching.storage.database import Connection, Database

Strata = Callable[[Connection, Viewer, Scope], Sequence[Stratum]]


def fall_alerts(database: Database, names: Mapping[str, str], now: datetime) -> Sequence[Alert]:
    """Of all stores' reps and teams, up to the week that is over. names: criterion id -> how it is called."""
    with database.reading() as connection:
        return [alert for store in people.stores(connection, MACHINE) for alert in _of_store(connection, store, names, now)]


def _of_store(connection: Connection, store: Store, names: Mapping[str, str], now: datetime) -> list[Alert]:
    last = monday(store.day_of(now)) - A_WEEK
    scope = Scope(last - (RECENT_WEEKS - 1 + BEFORE_WEEKS) * A_WEEK, last, store.id)
    of_reps = _fallen(connection, scope, team_groups.strata_of_reps)
    of_teams = _fallen(connection, scope, team_groups.strata_of_teams)
    here = {one.id for one in people.listed(connection, MACHINE)}
    return [
        *(_alert(one, store, names, now, "rep", scope) for one in of_reps if one.criterion_id in names and one.group_id in here),
        *(_alert(one, store, names, now, "team", scope) for one in of_teams if one.criterion_id in names),
    ]


def _fallen(connection: Connection, scope: Scope, strata: Strata) -> Sequence[Fall]:
    turn = last_weeks(scope)
    before, after = replace(scope, until=turn.monday - A_WEEK), replace(scope, since=turn.monday)
    return falls(strata(connection, MACHINE, before), strata(connection, MACHINE, after))


def _alert(fall: Fall, store: Store, names: Mapping[str, str], now: datetime, what: str, scope: Scope) -> Alert:
    change, name = fall.change, names[fall.criterion_id]
    moved = f"{name} fell from {percent(change.before)} to {percent(change.after)} {last_weeks(scope).words}."
    about = f"fall/{what}/{fall.group_id}/{fall.criterion_id}/{scope.until}"
    rep_id = PersonId(fall.group_id) if what == "rep" else None
    team_id = TeamId(fall.group_id) if what == "team" else None
    return Alert(AlertKind.FALL, about, now, store.id, f"{moved} {change.verdict}", team_id, rep_id)
