"""How the leads of some weeks are followed up: how soon they were answered, and how much of the cadence was kept."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from statistics import median
from typing import TypeVar

from coaching.domain.hours import ONE_DAY
from coaching.domain.people import Person, PersonId, TeamId, Viewer
from coaching.domain.share import Share
from coaching.domain.team_scores import A_WEEK, Scope
from coaching.follow_up.cadence.adherence import Adherence, total
from coaching.follow_up.cadence.first_response import FirstResponse
from coaching.services.follow_up.history import History, histories
from coaching.services.parts import Services
from coaching.storage import leads, people
from coaching.storage.database import Connection

WEEKS = 4
MOST_LEADS = 1_000
"""The newest. Every deadline of a lead is worked out anew, at a fifth of a millisecond each; a thousand keep the page quick."""
NOBODY = "Nobody follows up"
NO_TEAM = "No team"
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one group's leads. in_time: of those whose first response is decided. minutes: of opening time until it, the
    median of those that were answered. adherence: of every step that is decided.
    """

    name: str
    leads: int
    in_time: Share
    minutes: float | None
    adherence: Adherence

    @property
    def steps(self) -> Share:
        decided = self.adherence.kept + self.adherence.late + self.adherence.missed
        return Share(self.adherence.kept, decided)


@dataclass(frozen=True, slots=True)
class KeptReport:
    """since: the first day. is_cut: there are more leads than were counted."""

    since: date
    over_all: Kept
    of_teams: Sequence[Kept]
    of_reps: Sequence[Kept]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class _Followed:
    rep: Person | None
    response: FirstResponse | None
    adherence: Adherence

    @property
    def rep_id(self) -> PersonId | None:
        return self.rep.id if self.rep else None


def kept(services: Services, viewer: Viewer, scope: Scope) -> KeptReport:
    """Of the leads that arrived in the last weeks of the scope, on the clocks of their stores; by name, which is no ranking."""
    since = max(scope.since, scope.until - (WEEKS - 1) * A_WEEK)
    with services.database.reading() as connection:
        known = _known(connection, viewer, scope, since)
        teams: dict[TeamId | None, str] = {one.id: one.name for one in people.teams(connection, viewer)}
    now = services.now()
    followed = [_followed(one, now) for one in known if since <= _day(one) < scope.until + A_WEEK]
    reps = {one.rep_id: one.rep for one in followed}
    names = {rep_id: rep.name if rep else NOBODY for rep_id, rep in reps.items()}
    team_of = {rep_id: rep.team_id if rep else None for rep_id, rep in reps.items()}
    team_names = {team_id: teams.get(team_id, NO_TEAM) for team_id in team_of.values()}
    of_teams = _grouped(followed, lambda one: team_of[one.rep_id], team_names)
    of_reps = _grouped(followed, lambda one: one.rep_id, names)
    return KeptReport(since, _kept("All", followed), of_teams, of_reps, len(known) == MOST_LEADS)


def _known(connection: Connection, viewer: Viewer, scope: Scope, since: date) -> Sequence[History]:
    reps = None
    if scope.rep_id is not None:
        reps = [scope.rep_id]
    elif scope.team_id is not None:
        reps = [one.id for one in people.everybody(connection) if one.team_id == scope.team_id]
    start, end = (datetime.combine(day, time(), UTC) for day in (since - ONE_DAY, scope.until + A_WEEK + ONE_DAY))
    found = leads.arrived(connection, viewer, start, end, MOST_LEADS, store_id=scope.store_id, rep_ids=reps, source=scope.source)
    return list(histories(connection, viewer, found))


def _day(known: History) -> date:
    assert known.lead.arrived_at is not None
    return known.store.day_of(known.lead.arrived_at)


def _followed(known: History, now: datetime) -> _Followed:
    return _Followed(known.rep, known.first_response(now), Adherence.of(known.deadlines(now)))


def _grouped(followed: Sequence[_Followed], key: Callable[[_Followed], K], names: Mapping[K, str]) -> Sequence[Kept]:
    groups: dict[K, list[_Followed]] = {}
    for one in followed:
        groups.setdefault(key(one), []).append(one)
    return sorted((_kept(names[whose], theirs) for whose, theirs in groups.items()), key=lambda one: one.name)


def _kept(name: str, followed: Sequence[_Followed]) -> Kept:
    responses = [one.response for one in followed if one.response and one.response.is_decided]
    answered = [one.minutes for one in responses if one.is_answered]
    in_time = Share(sum(not one.is_missed for one in responses), len(responses))
    return Kept(name, len(followed), in_time, median(answered) if answered else None, total(one.adherence for one in followed))
