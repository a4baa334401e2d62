"""Alice manages, Bob calls, Denise asked about a car: what the tests of the follow-up talk about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind, Direction
from coaching.domain.hours import Hours
from coaching.domain.lead import Consent, Lead, LeadId
from coaching.domain.people import Role, StoreId

EASTERN = ZoneInfo("America/New_York")
STORE_HOURS = Hours(EASTERN)
STORE = StoreId(1)
FACTS: Mapping[str, object] = {
    "vehicle": "2026 Honda CR-V Hybrid Sport-L",
    "colour": "Urban Gray",
    "options": ["heated steering wheel"],
    "trade_in": "2015 Nissan Rogue",
}
_ids = count(1)


def local(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """A time of 2026 on the store's clocks; March 2 is a Monday, and the clocks change in the night to March 8."""
    return datetime(2026, month, day, hour, minute, tzinfo=EASTERN).astimezone(UTC)


DENISE = Lead(
    LeadId(1), STORE, "Denise Okafor", FACTS, source="Cars.com", arrived_at=local(2, 10), emails=("denise@example.org",)
)


def refuses_calls(lead: Lead, at: datetime) -> Lead:
    return replace(lead, consent=Consent(call_refused_at=at))


def opts_out(lead: Lead, at: datetime) -> Lead:
    return replace(lead, consent=Consent(opted_out_at=at))


def attempt(
    kind: AttemptKind,
    at: datetime,
    *,
    role: Role = Role.REP,
    direction: Direction = Direction.OUT,
    asks_permission: bool = False,
    lead: Lead = DENISE,
) -> Attempt:
    return Attempt(
        AttemptId(f"attempt {next(_ids)}"), lead.id, kind, at, role, direction=direction, asks_permission=asks_permission
    )


def permission(at: datetime) -> Attempt:
    return attempt(AttemptKind.EMAIL, at, asks_permission=True)


def voicemail(at: datetime, role: Role = Role.REP) -> Attempt:
    return attempt(AttemptKind.VOICEMAIL, at, role=role)


def call(at: datetime, role: Role = Role.REP) -> Attempt:
    return attempt(AttemptKind.CALL, at, role=role)
