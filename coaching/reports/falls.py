"""Who has come to meet a criterion less often than before, by more than chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.domain.share import Share
from coaching.domain.team_scores import Attempts, Stratum
from coaching.reports.chance import ENOUGH, Change, change

Kinds = Mapping[tuple[Attempts, str], Share]
NOTHING = Share(0, 0)


@dataclass(frozen=True, slots=True)
class Fall:
    """Of a rep, or of whatever the strata's groups are."""

    group_id: int
    criterion_id: str
    change: Change


def falls(before: Sequence[Stratum], after: Sequence[Stratum]) -> Sequence[Fall]:
    """The deepest first. Each of the groups and criteria that were looked at counts as a question, so that among many none is
    called a fall by luck.
    """
    earlier, later = _by_question(before), _by_question(after)
    asked = [one for one in later if min(_n(earlier.get(one, {})), _n(later[one])) >= ENOUGH]
    found = [Fall(*one, change(_pairs(earlier[one], later[one]), len(asked))) for one in asked]
    return sorted((one for one in found if one.change.is_clear and _points(one) < 0), key=_points)


def _by_question(strata: Sequence[Stratum]) -> Mapping[tuple[int, str], Kinds]:
    found: dict[tuple[int, str], dict[tuple[Attempts, str], Share]] = {}
    for one in strata:
        for criterion, counts in one.outcomes.items():
            if one.group_id is not None:
                found.setdefault((one.group_id, criterion), {})[one.attempt, one.source] = Share(counts.met, counts.n)
    return found


def _pairs(before: Kinds, after: Kinds) -> list[tuple[Share, Share]]:
    return [(before.get(kind, NOTHING), after.get(kind, NOTHING)) for kind in {**before, **after}]


def _n(kinds: Kinds) -> int:
    return sum(share.n for share in kinds.values())


def _points(fall: Fall) -> float:
    return fall.change.points or 0.0
