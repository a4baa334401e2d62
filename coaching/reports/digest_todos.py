"""Three things to do this week: for those who coach, who needs it on what; for a rep, what earns most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from zoneinfo import ZoneInfo

from coaching.domain.digest import Clip, Todo
from coaching.domain.people import PersonId, Role, Viewer
from coaching.domain.rubric import Criterion, Rubric
from coaching.domain.scorecard import Outcome
from coaching.domain.share import Share
from coaching.domain.team_scores import A_WEEK, Figure, Scope, Stratum
from coaching.domain.voicemail import ListedVoicemail
from coaching.reports.answer import day, percent
from coaching.reports.fair import FEW, LEAST_GAP, Rest, cells
from coaching.reports.falls import falls
from coaching.reports.names import short_names
from coaching.reports.turns import Turn
from coaching.storage import lists, people, team_groups
from coaching.storage.database import Connection
from coaching.storage.narrowing import Narrowing

MOST = 3
MISSED_SHOWN, MET_SHOWN = 2, 1
SHOWS = {Outcome.NOT_MET: "missed", Outcome.MET: "met, to compare"}


@dataclass(frozen=True, slots=True)
class Recent:
    """What is looked at: the weeks from the turn on, and those before it."""

    connection: Connection
    viewer: Viewer
    scope: Scope
    turn: Turn
    rubric: Rubric
    zone: ZoneInfo

    @property
    def after(self) -> Scope:
        return replace(self.scope, since=self.turn.monday)

    @property
    def before(self) -> Scope:
        return replace(self.scope, until=self.turn.monday - A_WEEK)

    @property
    def names(self) -> Mapping[str, str]:
        return short_names(self.rubric)

    @property
    def weeks(self) -> int:
        return (self.scope.until - self.scope.since) // A_WEEK + 1

    def strata(self, scope: Scope) -> Sequence[Stratum]:
        return team_groups.strata_of_reps(self.connection, self.viewer, scope)


class _Weight(IntEnum):
    """How much is behind a cause; what is more than chance comes first."""

    CLEAR = 0
    MAY_BE_CHANCE = 1
    COMPARED_WITH_NOBODY = 2
    FEW = 3


@dataclass(frozen=True, slots=True)
class _Cause:
    """Why a rep needs something. cost: in points of a hundred, on each voicemail."""

    rep_id: int
    criterion_id: str
    cost: float
    why: str
    weight: _Weight


def of_team(recent: Recent) -> Sequence[Todo]:
    """What is more than chance comes first, and then what costs most. A second one of the same rep only after all reps."""
    here = {one.id: one.name for one in people.listed(recent.connection, recent.viewer, Role.REP)}
    all_weeks, after = recent.strata(recent.scope), recent.strata(recent.after)
    causes = [*_fallen(recent, recent.strata(recent.before), after), *_behind(recent, all_weeks), *_weak(recent, after)]
    in_order = sorted((one for one in causes if one.rep_id in here), key=_urgency)
    return [_todo(recent, one, f"{here[PersonId(one.rep_id)]}: ") for one in _spread(in_order)[:MOST]]


def of_rep(recent: Recent) -> Sequence[Todo]:
    """What would earn most of what was missed."""
    causes = sorted(_weak(recent, recent.strata(recent.after)), key=_urgency)
    return [_todo(recent, one, "") for one in causes[:MOST]]


def _spread(causes: Sequence[_Cause]) -> list[_Cause]:
    """Each criterion of a rep once; the first of every rep, and then the rest."""
    distinct: dict[tuple[int, str], _Cause] = {}
    firsts: dict[int, _Cause] = {}
    for one in causes:
        distinct.setdefault((one.rep_id, one.criterion_id), one)
        firsts.setdefault(one.rep_id, one)
    return [*firsts.values(), *(one for one in distinct.values() if firsts[one.rep_id] is not one)]


def _urgency(cause: _Cause) -> tuple[_Weight, float]:
    return cause.weight, -cause.cost


def _fallen(recent: Recent, before: Sequence[Stratum], after: Sequence[Stratum]) -> Iterator[_Cause]:
    for one in falls(before, after):
        if one.criterion_id in recent.names:
            fell = f"Fell from {percent(one.change.before)} to {percent(one.change.after)} {recent.turn.words}."
            cost = _cost(recent, one.criterion_id, -(one.change.points or 0.0) / 100)
            yield _Cause(one.group_id, one.criterion_id, cost, f"{fell} {one.change.verdict}", _Weight.CLEAR)


def _behind(recent: Recent, strata: Sequence[Stratum]) -> Iterator[_Cause]:
    """Less than the team does on the same calls, over all the weeks: four alone are too few to tell."""
    asked = [one for one in cells(strata) if one.is_enough and one.group_id is not None and one.criterion_id in recent.names]
    rest = Rest(strata)
    for cell in asked:
        if cell.gap >= LEAST_GAP and cell.group_id is not None:
            change = rest.against(cell, len(asked))
            told = (
                f"Met in {_of(cell.share)} in {recent.weeks} weeks; {100 * (cell.expected or 0.0):.0f}% is usual in the team on "
                f"the same calls. {change.verdict}"
            )
            weight = _Weight.CLEAR if change.is_clear else _Weight.MAY_BE_CHANCE
            yield _Cause(cell.group_id, cell.criterion_id, _cost(recent, cell.criterion_id, cell.gap), told, weight)


def _weak(recent: Recent, strata: Sequence[Stratum]) -> Iterator[_Cause]:
    """What a rep misses, compared with nobody."""
    for cell in cells(strata):
        if cell.group_id is not None and cell.criterion_id in recent.names and cell.share.hits < cell.share.n:
            cost = _cost(recent, cell.criterion_id, 1.0 - (cell.share.value or 0.0))
            weight = _Weight.COMPARED_WITH_NOBODY if cell.is_enough else _Weight.FEW
            yield _Cause(cell.group_id, cell.criterion_id, cost, f"Met in {_of(cell.share)} {recent.turn.words}.", weight)


def _of(share: Share) -> str:
    few = "" if share.n >= FEW else ", too few to be sure,"
    return f"{share.hits} of {share.n} voicemails{few}"


def _cost(recent: Recent, criterion_id: str, gap: float) -> float:
    weights = {one.id: one.weight for one in recent.rubric.criteria}
    return 100 * gap * weights[criterion_id] / sum(weights.values())


def _todo(recent: Recent, cause: _Cause, whose: str) -> Todo:
    criterion: Criterion = recent.rubric.criterion(cause.criterion_id)
    name = recent.names[criterion.id]
    why = f"{cause.why} It costs about {cause.cost:.0f} of 100 points on each voicemail."
    rep_id = PersonId(cause.rep_id)
    return Todo(f"{whose}{name}", why, criterion.advice, _clips(recent, rep_id, criterion.id), rep_id, criterion.id)


def _clips(recent: Recent, rep_id: PersonId, criterion_id: str) -> Sequence[Clip]:
    """The latest that missed it, and the latest that met it."""
    found: list[Clip] = []
    for outcome, most in ((Outcome.NOT_MET, MISSED_SHOWN), (Outcome.MET, MET_SHOWN)):
        figure = Figure(replace(recent.after, rep_id=rep_id), criterion_id, outcome)
        lines = lists.voicemails(recent.connection, recent.viewer, Narrowing(figure=figure), limit=most)
        found += [Clip(one.voicemail.id, _label(recent, one, SHOWS[outcome])) for one in lines]
    return found


def _label(recent: Recent, one: ListedVoicemail, shows: str) -> str:
    voicemail = one.voicemail
    left = (voicemail.left_at or voicemail.received_at).astimezone(recent.zone).date()
    parts = [day(left), f"attempt {voicemail.attempt}" if voicemail.attempt else "", _length(voicemail.duration_s), shows]
    return ", ".join(part for part in parts if part)


def _length(seconds: float) -> str:
    """Whole seconds that have passed, as the players show them."""
    return f"{int(seconds)} seconds" if seconds else ""
