from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind, Direction
from coaching.domain.follow_up_settings import FollowUpSettings
from coaching.domain.hours import Hours
from coaching.domain.lead import Consent, Lead, LeadId
from coaching.domain.people import StoreId
from coaching.follow_up.cadence.first_response import FirstResponse, first_response
from coaching.follow_up.cadence.presets import cadence_for

HOURS = Hours(ZoneInfo("America/New_York"))
ARRIVED = datetime(2024, 10, 7, 14, tzinfo=UTC)  # ten on a Monday morning, an hour after opening


def made(minutes: float, kind: AttemptKind = AttemptKind.CALL, direction: Direction = Direction.OUT) -> Attempt:
    return Attempt(AttemptId(f"attempt {minutes}"), LeadId(1), kind, ARRIVED + timedelta(minutes=minutes), direction=direction)


def response(
    *attempts: Attempt, arrived_at: datetime | None = ARRIVED, later: float = 60, opted_out_at: datetime | None = None
) -> FirstResponse | None:
    lead = Lead(LeadId(1), StoreId(1), "Walt", arrived_at=arrived_at, consent=Consent(opted_out_at=opted_out_at))
    return first_response(lead, attempts, cadence_for("", FollowUpSettings()), HOURS, ARRIVED + timedelta(minutes=later))


@pytest.mark.parametrize(("minutes", "missed"), [(14, False), (15, False), (16, True)])
def test_the_first_touch_counts_whatever_it_is(minutes: float, missed: bool) -> None:
    found = response(made(40), made(minutes, AttemptKind.EMAIL))
    assert found == FirstResponse(minutes, 15, is_answered=True)
    assert found.is_missed is missed


def test_nobody_is_late_before_the_time_is_over() -> None:
    early, late = response(later=15), response(later=16)
    assert early is not None
    assert late is not None
    assert (early.is_decided, early.is_missed) == (False, False)
    assert (late.is_decided, late.is_missed, late.is_answered) == (True, True, False)


def test_only_minutes_in_which_the_store_is_open_count() -> None:
    sunday = datetime(2024, 10, 6, 20, tzinfo=UTC)
    found = response(made(-50), arrived_at=sunday)
    assert found is not None
    assert found.minutes == 10


def test_what_the_customer_does_is_no_answer_of_ours_and_ends_the_waiting() -> None:
    assert response(made(5, AttemptKind.CALL, Direction.IN)) is None
    found = response(made(30, AttemptKind.CALL, Direction.IN))
    assert found is not None
    assert found.is_missed


def test_who_wants_no_contact_and_who_came_at_an_unknown_time_are_not_counted() -> None:
    assert response(opted_out_at=ARRIVED + timedelta(minutes=3)) is None
    assert response(arrived_at=None) is None
    assert response(arrived_at=ARRIVED + timedelta(days=3)) is None
