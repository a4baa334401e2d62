from datetime import date

import pytest

from coaching.domain.attempt import LeadOutcome, LeadOutcomeKind
from coaching.domain.people import StoreId
from coaching.domain.scorecard import Outcome, ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.follow_up.drafts.occasion import NoDraft
from coaching.rubrics import load_scorer
from coaching.services.follow_up.drafting import draft_next, judge_edited
from coaching.services.follow_up.noting import note_outcome
from coaching.services.follow_up.store_facts import add_store_fact, end_store_fact, list_store_facts
from tests.services.follow_up.conftest import FollowUp
from tests.world import BOBS_LINE, Cast


def fact(store: StoreId, text: str, ends_on: date | None = None) -> StoreFact:
    return StoreFact(StoreFactId(0), store, ValueKind.ARRIVAL_OR_MATCH, text, date(2024, 10, 1), ends_on, ("CR-V",))


@pytest.fixture
def stocked(follow_up: FollowUp) -> FollowUp:
    cast = follow_up.cast
    for text in ("two CR-Vs in Urban Gray came off the truck this morning", "the rate on the CR-V dropped to 2.9 percent"):
        add_store_fact(cast.services, cast.as_seen_by(cast.dana), fact(cast.store, text))
    return follow_up


def test_the_next_voicemail_says_what_is_on_file_and_what_was_not_said_before(stocked: FollowUp) -> None:
    cast = stocked.cast
    bob = cast.as_seen_by(cast.bob)
    first = draft_next(cast.services, bob, stocked.walt, 25, load_scorer())
    assert first.meets_the_main_criteria
    assert all(word in first.draft.text for word in ("Walt", "Bob", "Fairhaven Honda", BOBS_LINE))
    assert draft_next(cast.services, bob, stocked.walt, 25, load_scorer()) == first, "asked again, it is the same"
    stocked.leaves(first.draft.text)
    second = draft_next(cast.services, bob, stocked.walt, 25, load_scorer())
    assert second.meets_the_main_criteria
    assert {reason.id for reason in first.draft.reasons}.isdisjoint(reason.id for reason in second.draft.reasons)


def test_a_draft_is_judged_anew_while_it_is_edited(stocked: FollowUp) -> None:
    cast = stocked.cast
    bob, said = cast.as_seen_by(cast.bob), "Just checking in, it is 4,321 dollars now, call me."
    edited = judge_edited(cast.services, bob, stocked.walt, said, load_scorer())
    assert edited.scorecard.finding("direct_line_given").outcome is Outcome.NOT_MET
    assert [claim.quote for claim in edited.claims] == ["4,321 dollars"]
    assert (edited.attempt, edited.judged_at) == (1, cast.services.now())
    longer = judge_edited(cast.services, bob, stocked.walt, f"{said} {said}", load_scorer())
    assert longer.seconds == pytest.approx(2 * edited.seconds)


def test_who_opted_out_gets_no_draft_and_another_rep_does_not_learn_of_the_lead(stocked: FollowUp) -> None:
    cast = stocked.cast
    with pytest.raises(NotFound):
        draft_next(cast.services, cast.as_seen_by(cast.charlie), stocked.walt, 25, load_scorer())
    gone = LeadOutcome(stocked.walt, LeadOutcomeKind.OPTED_OUT, cast.services.now())
    note_outcome(cast.services, cast.as_seen_by(cast.bob), gone)
    with pytest.raises(NoDraft):
        draft_next(cast.services, cast.as_seen_by(cast.bob), stocked.walt, 25, load_scorer())
    with pytest.raises(NoDraft):
        judge_edited(cast.services, cast.as_seen_by(cast.bob), stocked.walt, "Hi", load_scorer())


def test_store_facts_are_kept_by_those_who_coach_there(cast: Cast) -> None:
    dana, bob, erin = (cast.as_seen_by(person) for person in (cast.dana, cast.bob, cast.erin))
    fact_id = add_store_fact(cast.services, dana, fact(cast.store, "a CR-V arrived", date(2024, 10, 31)))
    (kept,) = list_store_facts(cast.services, bob, cast.store)
    assert (kept.id, kept.ends_on, kept.vehicles) == (fact_id, date(2024, 10, 31), ("CR-V",))
    with pytest.raises(NotAllowed):
        end_store_fact(cast.services, bob, cast.store, fact_id)
    with pytest.raises(NotFound):
        list_store_facts(cast.services, erin, cast.store)
    end_store_fact(cast.services, dana, cast.store, fact_id)
    assert [one.ends_on for one in list_store_facts(cast.services, bob, cast.store)] == [date(2024, 10, 6)]


def test_a_fact_without_words_or_with_its_dates_turned_round_is_refused(cast: Cast) -> None:
    dana = cast.as_seen_by(cast.dana)
    for wrong in (fact(cast.store, " "), fact(cast.store, "a CR-V arrived", date(2024, 9, 1))):
        with pytest.raises(CoachingError):
            add_store_fact(cast.services, dana, wrong)
