from datetime import timedelta

import pytest

from coaching.domain.attempt import AttemptKind, Direction, LeadOutcome, LeadOutcomeKind
from coaching.domain.lead import ArrivedLead
from coaching.follow_up.what_works import Rate
from coaching.services.follow_up.noting import note_attempt, note_outcome
from coaching.services.follow_up.works import what_works
from coaching.storage import leads
from tests.services.follow_up.conftest import FollowUp
from tests.world import BOBS_LINE, Clock


def test_a_callback_counts_for_the_voicemail_before_it(follow_up: FollowUp, clock: Clock) -> None:
    cast = follow_up.cast
    follow_up.leaves("Hi Walt this is Bob call me back")
    clock.wait(24 * 3600)
    follow_up.leaves(f"Hi Walt this is Bob my direct line is {BOBS_LINE}")
    clock.wait(3600)
    dana = cast.as_seen_by(cast.dana)
    note_outcome(cast.services, dana, LeadOutcome(follow_up.walt, LeadOutcomeKind.CALLED_BACK, clock()))
    (comparison,) = what_works(cast.services, dana, ["direct_line_given"])
    assert (comparison.with_it, comparison.without) == (Rate(1, 1), Rate(0, 1))
    assert comparison.sentence.startswith("Too few to tell")
    (unseen,) = what_works(cast.services, cast.as_seen_by(cast.erin), ["direct_line_given"])
    assert (unseen.with_it.n, unseen.without.n) == (0, 0)


def rates(follow_up: FollowUp) -> tuple[Rate, Rate]:
    cast = follow_up.cast
    (comparison,) = what_works(cast.services, cast.as_seen_by(cast.dana), ["direct_line_given"])
    return comparison.with_it, comparison.without


def comes_back(follow_up: FollowUp, clock: Clock, kind: LeadOutcomeKind = LeadOutcomeKind.TEXTED_BACK) -> None:
    cast = follow_up.cast
    note_outcome(cast.services, cast.as_seen_by(cast.bob), LeadOutcome(follow_up.walt, kind, clock()))


@pytest.mark.parametrize(
    ("after", "counts"), [(timedelta(seconds=1), 1), (timedelta(days=7), 1), (timedelta(days=7, seconds=1), 0), (timedelta(), 0)]
)
def test_a_customer_comes_back_within_a_week(follow_up: FollowUp, clock: Clock, after: timedelta, counts: int) -> None:
    follow_up.leaves("Hi Walt call me")
    clock.wait(after.total_seconds())
    comes_back(follow_up, clock)
    assert rates(follow_up) == (Rate(0, 0), Rate(counts, 1))


def test_another_touch_of_ours_takes_the_credit_and_a_letter_of_theirs_does_not(follow_up: FollowUp, clock: Clock) -> None:
    cast = follow_up.cast
    follow_up.leaves("Hi Walt call me")
    clock.wait(60)
    bob = cast.as_seen_by(cast.bob)
    note_attempt(cast.services, bob, follow_up.walt, AttemptKind.EMAIL, clock(), direction=Direction.IN)
    clock.wait(60)
    comes_back(follow_up, clock)
    assert rates(follow_up)[1] == Rate(1, 1)
    clock.wait(60)
    follow_up.leaves("Hi Walt me again")
    clock.wait(60)
    note_attempt(cast.services, bob, follow_up.walt, AttemptKind.TEXT, clock())
    clock.wait(60)
    comes_back(follow_up, clock)
    assert rates(follow_up)[1] == Rate(1, 2)


def test_who_opts_out_has_not_come_back(follow_up: FollowUp, clock: Clock) -> None:
    follow_up.leaves("Hi Walt call me")
    clock.wait(60)
    comes_back(follow_up, clock, LeadOutcomeKind.OPTED_OUT)
    assert rates(follow_up)[1] == Rate(0, 1)


def test_a_mystery_shop_is_left_out(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    with cast.services.database.writing() as connection:
        planted = leads.take(connection, cast.store, ArrivedLead("Casey", mystery_shop=True), cast.bob)
    cast.leaves("Hi Casey call me", lead=planted)
    follow_up.leaves("Hi Walt call me")
    assert rates(follow_up)[1] == Rate(0, 1)
