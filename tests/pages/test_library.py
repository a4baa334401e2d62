"""The library as everybody of a store sees it, and where passages come into it."""

from typing import Any

import pytest

from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen, ExemplarId
from coaching.domain.people import PersonId, Viewer
from coaching.domain.scorecard import ValueKind
from coaching.domain.voicemail import VoicemailId
from coaching.services.coaching.library import browse, choose, is_kept_out, keep_out
from coaching.services.practice.practising import practise
from coaching.ui import sound
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast

SAID = f"Hi Denise the red one just came in call {BOBS_LINE}"  # 0.4 seconds a word
CAME_IN = Chosen("value_offered", Passage(0.8, 3.2), "Says what is new first.", ValueKind.ARRIVAL_OR_MATCH)
NUMBER = Chosen("direct_line_given", Passage(3.2, 4.0), "Slow enough to write down.", anonymous=True)


@pytest.fixture
def voicemail(cast: Cast, worker: WorkerAtHand) -> VoicemailId:
    made = cast.leaves(SAID, lead=cast.denise, attempt=1)
    worker.works()
    return made


def chosen(cast: Cast, voicemail: VoicemailId, what: Chosen = CAME_IN) -> ExemplarId:
    return choose(cast.services, cast.as_seen_by(cast.alice), voicemail, what)


def library(cast: Cast, viewer: Viewer | None = None) -> list[Chosen]:
    return [one.chosen for one in browse(cast.services, viewer or cast.as_seen_by(cast.dana))]


def labels(shown: Screen) -> list[str]:
    return [link.proto.label for link in shown.app.get("page_link")]


