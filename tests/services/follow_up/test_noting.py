from datetime import timedelta

import pytest

from coaching.domain.attempt import AttemptKind, LeadOutcome, LeadOutcomeKind
from coaching.errors import CoachingError, NotFound, UnknownName
from coaching.services.follow_up.lead_page import read_lead
from coaching.services.follow_up.noting import note_attempt, note_facts, note_outcome, refuse_calls
from tests.services.follow_up.conftest import FollowUp


def test_a_wish_for_no_contact_becomes_the_leads_own(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    now = cast.services.now()
    note_outcome(cast.services, cast.as_seen_by(cast.bob), LeadOutcome(follow_up.walt, LeadOutcomeKind.OPTED_OUT, now))
    page = read_lead(cast.services, cast.as_seen_by(cast.bob), follow_up.walt)
    assert page.lead.consent.opted_out_at == now
    assert page.timeline.outcomes[0].kind is LeadOutcomeKind.OPTED_OUT


def test_a_refusal_of_calls_is_kept(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    refuse_calls(cast.services, cast.as_seen_by(cast.bob), follow_up.walt, cast.services.now())
    page = read_lead(cast.services, cast.as_seen_by(cast.bob), follow_up.walt)
    assert page.lead.consent.call_refused_at == cast.services.now()


def test_what_was_prepared_becomes_the_first_reason_and_can_be_taken_back(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    bob = cast.as_seen_by(cast.bob)
    note_facts(cast.services, bob, follow_up.walt, {"answer": "yes, the steering wheel is heated", "greeting": "in a hurry"})
    card = read_lead(cast.services, bob, follow_up.walt).card
    assert card.say
    assert card.say.said == "Yes, the steering wheel is heated."
    assert card.their_greeting == "in a hurry"
    note_facts(cast.services, bob, follow_up.walt, {"answer": " "})
    assert read_lead(cast.services, bob, follow_up.walt).card.say is None


def test_a_fact_that_nobody_asks_for_is_refused(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    with pytest.raises(UnknownName, match="trade_offer"):
        note_facts(cast.services, cast.as_seen_by(cast.bob), follow_up.walt, {"shoe_size": "9"})


def test_what_is_still_to_come_cannot_be_noted(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    tomorrow = cast.services.now() + timedelta(days=1)
    with pytest.raises(CoachingError, match="still to come"):
        note_attempt(cast.services, cast.as_seen_by(cast.bob), follow_up.walt, AttemptKind.CALL, tomorrow)


def test_nobody_notes_anything_on_a_lead_they_may_not_see(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    charlie, now = cast.as_seen_by(cast.charlie), cast.services.now()
    with pytest.raises(NotFound):
        note_attempt(cast.services, charlie, follow_up.walt, AttemptKind.CALL, now)
    with pytest.raises(NotFound):
        note_outcome(cast.services, charlie, LeadOutcome(follow_up.walt, LeadOutcomeKind.SOLD, now))
    with pytest.raises(NotFound):
        note_facts(cast.services, charlie, follow_up.walt, {"answer": "no"})
