"""The dates that customer systems write, brought to aware UTC times."""

from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

from coaching.follow_up.leads.reading import BadLead

# Month first: the leads are of North American stores. A day first that cannot be a month is refused rather than guessed.
PATTERNS = tuple(
    f"{date}{between}{time}"
    for date in ("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y", "%Y/%m/%d", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d-%b-%Y")
    for between, time in ((" ", "%I:%M:%S %p"), (" ", "%I:%M %p"), (" ", "%I:%M%p"), (" ", "%H:%M:%S"), (" ", "%H:%M"), ("", ""))
)
PUT_RIGHT = "Write it like 2026-03-08 14:30."
# Customer systems write "no date" as 1/1/1900 or 12/31/9999; no store has a lead or an offer outside these years.
FIRST_YEAR, LAST_YEAR = 2000, 2100


def read_time(written: str, zone: tzinfo) -> datetime:
    """`zone` is where a time without one was written. Raises BadLead where it is no time that can be understood or be meant."""
    text = " ".join(written.split()).replace("a.m.", "AM").replace("p.m.", "PM")
    found = next((at for read in (_iso, _written_out, _of_a_mail) if (at := read(text)) is not None), None)
    if found is None:
        raise BadLead(f"{written!r} is not a date and time we can read. {PUT_RIGHT}")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadLead(
            f"{written!r} is not in the years {FIRST_YEAR} to {LAST_YEAR}. {PUT_RIGHT} Leave it empty where nobody knows."
        )
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _written_out(text: str) -> datetime | None:
    for pattern in PATTERNS:
        try:
            return datetime.strptime(text, pattern)
        except ValueError:
            continue
    return None


def _of_a_mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
