from dataclasses import replace
from datetime import date

from coaching.domain.attempt import LeadOutcome, LeadOutcomeKind
from coaching.domain.context import CallContext
from coaching.domain.lead import LeadId
from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard, ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.domain.transcript import Transcript
from coaching.services.follow_up.lead_files import import_leads
from coaching.services.follow_up.noting import note_facts, note_outcome
from coaching.services.follow_up.store_facts import add_store_fact
from tests.pages.conftest import WorkerAtHand
from tests.pages.test_leads import LEADS
from tests.screens import Screen
from tests.stand_ins import judge
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


def test_what_a_rep_found_is_written_down_on_the_page_and_said_next(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("lead", lead=walt(cast))
    bob.app.selectbox(key="found_kind").select("found").run()
    bob.app.text_input(key="found_found").input("a white one with the tow package").run()
    assert any("“I found a white one with the tow package" in caption.value for caption in bob.app.caption)
    bob.app.button(key="found_save").click().run()
    assert not bob.app.exception
    assert "Tell them:** I found a white one with the tow package, which matches what you asked for" in bob.text


def test_a_fact_that_was_found_is_taken_back_by_saving_it_empty(cast: Cast, screen: type[Screen]) -> None:
    lead = walt(cast)
    note_facts(cast.services, cast.as_seen_by(cast.bob), LeadId(int(lead)), {"answer": "yes, it has a heated wheel"})
    bob = screen(cast.bob).open("lead", lead=lead)
    bob.app.button(key="found_save").click().run()
    assert "Nothing was changed" in bob.app.error[0].value
    bob.app.text_input(key="found_answer").input("").run()
    bob.app.button(key="found_save").click().run()
    assert "heated wheel" not in bob.text


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


def garbled_value(transcript: Transcript, context: CallContext) -> Scorecard:
    """Hears in everything something of an arrival, and nothing of it well."""
    heard = Evidence(transcript.text, 0, len(transcript.text), 0.0, 1.0)
    found = Finding("value_offered", Outcome.UNSURE, "Value.", (heard,), ValueKind.ARRIVAL_OR_MATCH, heard)
    return replace(judge(transcript, context), findings=(found,))


def test_what_was_perhaps_told_is_to_be_listened_to_and_not_offered_as_new(cast: Cast, screen: type[Screen]) -> None:
    lead, dana = walt(cast), cast.as_seen_by(cast.dana)
    arrived = StoreFact(StoreFactId(0), cast.store, ValueKind.ARRIVAL_OR_MATCH, "two CR-Vs came off the truck", date(2024, 1, 1))
    add_store_fact(cast.services, dana, arrived)
    assert "Tell them:** Two CR\\-Vs came off the truck" in screen(cast.bob).open("lead", lead=lead).text
    for attempt in (1, 2):
        second = cast.leaves(f"to sea are fees came on hour drug {attempt}", lead=LeadId(int(lead)), attempt=attempt)
    WorkerAtHand(cast, garbled_value).works()
    told = screen(cast.bob).open("lead", lead=lead).text.replace("\\", "")
    assert "Tell them:** nothing that is surely new is on file" in told
    assert "Perhaps told already, listen first: Two CR-Vs came off the truck." in told
    assert "Arrival or match. Listen to it: not every word of it is certain." in told
    assert "Perhaps told already" in screen(cast.bob).open("scorecard", voicemail=str(second)).text
