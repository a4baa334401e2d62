from datetime import UTC, date, datetime
from typing import Any

import pytest

from coaching.domain.lengths import LONGEST_LINE
from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.domain.voicemail import VoicemailId
from coaching.services import commenting, reading
from coaching.storage import leads, store_facts
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.stand_ins import MUMBLED, NOT_AUDIO
from tests.world import BOBS_LINE, Cast, Clock

SAID = f"Hello Denise my direct line is {BOBS_LINE} call or text me"


def test_it_shows_the_total_the_words_and_where_to_hear_them(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves(SAID, lead=cast.denise, attempt=1)
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert bob.told("summary")["shown"] == "100"
    assert bob.told("player_sound")["url"].startswith(f"/recordings/{voicemail}/")
    assert " ".join(word["text"] for word in bob.told("transcript")["words"]) == SAID
    cards = {card["id"]: card for group in bob.told("findings")["groups"] for card in group["findings"]}
    assert cards["direct_line_given"]["quotes"] == [{"text": BOBS_LINE, "start_s": 1.0, "end_s": 2.0}]


def test_a_repeated_message_stands_beside_the_one_it_repeats(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    first = cast.leaves(SAID, lead=cast.denise, attempt=1)
    worker.works()
    second = cast.leaves(SAID + " ", lead=cast.denise, attempt=2)
    worker.works()
    told = screen(cast.bob).open("scorecard", voicemail=str(second)).told("findings")
    cards = {card["id"]: card for group in told["groups"] for card in group["findings"]}
    (pair,) = cards["no_repetition"]["pairs"]
    assert pair["before"]["url"].startswith(f"/recordings/{first}/")
    assert (pair["before"]["label"], pair["before"]["start_s"]) == ("Attempt 1", 0.0)
    assert pair["now"]["end_s"] > 0


def test_while_it_is_worked_on_it_says_how_far(cast: Cast, screen: type[Screen]) -> None:
    voicemail = cast.leaves("not yet heard")
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert "Received, waiting" in bob.app.get("progress")[0].proto.text
    assert not bob.app.error


def test_what_failed_says_why_and_can_be_tried_again(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves(f"{NOT_AUDIO} is a document")
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert "not an audio recording" in bob.app.error[0].value
    next(button for button in bob.app.button if button.label == "Try again").click().run()
    assert not bob.app.error


def test_what_failed_can_be_removed(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves(f"{NOT_AUDIO} is a document")
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    next(button for button in bob.app.button if button.label == "Remove this file").click().run()
    assert bob.app.title[0].value == "Voicemails"
    assert reading.list_voicemails(cast.services, cast.as_seen_by(cast.bob)) == []


def test_putting_right_the_attempt_has_it_judged_anew(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves(SAID, lead=cast.denise, attempt=1)
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    bob.app.number_input(key=f"placement_{voicemail}_attempt").set_value(3)
    next(button for button in bob.app.button if button.label == "Save and judge again").click().run()
    read = reading.read(cast.services, cast.as_seen_by(cast.bob), voicemail)
    assert (read.voicemail.attempt, read.voicemail.lead_id) == (3, cast.denise)
    assert read.listed.progress.renewing


def test_a_new_direct_line_has_the_voicemail_judged_anew(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves(SAID, lead=cast.denise, attempt=1)
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert bob.app.text_input(key=f"main_{cast.store}").disabled
    assert bob.app.text_input(key=f"direct_{cast.bob}").max_chars == LONGEST_LINE
    bob.app.text_input(key=f"direct_{cast.bob}").set_value("240-555-0199")
    next(button for button in bob.app.button if button.label == "Save numbers and judge again").click().run()
    worker.works()
    assert screen(cast.bob).open("scorecard", voicemail=str(voicemail)).told("summary")["shown"] == "0"


@pytest.mark.parametrize("written", ["424242", "0", "-1", "x", ":red[x]", "1e3", "９", "9" * 40, "' OR 1=1"])
def test_an_address_that_leads_nowhere_says_so(cast: Cast, screen: type[Screen], written: str) -> None:
    bob = screen(cast.bob).open("scorecard", voicemail=written)
    assert not bob.app.exception
    assert bob.app.error[0].value.startswith("There is no voicemail")


def test_without_a_voicemail_it_leads_to_the_list(cast: Cast, screen: type[Screen]) -> None:
    assert "choose one" in screen(cast.bob).open("scorecard").app.error[0].value


def test_a_hostile_customer_is_only_a_name(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("![x](http://evil.example/x.png)")
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert "![" not in bob.app.title[0].value
    assert "](" not in bob.app.caption[0].value


def left_mumbling(cast: Cast, worker: WorkerAtHand) -> VoicemailId:
    voicemail = cast.leaves(f"Hello Denise my direct line is {MUMBLED}", lead=cast.denise, attempt=1)
    worker.works()
    return voicemail


def card(told: dict[str, Any], criterion_id: str) -> dict[str, Any]:
    return next(card for group in told["groups"] for card in group["findings"] if card["id"] == criterion_id)


def test_a_trainer_settles_what_was_heard_badly_with_one_click(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = left_mumbling(cast, worker)
    alice = screen(cast.alice).open("scorecard", voicemail=str(voicemail))
    assert alice.told("summary")["shown"] == "–"
    assert alice.told("findings")["may_settle"] is True
    alice.app.session_state["findings"] = {"said": {"settle": {"criterion_id": "direct_line_given", "outcome": "met"}}}
    alice.app.run()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert bob.told("summary")["shown"] == "100"
    settled = card(bob.told("findings"), "direct_line_given")
    assert settled["outcome"] == "met"
    assert settled["settled"].startswith("Settled by Alice, ")
    assert settled["listen"]["text"] == MUMBLED


def test_a_rep_is_not_asked_to_settle_their_own_verdicts_and_is_refused(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand
) -> None:
    voicemail = left_mumbling(cast, worker)
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert bob.told("findings")["may_settle"] is False
    bob.app.session_state["findings"] = {"said": {"settle": {"criterion_id": "direct_line_given", "outcome": "met"}}}
    bob.app.run()
    assert bob.app.error[0].value.startswith("You may not settle")
    assert reading.read(cast.services, cast.as_seen_by(cast.bob), voicemail).listed.score is None


def test_an_overruled_verdict_shows_the_machines_beside_it_and_its_history(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand
) -> None:
    voicemail = cast.leaves("Hello Denise, call me", lead=cast.denise, attempt=1)
    worker.works()
    alice = screen(cast.alice).open("scorecard", voicemail=str(voicemail))
    said = {"criterion_id": "direct_line_given", "outcome": "met", "why": "He says it is his."}
    alice.app.session_state["findings"] = {"said": {"overrule": said}}
    alice.app.run()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert bob.told("summary")["shown"] == "100"
    overruled = card(bob.told("findings"), "direct_line_given")
    assert (overruled["outcome"], overruled["machine"], overruled["why"]) == ("met", "not_met", "He says it is his.")
    assert overruled["settled"].startswith("Overruled by Alice, ")
    (entry,) = overruled["history"]
    assert (entry["from"], entry["to"], entry["why"]) == ("Not met", "Met", "He says it is his.")


def test_a_rep_who_overrules_themselves_is_refused(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("Hello Denise, call me", lead=cast.denise, attempt=1)
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    said = {"criterion_id": "direct_line_given", "outcome": "met", "why": "I say so."}
    bob.app.session_state["findings"] = {"said": {"overrule": said}}
    bob.app.run()
    assert bob.app.error[0].value.startswith("You may not settle")


def test_a_rep_disputes_and_the_trainers_answer_comes_back(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand, clock: Clock
) -> None:
    clock.at = datetime.now(UTC)  # the app has its own clock, and the time to dispute is limited
    voicemail = cast.leaves("Hello Denise, call me", lead=cast.denise, attempt=1)
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert card(bob.told("findings"), "direct_line_given")["may_dispute"] is True
    bob.app.session_state["findings"] = {"said": {"dispute": {"criterion_id": "direct_line_given", "why": "It is my own line."}}}
    bob.app.run()
    alice = screen(cast.alice).open("scorecard", voicemail=str(voicemail))
    disputed = card(alice.told("findings"), "direct_line_given")
    assert (disputed["dispute"]["why"], disputed["may_dispute"]) == ("It is my own line.", False)
    said = {"dispute_id": disputed["dispute"]["id"], "answer": "not_counted", "why": "Nobody can tell."}
    alice.app.session_state["findings"] = {"said": {"answer": said}}
    alice.app.run()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    answered = card(bob.told("findings"), "direct_line_given")
    assert answered["outcome"] == "not_applicable"
    assert answered["dispute"]["answer"].startswith("Alice took it out of the total")
    assert bob.told("summary")["shown"] == "–"


def test_a_comment_on_a_passage_reaches_the_rep_who_is_told_until_they_have_read_it(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand
) -> None:
    voicemail = cast.leaves("Hello Denise, call me", lead=cast.denise, attempt=1)
    worker.works()
    alice = screen(cast.alice).open("scorecard", voicemail=str(voicemail))
    post = {"text": "Say @Bob whose number it is.", "start_s": 0.4, "end_s": 1.2, "sent": "1"}
    alice.app.session_state[f"comments_{voicemail}"] = {"post": post}
    alice.app.run()
    home = screen(cast.bob)
    assert home.told("unread")["rows"][0]["unread"] == 1
    bob = home.open("scorecard", voicemail=str(voicemail))
    (thread,) = bob.told(f"comments_{voicemail}")["threads"]
    assert (thread["by"], thread["said"], thread["is_new"]) == ("Alice", "Denise, call", True)
    assert [part["text"] for part in thread["parts"] if part["mention"]] == ["@Bob"]
    assert {"title": "Comment by Alice", "outcome": "comment", **thread["passage"]} in bob.told("player_sound")["marks"]
    assert "New for you" not in screen(cast.bob).text


def test_an_answer_stands_under_its_comment(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("Hello Denise, call me", lead=cast.denise, attempt=1)
    worker.works()
    first = commenting.write_comment(cast.services, cast.as_seen_by(cast.alice), voicemail, "Slower.")
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    bob.app.session_state[f"comments_{voicemail}"] = {"post": {"text": "I will.", "thread_id": first, "sent": "1"}}
    bob.app.run()
    (thread,) = screen(cast.alice).open("scorecard", voicemail=str(voicemail)).told(f"comments_{voicemail}")["threads"]
    assert [(one["by"], one["parts"][0]["text"]) for one in thread["answers"]] == [("Bob", "I will.")]


def test_a_passage_outside_the_recording_is_told(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("Hello Denise, call me", lead=cast.denise, attempt=1)
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    bob.app.session_state[f"comments_{voicemail}"] = {"post": {"text": "Where?", "start_s": 100, "end_s": 200, "sent": "1"}}
    bob.app.run()
    assert "outside the recording" in bob.app.error[0].value


def test_from_the_second_attempt_on_it_says_what_is_still_unused(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    facts = {"vehicle": "2025 Honda CR-V", "trade_in": "2016 Subaru Forester"}
    with cast.services.database.writing() as connection:
        karen = leads.add(connection, cast.store, "Karen Doyle", rep_id=cast.bob, facts=facts)
    first, second = cast.leaves("Hello Karen", lead=karen, attempt=1), cast.leaves("Me again", lead=karen, attempt=2)
    worker.works()
    assert "Still unused" not in screen(cast.bob).open("scorecard", voicemail=str(first)).text
    shown = screen(cast.bob).open("scorecard", voicemail=str(second)).text
    assert "Still unused" in shown
    assert "**Their trade-in:** 2016 Subaru Forester" in shown
    assert "incentive" in shown


def test_what_is_said_but_not_on_file_can_be_heard_and_kept(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    arrival = StoreFact(StoreFactId(0), cast.store, ValueKind.ARRIVAL_OR_MATCH, "two Pilots came in", date(2024, 10, 1))
    with cast.services.database.writing() as connection:
        store_facts.add(connection, arrival)
    voicemail = cast.leaves("Hi Denise the CR-V is at 1.4 percent", lead=cast.denise)
    worker.works()
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    (claim,) = bob.told("claims")["claims"]
    assert (claim["text"], claim["kind"], claim["on_file"]) == ("1.4 percent", "A price or an offer", "not on file")
    assert claim["start_s"] > 0
    assert "Said, but not on file" in bob.text


def test_a_message_that_promises_nothing_has_no_such_section(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("Hi Denise call me", lead=cast.denise)
    worker.works()
    assert "not on file" not in screen(cast.bob).open("scorecard", voicemail=str(voicemail)).text
