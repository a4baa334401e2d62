"""A team's figures over weeks: read in one transaction, with what can be claimed about them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coaching.domain.people import Store, Viewer
from coaching.domain.share import Share
from coaching.domain.team_scores import A_WEEK, Attempts, Counts, Group, Scope, Totals, WornScript
from coaching.reports.chance import Change, change
from coaching.reports.fair import Cell, Line, Need, cells, lines, needs
from coaching.reports.turns import Turn, last_weeks
from coaching.storage import people, team_groups, team_scores
from coaching.storage.database import Database

BEFORE_WEEKS = 12
COMPARED_WEEKS = 26
"""The last ones of the scope, over which groups are compared: who needs what is asked of now, not of years ago."""


@dataclass(frozen=True, slots=True)
class TeamReport:
    """turn: from when "after" counts; before it, at most BEFORE_WEEKS. by_store: the groups are stores.

    changes: by criterion, over all groups in the scope. bins: of the total -> scorecards. groups: by id.
    compared: the weeks, and all the groups, over which cells, lines, needs and scripts were counted.
    """

    scope: Scope
    compared: Scope
    turn: Turn
    by_store: bool
    totals: Mapping[date, Totals]
    outcomes: Mapping[tuple[date, str], Counts]
    bins: Mapping[int, int]
    changes: Mapping[str, Change]
    cells: Sequence[Cell]
    lines: Sequence[Line]
    needs: Sequence[Need]
    groups: Mapping[int | None, Group]
    scripts: Sequence[WornScript]

    @property
    def n(self) -> int:
        return self.over_all.n

    @property
    def over_all(self) -> Totals:
        return added(self.totals.values())

    @property
    def weeks(self) -> Sequence[date]:
        """Every week of the scope from the first with a scorecard, also the empty ones."""
        if not self.totals:
            return ()
        first, last = min(self.totals), max(self.totals)
        return [first + number * A_WEEK for number in range((last - first) // A_WEEK + 1)]

    def share(self, criterion_id: str) -> Share:
        found = [counts for (_, one), counts in self.outcomes.items() if one == criterion_id]
        return Share(sum(counts.met for counts in found), sum(counts.n for counts in found))


def read_team(
    database: Database, viewer: Viewer, scope: Scope, weights: Mapping[str, float], turn: Turn | None = None
) -> TeamReport:
    """weights: criterion id -> its weight in the total. turn: the last weeks of the scope unless given.

    Of a scope that names a rep, the comparison is still with the whole team.
    """
    turn = turn or last_weeks(scope)
    since = max(scope.since, turn.monday - BEFORE_WEEKS * A_WEEK)
    around = replace(scope, since=since, rep_id=turn.only_rep or scope.rep_id)
    compared = replace(scope, since=max(scope.since, scope.until - (COMPARED_WEEKS - 1) * A_WEEK), rep_id=None)
    with database.reading() as connection:
        stores = people.stores(connection, viewer)
        by_store = scope.store_id is None and scope.team_id is None and len(stores) > 1
        strata = (team_groups.strata_of_stores if by_store else team_groups.strata_of_reps)(connection, viewer, compared)
        scripts = () if by_store else team_groups.worn_scripts(connection, viewer, replace(compared, rep_id=scope.rep_id))
        totals = team_scores.totals(connection, viewer, scope)
        groups: dict[int | None, Group] = {None: Group(None, "No rep on file")}
        groups |= _named(stores) if by_store else team_groups.names_of_reps(connection, [one.group_id for one in strata])
        return TeamReport(
            scope,
            compared,
            turn,
            by_store,
            by_week(totals),
            team_scores.outcomes_by_week(connection, viewer, scope),
            _bins(totals),
            changes_of(team_scores.outcomes_by_period(connection, viewer, around, turn.monday)),
            _of(scope, cells(strata)),
            lines(strata),
            needs(strata, weights, scope.rep_id),
            groups,
            scripts,
        )


def _of(scope: Scope, found: Sequence[Cell]) -> Sequence[Cell]:
    return [cell for cell in found if scope.rep_id in (None, cell.group_id)]


def _named(stores: Sequence[Store]) -> Mapping[int | None, Group]:
    return {one.id: Group(one.id, one.name) for one in stores}


def changes_of(periods: Mapping[tuple[bool, Attempts, str, str], Counts]) -> Mapping[str, Change]:
    """periods: (after the turn, attempt, source, criterion) -> counts. By criterion."""
    sides: dict[str, tuple[dict[object, Share], dict[object, Share]]] = {}
    for (after, attempt, source, criterion), counts in periods.items():
        side = sides.setdefault(criterion, ({}, {}))[after]
        side[attempt, source] = Share(counts.met, counts.n)
    nothing = Share(0, 0)
    return {
        criterion: change([(before.get(key, nothing), after.get(key, nothing)) for key in {**before, **after}], len(sides))
        for criterion, (before, after) in sides.items()
    }


def by_week(totals: Mapping[tuple[date, int], Totals]) -> Mapping[date, Totals]:
    """totals: (week, bin) -> scorecards."""
    weeks: dict[date, list[Totals]] = {}
    for (week, _), one in totals.items():
        weeks.setdefault(week, []).append(one)
    return {week: added(found) for week, found in weeks.items()}


def _bins(totals: Mapping[tuple[date, int], Totals]) -> Mapping[int, int]:
    found = Counter[int]()
    for (_, place), one in totals.items():
        found[place] += one.n
    return found


def added(parts: Iterable[Totals]) -> Totals:
    found = list(parts)
    return Totals(sum(one.n for one in found), sum(one.points for one in found), sum(one.squares for one in found))