def test_an_exemplar_plays_the_passage_and_says_what_is_good(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    made = chosen(cast, voicemail)
    shown = screen(cast.charlie).open("library")
    told = shown.told(f"exemplar_{made}_sound")
    assert (told["url"], told["duration_s"]) == (sound.of_exemplar(made), pytest.approx(2.4))
    assert told["when_played"] is True
    assert "the red one just came in" in shown.text
    assert "Says what is new first" in shown.text
    assert "Bob · chosen by Alice" in shown.text
    assert [badge for badge in shown.text.splitlines() if "Arrival or match" in badge]


def test_nobody_but_those_who_may_open_the_voicemail_are_led_to_it(
    cast: Cast, screen: type[Screen], voicemail: VoicemailId
) -> None:
    chosen(cast, voicemail)
    assert "Whole scorecard" in labels(screen(cast.alice).open("library"))
    charlie = screen(cast.charlie).open("library")
    assert "Whole scorecard" not in labels(charlie)
    assert "/recordings/" not in charlie.text


def test_an_anonymous_one_names_nobody(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    chosen(cast, voicemail, NUMBER)
    shown = screen(cast.charlie).open("library")
    said = "\n".join(str(one.value) for kind in ("markdown", "caption") for one in shown.app.get(kind)).replace("\\", "")
    assert "A colleague · chosen by Alice" in said
    assert "call [number]" in said
    assert "Bob" not in said
    assert BOBS_LINE not in said


def test_it_is_narrowed_by_what_stands_in_the_address(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    chosen(cast, voicemail)
    chosen(cast, voicemail, NUMBER)
    assert len(screen(cast.bob).open("library").app.subheader) == 2
    assert len(screen(cast.bob).open("library", criterion="direct_line_given").app.subheader) == 1
    assert len(screen(cast.bob).open("library", kind="arrival_or_match").app.subheader) == 1
    assert "Nothing here matches" in screen(cast.bob).open("library", kind="trade_in").app.info[0].value
    assert len(screen(cast.bob).open("library", criterion="<b>", kind="<b>").app.subheader) == 2


def test_a_choice_is_kept_in_the_address(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    chosen(cast, voicemail)
    bob = screen(cast.bob).open("library")
    bob.app.selectbox(key="library_criterion").set_value("value_offered").run()
    bob.app.selectbox(key="library_kind").set_value(ValueKind.ARRIVAL_OR_MATCH).run()
    assert bob.app.query_params == {"criterion": "value_offered", "kind": "arrival_or_match"}
    bob.app.selectbox(key="library_criterion").set_value("text_invited").run()
    assert [box.label for box in bob.app.selectbox] == ["Criterion"]


@pytest.mark.parametrize(("who", "said"), [("bob", "Your trainer adds"), ("alice", "Add to the library")])
def test_an_empty_library_says_how_it_is_filled(cast: Cast, screen: type[Screen], who: str, said: str) -> None:
    assert said in screen(getattr(cast, who)).open("library").app.info[0].value


def test_another_store_has_a_library_of_its_own(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    chosen(cast, voicemail)
    shown = screen(cast.erin).open("library")
    assert "Nothing is in the library yet" in shown.text
    assert "just came in" not in shown.text


@pytest.mark.parametrize(("who", "may"), [("alice", True), ("dana", True), ("bob", False)])
def test_who_may_take_it_out_finds_a_button(
    cast: Cast, screen: type[Screen], voicemail: VoicemailId, who: str, may: bool
) -> None:
    chosen(cast, voicemail)
    shown = screen(getattr(cast, who)).open("library")
    buttons = [button for button in shown.app.button if button.label == "Take out"]
    assert bool(buttons) is may
    if may:
        buttons[0].click().run()
        assert "Nothing is in the library yet" in shown.text


def sent(cast: Cast, screen: type[Screen], voicemail: VoicemailId, who: PersonId, **told: Any) -> Screen:
    """As the form on the scorecard sends it."""
    trainer = screen(who).open("scorecard", voicemail=str(voicemail))
    trainer.app.session_state[f"exemplar_form_{voicemail}"] = {"choose": {"sent": "1", "why": "Slow.", **told}}
    trainer.app.run()
    return trainer


def test_a_trainer_adds_the_words_behind_a_verdict(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    offered = screen(cast.alice).open("scorecard", voicemail=str(voicemail)).told(f"exemplar_form_{voicemail}")
    first = offered["choices"][0]
    assert (first["id"], first["is_met"], first["kinds"]) == ("direct_line_given", True, [])
    assert first["passage"] == pytest.approx({"start_s": 3.6, "end_s": 4.0})
    done = sent(cast, screen, voicemail, cast.alice, criterion_id=first["id"], anonymous=True, kind="", **first["passage"])
    assert library(cast) == [Chosen("direct_line_given", Passage(**first["passage"]), "Slow.", anonymous=True)]
    assert done.told(f"exemplar_form_{voicemail}")["made"] == 1
    assert "1 passage of this voicemail is in the library" in labels(done)


def test_what_is_wrong_with_it_is_said(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    shown = sent(cast, screen, voicemail, cast.alice, criterion_id="value_offered", kind="luck", start_s=1, end_s=2)
    assert "Choose which kind of value it is" in shown.app.error[0].value.replace("\\", "")
    assert library(cast) == []


def test_a_rep_is_offered_no_form(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    shown = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert "For the library" not in [header.value for header in shown.app.header]


def test_a_rep_keeps_out_by_a_switch_and_the_trainer_reads_why(cast: Cast, screen: type[Screen], voicemail: VoicemailId) -> None:
    chosen(cast, voicemail)
    bob = screen(cast.bob).open("library")
    assert "Would you rather not be in the library?" in labels(bob)
    bob.open("account").app.toggle(key="kept_out_of_library_False").set_value(True).run()
    assert library(cast) == []
    assert "Nothing is in the library yet" in screen(cast.charlie).open("library").text
    trainer = screen(cast.alice).open("scorecard", voicemail=str(voicemail))
    assert "Bob asked not to be in the library" in trainer.text
    bob.app.toggle(key="kept_out_of_library_True").set_value(False).run()
    assert "Bob asked not" not in screen(cast.alice).open("scorecard", voicemail=str(voicemail)).text


def test_a_tab_that_was_open_before_writes_no_old_wish_back(cast: Cast, screen: type[Screen]) -> None:
    before = screen(cast.bob).open("account")
    screen(cast.bob).open("account").app.toggle(key="kept_out_of_library_False").set_value(True).run()
    before.app.run()
    assert is_kept_out(cast.services, cast.as_seen_by(cast.bob))
    assert before.app.toggle(key="kept_out_of_library_True").value


def test_the_switch_is_the_reps_alone(cast: Cast, screen: type[Screen]) -> None:
    assert not screen(cast.alice).open("account").app.toggle


def test_an_attempt_at_a_drill_stands_beside_an_exemplar(
    cast: Cast, screen: type[Screen], voicemail: VoicemailId, worker: WorkerAtHand
) -> None:
    made = chosen(cast, voicemail, Chosen("direct_line_given", Passage(3.2, 4.0), "Slow."))
    attempt = practise(cast.services, cast.as_seen_by(cast.charlie), "say_the_number", b"mine")
    worker.works()
    charlie = screen(cast.charlie).open("drill", drill="say_the_number")
    assert "From the library" in charlie.text
    assert charlie.told(f"practice_{attempt}_sound")["url"] == sound.of_voicemail(attempt)
    assert charlie.told(f"exemplar_{made}_sound")["url"] == sound.of_exemplar(made)
    keep_out(cast.services, cast.as_seen_by(cast.bob))
    assert "From the library" not in screen(cast.charlie).open("drill", drill="say_the_number").text


def test_a_drill_of_another_skill_shows_none(
    cast: Cast, screen: type[Screen], voicemail: VoicemailId, worker: WorkerAtHand
) -> None:
    chosen(cast, voicemail)
    practise(cast.services, cast.as_seen_by(cast.charlie), "say_the_number", b"mine")
    worker.works()
    assert "From the library" not in screen(cast.charlie).open("drill", drill="say_the_number").text
