"""A person's week: what changed, and three things to do about it, each with voicemails to hear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from coaching.domain.digest import Digest, Row
from coaching.domain.people import Role, Viewer
from coaching.domain.rubric import Rubric
from coaching.domain.share import Share
from coaching.domain.team_scores import A_WEEK, Scope, Totals, monday
from coaching.reports.answer import Answer, percent, what_changed
from coaching.reports.chance import ENOUGH, Change
from coaching.reports.digest_todos import Recent, of_rep, of_team
from coaching.reports.names import short_names
from coaching.reports.team import BEFORE_WEEKS, by_week, changes_of
from coaching.reports.turns import RECENT_WEEKS, Turn, last_weeks
from coaching.storage import alerts, people, team_scores
from coaching.storage.database import Connection, Database

WEEKS_BACK = 12
"""So many weeks one can look back."""
MOST_ALERTS = 10
LAST_WEEK = "last week"


@dataclass(frozen=True, slots=True)
class _Change:
    """What changed from when on."""

    turn: Turn
    changes: Mapping[str, Change]


def weeks(database: Database, viewer: Viewer, now: datetime) -> Sequence[date]:
    """The Mondays of the weeks that are over on the clock of the viewer's store, the last one first."""
    with database.reading() as connection:
        last = monday(now.astimezone(_zone(connection, viewer)).date()) - A_WEEK
    return [last - number * A_WEEK for number in range(WEEKS_BACK)]


def read_digest(database: Database, viewer: Viewer, week: date, rubric: Rubric) -> Digest:
    """A rep's is about the own voicemails, everybody else's about those whom they look after."""
    weights = {criterion.id: criterion.weight for criterion in rubric.criteria}
    names = short_names(rubric)
    scope = Scope(week - (RECENT_WEEKS - 1 + BEFORE_WEEKS) * A_WEEK, week, rep_id=viewer.id if viewer.role is Role.REP else None)
    with database.reading() as connection:
        found = _changed(connection, viewer, scope)
        recent = Recent(connection, viewer, scope, last_weeks(scope), rubric, _zone(connection, viewer))
        totals = by_week(team_scores.totals(connection, viewer, replace(scope, since=week))).get(week)
        said = what_changed(found.changes, found.turn.words, names, weights)
        return Digest(
            week,
            viewer.name,
            _about(connection, viewer),
            said.sentence,
            _verdict(found, said),
            _count(totals),
            of_rep(recent) if viewer.role is Role.REP else of_team(recent),
            [_row(names[one], found.changes[one]) for one in names if one in found.changes],
            found.turn.words.capitalize(),
            _alerts(connection, viewer, week),
        )


def _changed(connection: Connection, viewer: Viewer, scope: Scope) -> _Change:
    """Since last week, or since four weeks where last week alone is too little to tell."""
    for turn in (Turn(scope.until, LAST_WEEK), last_weeks(scope)):
        around = replace(scope, since=turn.monday - BEFORE_WEEKS * A_WEEK)
        found = _Change(turn, changes_of(team_scores.outcomes_by_period(connection, viewer, around, turn.monday)))
        if any(one.after.n >= ENOUGH for one in found.changes.values()):
            return found
    return found


def _alerts(connection: Connection, viewer: Viewer, week: date) -> Sequence[str]:
    """The newest of the week, with whose they are and no customer."""
    start = datetime.combine(week, time(), _zone(connection, viewer))
    found = alerts.listed(connection, viewer, start, start + A_WEEK, MOST_ALERTS)
    return [f"{one.whose}: {one.alert.told}" if one.whose else one.alert.told for one in found]


def _verdict(found: _Change, said: Answer) -> str:
    return found.changes[said.criterion_id].verdict if said.criterion_id else ""


def _row(name: str, found: Change) -> Row:
    verdict = "too few to tell" if found.p is None else "more than chance" if found.is_clear else "could be chance"
    return Row(name, _shown(found.before), _shown(found.after), verdict)


def _shown(share: Share) -> str:
    return f"{percent(share)} of {share.n}" if share.n else "–"


def _count(totals: Totals | None) -> str:
    if totals is None or totals.mean is None:
        return "No voicemail was judged in this week."
    return f"{totals.n} {'voicemail' if totals.n == 1 else 'voicemails'} in this week, {totals.mean:.0f} of 100 on average."


def _about(connection: Connection, viewer: Viewer) -> str:
    stores = {one.id: one.name for one in people.stores(connection, viewer)}
    own = stores.get(viewer.store_id, "") if viewer.store_id else ""
    match viewer.role:
        case Role.REP:
            return f"Your own voicemails, {own}"
        case Role.TRAINER:
            teams = [one.name for one in people.teams(connection, viewer) if one.id in viewer.team_ids]
            return f"{', '.join(teams) or 'No team'}, {own}"
        case Role.MANAGER:
            return ", ".join(name for key, name in stores.items() if key in viewer.store_ids) or "No store"
        case Role.ADMINISTRATOR:
            return "All stores"


def _zone(connection: Connection, viewer: Viewer) -> ZoneInfo:
    """Of where they work, else of the first store that they may see."""
    stores = people.stores(connection, viewer)
    own = next((one for one in stores if one.id == viewer.store_id), next(iter(stores), None))
    return ZoneInfo(own.time_zone if own else "UTC")
