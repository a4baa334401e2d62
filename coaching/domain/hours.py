"""When a store is open, on its own clocks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONDAY_TO_FRIDAY, SATURDAY = range(5), 5
# What many franchised stores keep; a store sets its own.
USUAL: Mapping[int, tuple[time, time]] = {
    **dict.fromkeys(MONDAY_TO_FRIDAY, (time(9), time(20))),
    SATURDAY: (time(9), time(18)),
}
ONE_DAY = timedelta(days=1)
Opening = tuple[datetime, datetime]
LONGEST_CLOSED = 366  # days; who is closed for longer has no working hours


@dataclass(frozen=True, eq=False)  # told apart by identity, so that what is worked out of them can be kept
class Hours:
    """week: weekday (Monday is 0) -> opening and closing time, in `zone`; a weekday that is missing is closed.

    Times in and out are aware. Durations are real ones: in the night when the clocks change an hour more or less passes.
    """

    zone: ZoneInfo
    week: Mapping[int, tuple[time, time]] = field(default_factory=lambda: USUAL)
    closed_on: frozenset[date] = frozenset()
    # A list of leads asks for the same few weeks thousands of times.
    _openings: dict[date, Opening | None] = field(default_factory=dict, init=False, repr=False)

    def day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def opening(self, day: date) -> Opening | None:
        """UTC times, None on a day that is closed."""
        if day not in self._openings:
            self._openings[day] = self._opening(day)
        return self._openings[day]

    def _opening(self, day: date) -> Opening | None:
        hours = None if day in self.closed_on else self.week.get(day.weekday())
        if hours is None:
            return None
        opens, closes = (datetime.combine(day, clock, self.zone).astimezone(UTC) for clock in hours)
        return (opens, closes) if opens < closes else None

    def open_days(self, first: date) -> Iterator[date]:
        """The open days from `first` on. Ends where the store stays closed for a year."""
        closed = 0
        for day in (first + n * ONE_DAY for n in range((date.max - first).days)):
            closed = 0 if self.opening(day) else closed + 1
            if closed > LONGEST_CLOSED:
                return
            if not closed:
                yield day

    def after(self, at: datetime, working: timedelta) -> datetime:
        """The moment when the store has been open for `working` since `at`."""
        start, left = at.astimezone(UTC), working
        for day in self.open_days(self.day_of(at)):
            opens, closes = self._opening_of_open(day)
            begin = max(opens, start)
            if begin + left <= closes:
                return begin + left
            left -= max(closes - begin, timedelta())
        raise ValueError("a store that never opens has no working hours")

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How long the store is open from `start` to `end`."""
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        total = timedelta()
        for day in self.open_days(self.day_of(start)):
            opens, closes = self._opening_of_open(day)
            if opens >= end:
                break
            total += max(min(closes, end) - max(opens, start), timedelta())
        return total

    def _opening_of_open(self, day: date) -> Opening:
        opening = self.opening(day)
        assert opening is not None
        return opening
