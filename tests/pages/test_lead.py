from coaching.domain.attempt import LeadOutcome, LeadOutcomeKind
from coaching.services.follow_up.lead_files import import_leads
from coaching.services.follow_up.noting import note_facts, note_outcome
from tests.pages.conftest import WorkerAtHand
from tests.pages.test_leads import LEADS
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast


def walt(cast: Cast) -> str:
    (lead_id,) = import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, LEADS).added
    return str(lead_id)


def test_a_lead_shows_what_to_say_and_by_which_line(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    lead = walt(cast)
    note_facts(cast.services, cast.as_seen_by(cast.bob), type(cast.denise)(int(lead)), {"answer": "yes, it has a heated wheel"})
    cast.leaves(f"Hi Walt my direct line is {BOBS_LINE}", lead=type(cast.denise)(int(lead)))
    worker.works()
    bob = screen(cast.bob).open("lead", lead=lead)
    assert not bob.app.exception
    assert bob.app.title[0].value == "Walt Brandt"
    assert "Yes, it has a heated wheel" in bob.text
    assert BOBS_LINE.replace("-", "\\-") in bob.text


def test_a_draft_comes_at_a_click_and_none_for_who_opted_out(cast: Cast, screen: type[Screen]) -> None:
    lead = walt(cast)
    bob = screen(cast.bob).open("lead", lead=lead)
    bob.app.button[-1].click().run(timeout=60)
    assert not bob.app.exception
    assert "what is new for them" in bob.text
    gone = LeadOutcome(type(cast.denise)(int(lead)), LeadOutcomeKind.OPTED_OUT, cast.services.now())
    note_outcome(cast.services, cast.as_seen_by(cast.bob), gone)
    bob = screen(cast.bob).open("lead", lead=lead)
    bob.app.button[-1].click().run(timeout=60)
    assert "no contact" in bob.app.error[0].value


def test_another_reps_lead_and_a_wrong_address_are_not_there(cast: Cast, screen: type[Screen]) -> None:
    lead = walt(cast)
    assert "There is no lead" in screen(cast.charlie).open("lead", lead=lead).app.error[0].value
    assert "There is no lead" in screen(cast.bob).open("lead", lead="1;drop").app.error[0].value
    assert "No lead is chosen" in screen(cast.bob).open("lead").app.info[0].value


def test_a_lead_of_which_no_time_is_known_has_no_chart(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("lead", lead=str(cast.denise))
    assert not bob.app.get("plotly_chart")
    assert "nothing to draw yet" in bob.text


def test_a_lead_with_a_time_has_one(cast: Cast, screen: type[Screen]) -> None:
    assert screen(cast.bob).open("lead", lead=walt(cast)).app.get("plotly_chart")
