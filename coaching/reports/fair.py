"""Reps held against what their team does with the same calls, so that nobody looks worse for calling harder leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.domain.share import Share
from coaching.domain.team_scores import Attempts, Stratum
from coaching.reports.chance import Change, change

FEW = 10
"""Voicemails. Below it a share's 95 % interval is sixty points wide: it is shown in grey, and nobody is compared by it."""
MOST_NEEDS = 3
LEAST_GAP = 0.10
"""Nobody is sent to be coached for less."""

Kind = tuple[Attempts, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """One rep (or store) and one criterion. expected: the share that the team as a whole meets on calls of the same attempts
    and lead sources."""

    group_id: int | None
    criterion_id: str
    share: Share
    expected: float | None

    @property
    def is_enough(self) -> bool:
        return self.share.n >= FEW

    @property
    def gap(self) -> float:
        """Below what is expected, 0 to 1; negative above it."""
        return (self.expected or 0.0) - (self.share.value or 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """A group's total: its mean, and the mean that the team as a whole has on the same calls."""

    group_id: int | None
    n: int
    mean: float | None
    expected: float | None

    @property
    def is_enough(self) -> bool:
        return self.n >= FEW


@dataclass(frozen=True, slots=True)
class Need:
    """Who needs coaching on what. change: from the rest of the team to this group, on the same calls."""

    cell: Cell
    change: Change


def cells(strata: Sequence[Stratum]) -> Sequence[Cell]:
    """One a group and criterion that was judged at all."""
    team: dict[tuple[str, Kind], Share] = {}
    for one in strata:
        for criterion, counts in one.outcomes.items():
            key = criterion, (one.attempt, one.source)
            team[key] = _plus(team.get(key), Share(counts.met, counts.n))
    shares: dict[tuple[int | None, str], Share] = {}
    expected: dict[tuple[int | None, str], float] = {}
    for one in strata:
        for criterion, counts in one.outcomes.items():
            whose = one.group_id, criterion
            shares[whose] = _plus(shares.get(whose), Share(counts.met, counts.n))
            usual = team[criterion, (one.attempt, one.source)].value
            expected[whose] = expected.get(whose, 0.0) + counts.n * (usual or 0.0)
    return [Cell(*whose, share, expected[whose] / share.n if share.n else None) for whose, share in shares.items()]


def lines(strata: Sequence[Stratum]) -> Sequence[Line]:
    """One a group."""
    team: dict[Kind, tuple[int, float]] = {}
    for one in strata:
        n, points = team.get((one.attempt, one.source), (0, 0.0))
        team[one.attempt, one.source] = n + one.totals.n, points + one.totals.points
    found: dict[int | None, tuple[int, float, float]] = {}
    for one in strata:
        n, points, expected = found.get(one.group_id, (0, 0.0, 0.0))
        all_n, all_points = team[one.attempt, one.source]
        usual = all_points / all_n if all_n else 0.0
        found[one.group_id] = n + one.totals.n, points + one.totals.points, expected + one.totals.n * usual
    return [Line(group, n, points / n if n else None, usual / n if n else None) for group, (n, points, usual) in found.items()]


def needs(strata: Sequence[Stratum], weights: Mapping[str, float], only: int | None = None) -> Sequence[Need]:
    """The gaps that cost most points, one a group, and only those that are more than chance among all that were looked at.

    only: the group that is asked about, beside all the others.
    """
    asked = [cell for cell in cells(strata) if cell.is_enough and cell.group_id is not None]
    wide = sorted(
        (cell for cell in asked if cell.gap >= LEAST_GAP and only in (None, cell.group_id)),
        key=lambda cell: -cell.gap * weights.get(cell.criterion_id, 0.0),
    )
    found: dict[int | None, Need] = {}
    rest = Rest(strata)
    for cell in wide:
        if len(found) < MOST_NEEDS and cell.group_id not in found:
            need = Need(cell, rest.against(cell, len(asked)))
            if need.change.is_clear:
                found[cell.group_id] = need
    return list(found.values())


class Rest:
    """Every group beside all the others together. Summed once: a digest asks for some thousand groups and criteria."""

    def __init__(self, strata: Sequence[Stratum]) -> None:
        self._all: dict[str, dict[Kind, Share]] = {}
        self._of_group: dict[tuple[int | None, str], dict[Kind, Share]] = {}
        for one in strata:
            for criterion, counts in one.outcomes.items():
                kind, found = (one.attempt, one.source), Share(counts.met, counts.n)
                for shares in (self._all.setdefault(criterion, {}), self._of_group.setdefault((one.group_id, criterion), {})):
                    shares[kind] = _plus(shares.get(kind), found)

    def against(self, cell: Cell, tests: int = 1) -> Change:
        """From the rest to this group, on the same calls."""
        everybody, mine = self._all[cell.criterion_id], self._of_group[cell.group_id, cell.criterion_id]
        pairs = [(Share(everybody[kind].hits - own.hits, everybody[kind].n - own.n), own) for kind, own in mine.items()]
        return change(pairs, tests)


def _plus(one: Share | None, other: Share) -> Share:
    return other if one is None else Share(one.hits + other.hits, one.n + other.n)
