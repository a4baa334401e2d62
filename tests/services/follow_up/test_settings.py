from dataclasses import replace
from datetime import date, time

import pytest

from coaching.domain.follow_up_settings import DailyLimits, FollowUpSettings
from coaching.errors import CoachingError, NotAllowed, UnknownName
from coaching.services.follow_up.lead_page import read_lead
from coaching.services.follow_up.settings import change_settings, change_time_zone, read_settings
from tests.services.follow_up.conftest import FollowUp
from tests.world import Cast

CHRISTMAS = frozenset({date(2024, 12, 25)})
MOST = {"": DailyLimits(calls=4)}
LATE = FollowUpSettings({0: (time(12), time(20))}, CHRISTMAS, {"Cars.com": "every_other_day"}, limits=MOST)


def test_what_was_set_comes_back_and_moves_the_deadlines(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    dana = cast.as_seen_by(cast.dana)
    before = read_lead(cast.services, dana, follow_up.walt)
    change_settings(
        cast.services, dana, cast.store, replace(LATE, columns=read_settings(cast.services, dana, cast.store).columns)
    )
    after = read_lead(cast.services, dana, follow_up.walt)
    assert read_settings(cast.services, dana, cast.store) == LATE
    assert after.cadence.id == "every_other_day"
    assert (after.timeline.deadlines[0].due_at - before.timeline.deadlines[0].due_at).total_seconds() == 3 * 3600


@pytest.mark.parametrize("wrong", [FollowUpSettings({}), FollowUpSettings({0: (time(20), time(9))})])
def test_a_store_that_never_opens_is_refused(cast: Cast, wrong: FollowUpSettings) -> None:
    with pytest.raises(CoachingError):
        change_settings(cast.services, cast.as_seen_by(cast.dana), cast.store, wrong)


def test_a_cadence_that_does_not_exist_and_a_rep_are_refused(cast: Cast) -> None:
    with pytest.raises(UnknownName):
        change_settings(cast.services, cast.as_seen_by(cast.dana), cast.store, FollowUpSettings(cadences={"": "weekly"}))
    with pytest.raises(NotAllowed):
        change_settings(cast.services, cast.as_seen_by(cast.bob), cast.store, FollowUpSettings())


def test_the_clock_of_a_store_moves_its_deadlines_and_is_no_business_of_a_rep(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    dana = cast.as_seen_by(cast.dana)
    before = read_lead(cast.services, dana, follow_up.walt).timeline.deadlines[2].due_at
    change_time_zone(cast.services, dana, cast.store, "America/Chicago")
    after = read_lead(cast.services, dana, follow_up.walt).timeline.deadlines[2].due_at
    assert (after - before).total_seconds() == 3600
    with pytest.raises(CoachingError, match="not known"):
        change_time_zone(cast.services, dana, cast.store, "Middle/Earth")
    with pytest.raises(NotAllowed):
        change_time_zone(cast.services, cast.as_seen_by(cast.bob), cast.store, "America/Denver")
