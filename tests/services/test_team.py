from datetime import UTC, date, datetime, timedelta

import pytest

from coaching.domain.target import Target
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services.people import choose_profile
from coaching.services.team import aim, give_up, show_leader_board, shows_leader_board, targets_of
from tests.world import Cast, Clock

TEXT = "text_invited"


def test_a_target_is_kept_and_a_new_one_takes_its_place(cast: Cast) -> None:
    today, dana = cast.services.now().date(), cast.as_seen_by(cast.dana)
    aim(cast.services, dana, cast.store, TEXT, 60, today + timedelta(days=30))
    aim(cast.services, dana, cast.store, TEXT, 70, today + timedelta(days=60))
    kept = [Target(cast.store, TEXT, 70, today, today + timedelta(days=60))]
    assert targets_of(cast.services, cast.as_seen_by(cast.alice), cast.store) == kept
    give_up(cast.services, dana, cast.store, TEXT)
    assert targets_of(cast.services, dana, cast.store) == []


@pytest.mark.parametrize(("percent", "days"), [(0, 30), (101, 30), (60, 0)])
def test_a_target_that_cannot_be_met_is_a_sentence(cast: Cast, percent: int, days: int) -> None:
    due_on = cast.services.now().date() + timedelta(days=days)
    with pytest.raises(CoachingError, match="target"):
        aim(cast.services, cast.as_seen_by(cast.dana), cast.store, TEXT, percent, due_on)


def test_a_target_is_for_what_the_store_judges(cast: Cast) -> None:
    dana, due_on = cast.as_seen_by(cast.dana), cast.services.now().date() + timedelta(days=30)
    choose_profile(cast.services, dana, cast.store, "short_and_curious")
    with pytest.raises(CoachingError, match="leaves this criterion out"):
        aim(cast.services, dana, cast.store, "value_offered", 60, due_on)


def test_in_the_evening_a_target_may_be_for_the_stores_tomorrow(cast: Cast, clock: Clock) -> None:
    clock.at = datetime(2024, 10, 8, 1, 0, tzinfo=UTC)  # Monday, nine in the evening, in New York
    dana, tuesday = cast.as_seen_by(cast.dana), date(2024, 10, 8)
    aim(cast.services, dana, cast.store, TEXT, 60, tuesday)
    assert targets_of(cast.services, dana, cast.store) == [Target(cast.store, TEXT, 60, date(2024, 10, 7), tuesday)]


def test_a_rep_sets_none_and_another_store_sees_none(cast: Cast) -> None:
    due_on = cast.services.now().date() + timedelta(days=30)
    with pytest.raises(NotAllowed):
        aim(cast.services, cast.as_seen_by(cast.bob), cast.store, TEXT, 60, due_on)
    with pytest.raises(NotFound):
        aim(cast.services, cast.as_seen_by(cast.erin), cast.store, TEXT, 60, due_on)
    with pytest.raises(NotFound):
        targets_of(cast.services, cast.as_seen_by(cast.erin), cast.store)


def test_the_leader_board_is_off_until_somebody_of_the_store_turns_it_on(cast: Cast) -> None:
    dana, alice = cast.as_seen_by(cast.dana), cast.as_seen_by(cast.alice)
    assert not shows_leader_board(cast.services, alice, cast.store)
    show_leader_board(cast.services, dana, cast.store, True)
    assert shows_leader_board(cast.services, alice, cast.store)
    show_leader_board(cast.services, dana, cast.store, False)
    assert not shows_leader_board(cast.services, alice, cast.store)


def test_a_rep_and_another_store_do_not_turn_it_on(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        show_leader_board(cast.services, cast.as_seen_by(cast.bob), cast.store, True)
    with pytest.raises(NotFound):
        show_leader_board(cast.services, cast.as_seen_by(cast.erin), cast.store, True)
