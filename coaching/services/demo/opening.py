"""When the demo store is open, every day: nobody leaves a voicemail at night, at whatever hour the demo is loaded."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.domain.hours import ONE_DAY, Hours, Opening

TIME_ZONE = "America/New_York"
WEEK = dict.fromkeys(range(7), (time(9), time(20)))
HOURS = Hours(ZoneInfo(TIME_ZONE), WEEK)
HOURS_A_DAY = 24


def before(at: datetime, working: timedelta) -> datetime:
    """The moment from which on the store has been open for `working` until `at`: `Hours.after` the other way."""
    day, left = HOURS.day_of(at), working
    while True:
        opens, closes = _opening(day)
        end = min(closes, at)
        if end - left >= opens:
            return end - left
        left -= max(end - opens, timedelta())
        day -= ONE_DAY


def on_the_day_of(at: datetime) -> datetime:
    """As far into the opening time as `at` is into its day."""
    opens, closes = _opening(HOURS.day_of(at))
    local = at.astimezone(HOURS.zone)
    return opens + (closes - opens) * ((local.hour + local.minute / 60) / HOURS_A_DAY)


def _opening(day: date) -> Opening:
    opening = HOURS.opening(day)
    assert opening is not None
    return opening
