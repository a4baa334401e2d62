"""Weeks as points of a line, with the band that is chance; and whether the pace reaches a target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from coaching.domain.share import Z_95, Share
from coaching.domain.team_scores import Counts, Totals
from coaching.reports.chance import LEVEL
from coaching.reports.fair import FEW
from coaching.reports.team import TeamReport


@dataclass(frozen=True, slots=True)
class Week:
    """value, low and high from 0 to 100, None where nothing was counted."""

    monday: date
    value: float | None
    low: float | None
    high: float | None
    n: int

    @property
    def is_enough(self) -> bool:
        return self.n >= FEW


def share_by_week(report: TeamReport, criterion_id: str) -> Sequence[Week]:
    """Of a criterion, in percent, with Wilson's intervals."""
    return [_share(week, report.outcomes.get((week, criterion_id), Counts())) for week in report.weeks]


def total_by_week(report: TeamReport) -> Sequence[Week]:
    """The mean, with a band of 1.96 standard errors; without one where a single voicemail was counted."""
    return [_mean(week, report.totals.get(week, Totals())) for week in report.weeks]


def _share(week: date, counts: Counts) -> Week:
    share = Share(counts.met, counts.n)
    if share.value is None or share.interval is None:
        return Week(week, None, None, None, 0)
    low, high = share.interval
    return Week(week, 100 * share.value, 100 * low, 100 * high, share.n)


def _mean(week: date, totals: Totals) -> Week:
    if totals.mean is None:
        return Week(week, None, None, None, 0)
    mean, n = totals.mean, totals.n
    if n < 2:
        return Week(week, mean, 0.0, 100.0, n)
    variance = max(0.0, (totals.squares - n * mean**2) / (n - 1))
    half = Z_95 * sqrt(variance / n)
    return Week(week, mean, max(0.0, mean - half), min(100.0, mean + half), n)


@dataclass(frozen=True, slots=True)
class Pace:
    """a_week: points a week. reaches: what the line through the weeks comes to on the target's day. p: of the slope."""

    a_week: float
    reaches: float
    p: float
    weeks: int

    @property
    def is_clear(self) -> bool:
        return self.p < LEVEL


def pace(weeks: Sequence[Week], due_on: date) -> Pace | None:
    """A straight line through the weeks (scipy's linregress); None for fewer than three weeks."""
    known = [one for one in weeks if one.value is not None and one.is_enough]
    if len(known) < 3 or len({one.value for one in known}) == 1:
        return None
    from scipy.stats import linregress

    first = known[0].monday
    line = linregress([(one.monday - first).days / 7 for one in known], [one.value for one in known])
    reaches = line.intercept + line.slope * (due_on - first).days / 7
    return Pace(float(line.slope), min(100.0, max(0.0, float(reaches))), float(line.pvalue), len(known))
