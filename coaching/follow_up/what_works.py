"""What works here: how many customers came back after voicemails with a criterion and without it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import sqrt

from coaching.domain.scorecard import Outcome
from coaching.domain.share import Share

# In each of the two groups. Below it, even 0 of n leaves a rate of 11 % possible, which is twice what voicemails usually bring.
TOO_FEW = 30
# A customer who comes back later than this came back for another reason.
LONGEST_WAIT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Rate:
    """low and high: Wilson's 95 % interval, 0 to 1. All None where n is 0."""

    came_back: int
    n: int

    @property
    def share(self) -> float | None:
        return Share(self.came_back, self.n).value

    @property
    def interval(self) -> tuple[float, float] | None:
        return Share(self.came_back, self.n).interval


@dataclass(frozen=True, slots=True)
class Comparison:
    """difference and interval in shares (0.04 is four in a hundred more with it); None where one group is empty."""

    criterion_id: str
    with_it: Rate
    without: Rate

    @property
    def difference(self) -> float | None:
        with_it, without = self.with_it.share, self.without.share
        return None if with_it is None or without is None else with_it - without

    @property
    def interval(self) -> tuple[float, float] | None:
        """Newcombe (1998), method 10: Wilson's two intervals put together."""
        ours, theirs, difference = self.with_it.interval, self.without.interval, self.difference
        if ours is None or theirs is None or difference is None:
            return None
        p1, p2 = self.with_it.came_back / self.with_it.n, self.without.came_back / self.without.n
        down = sqrt((p1 - ours[0]) ** 2 + (theirs[1] - p2) ** 2)
        up = sqrt((ours[1] - p1) ** 2 + (p2 - theirs[0]) ** 2)
        return difference - down, difference + up

    @property
    def is_enough(self) -> bool:
        return min(self.with_it.n, self.without.n) >= TOO_FEW

    @property
    def sentence(self) -> str:
        if not self.is_enough or self.interval is None:
            groups = f"{self.with_it.n} voicemails with it and {self.without.n} without"
            return f"Too few to tell: {groups}; {TOO_FEW} of each are needed."
        counts = f"{_told(self.with_it)} with it, {_told(self.without)} without"
        low, high = self.interval
        if low > 0:
            return f"More customers came back: {counts}."
        if high < 0:
            return f"Fewer customers came back: {counts}."
        return f"No clear difference: {counts}."


def compare(counted: Mapping[tuple[str, Outcome], tuple[int, int]], criterion_ids: Sequence[str]) -> tuple[Comparison, ...]:
    """One for each criterion. counted: (criterion, outcome) -> how many voicemails, and after how many the customer came back."""

    def rate(criterion: str, outcome: Outcome) -> Rate:
        n, came_back = counted.get((criterion, outcome), (0, 0))
        return Rate(came_back, n)

    return tuple(Comparison(one, rate(one, Outcome.MET), rate(one, Outcome.NOT_MET)) for one in criterion_ids)


def _told(rate: Rate) -> str:
    share, interval = rate.share, rate.interval
    assert share is not None
    assert interval is not None
    return f"{rate.came_back} of {rate.n} ({share:.0%}, between {interval[0]:.0%} and {interval[1]:.0%})"
