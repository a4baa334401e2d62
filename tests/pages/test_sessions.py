from collections.abc import Callable
from datetime import date

import pytest

from coaching.domain.session import SessionId
from coaching.domain.voicemail import VoicemailId
from coaching.services.coaching import sessions
from coaching.services.coaching.takes import keep_take
from coaching.services.people import choose_profile
from coaching.ui import sound
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.stand_ins import NOT_AUDIO
from tests.world import BOBS_LINE, Cast

LINE = "direct_line_given"


@pytest.fixture
def session(cast: Cast) -> SessionId:
    alice = cast.as_seen_by(cast.alice)
    return sessions.open_session(cast.services, alice, "Zebra crossing", [cast.bob], cast.services.now())


@pytest.fixture
def opened(screen: type[Screen], cast: Cast, session: SessionId) -> Callable[..., Screen]:
    def open_as(who: str, page: str = "session") -> Screen:
        return screen(getattr(cast, who)).open(page, session=str(session))

    return open_as


@pytest.fixture
def voicemail(cast: Cast, session: SessionId, worker: WorkerAtHand) -> VoicemailId:
    left = cast.leaves("no number in this", lead=cast.denise, attempt=1)
    worker.works()
    sessions.put_on_playlist(cast.services, cast.as_seen_by(cast.alice), session, [left])
    return left


def press(screen: Screen, label: str) -> Screen:
    next(button for button in screen.app.button if button.label == label).click().run()
    assert not screen.app.exception
    return screen


def test_where_there_is_none_a_trainer_is_told_how_to_begin_and_a_rep_to_wait(cast: Cast, screen: type[Screen]) -> None:
    assert "Choose who takes part" in screen(cast.alice).open("sessions").text
    assert "Your trainer opens the first one" in screen(cast.bob).open("sessions").text


def test_a_trainer_opens_one_and_the_rep_finds_it_in_their_list(cast: Cast, screen: type[Screen]) -> None:
    alice = screen(cast.alice).open("sessions")
    alice.app.multiselect[0].set_value([cast.bob])
    alice.app.text_input[0].input("Your own line")
    press(alice, "Open session")
    (made,) = sessions.list_sessions(cast.services, cast.as_seen_by(cast.bob))
    assert (made.title, list(made.reps.values())) == ("Your own line", ["Bob"])
    assert made.title in {link.proto.label for link in screen(cast.bob).open("sessions").app.get("page_link")}


@pytest.mark.parametrize("page", ["session", "present"])
def test_without_one_chosen_there_is_a_hint(cast: Cast, screen: type[Screen], page: str) -> None:
    assert "No session is chosen" in screen(cast.alice).open(page).app.info[0].value


@pytest.mark.parametrize("number", ["424242", "x", "-1"])
def test_a_session_that_is_not_there_is_a_sentence(cast: Cast, screen: type[Screen], number: str) -> None:
    assert "There is no" in screen(cast.alice).open("session", session=number).app.error[0].value


@pytest.mark.parametrize("who", ["charlie", "erin"])
def test_another_team_and_another_store_do_not_learn_of_it(opened: Callable[..., Screen], who: str) -> None:
    stranger = opened(who)
    assert "There is no coaching session" in stranger.app.error[0].value
    assert "Zebra" not in stranger.text


def test_a_trainer_agrees_on_a_goal_and_takes_notes(opened: Callable[..., Screen], cast: Cast, session: SessionId) -> None:
    alice = opened("alice")
    alice.app.number_input(key="goal_wanted").set_value(3)
    alice.app.number_input(key="goal_out_of").set_value(4)
    press(alice, "Agree")
    alice.app.text_area(key=f"notes_all_{session}").input("Say it slowly")
    alice.app.text_area(key=f"notes_own_{session}").input("Was tired")
    alice.app.date_input(key=f"next_{session}").set_value(date(2024, 10, 14))
    press(alice, "Save notes")
    bob = opened("bob").text.replace("\\", "")
    assert "3 of the next 4" in bob
    assert "Say it slowly" in bob
    assert "October 14, 2024" in bob
    assert "Was tired" not in bob
    assert "Was tired" not in opened("dana").text
    assert "Too few to tell" in bob


def test_a_trainer_is_not_shown_zeros_of_a_rep_of_another_team(cast: Cast, screen: type[Screen]) -> None:
    dana = cast.as_seen_by(cast.dana)
    group = sessions.open_session(cast.services, dana, "Both", [cast.bob, cast.charlie], cast.services.now())
    sessions.agree_on_goal(cast.services, dana, group, LINE, 1, 2)
    alice, bob, dana_sees = (screen(who).open("session", session=str(group)) for who in (cast.alice, cast.bob, cast.dana))
    told = alice.text.replace("\\", "")
    assert "Bob: 0 met in 0 so far" in told
    assert "Charlie: 0 met" not in told
    assert "Not on your team: Charlie. How they do is shown to those who coach them." in told
    assert [button.proto.label for button in alice.app.get("download_button")] == ["PDF for Bob"]
    assert "Not on your team" not in bob.text + dana_sees.text
    assert "Charlie: 0 met in 0 so far" in dana_sees.text.replace("\\", "")


def test_a_goal_that_the_stores_profile_leaves_out_says_so_instead_of_a_zero(
    opened: Callable[..., Screen], cast: Cast, session: SessionId
) -> None:
    sessions.agree_on_goal(cast.services, cast.as_seen_by(cast.alice), session, "value_offered", 3, 4)
    assert "0 met in 0 so far" in opened("bob").text
    choose_profile(cast.services, cast.as_seen_by(cast.dana), cast.store, "short_and_curious")
    for who in ("alice", "bob"):
        told = opened(who).text.replace("\\", "")
        assert "The profile “Short and curious” leaves this criterion out, so it is not counted." in told
        assert "0 met in 0" not in told


def test_a_trainer_collects_by_rule(opened: Callable[..., Screen], cast: Cast, session: SessionId, worker: WorkerAtHand) -> None:
    cast.leaves(f"with {BOBS_LINE}")
    cast.leaves("without any number")
    worker.works()
    alice = opened("alice")
    alice.app.selectbox(key="rule_criterion").set_value(LINE).run()
    press(alice, "Add 1 that match")
    (line,) = sessions.read_session(cast.services, cast.as_seen_by(cast.alice), session).playlist
    assert line.voicemail.file_name == "without any .wav"
    press(alice, "Remove")
    assert sessions.read_session(cast.services, cast.as_seen_by(cast.alice), session).playlist == []


def test_the_rep_acknowledges_what_the_trainer_sent(opened: Callable[..., Screen], cast: Cast, session: SessionId) -> None:
    assert "still working on it" in opened("bob").text
    press(opened("alice"), "Send to the rep")
    press(opened("bob"), "I have read this and agree to work on it")
    assert "Acknowledged by Bob" in opened("alice").text


def test_a_rep_is_offered_nothing_to_change(opened: Callable[..., Screen], voicemail: VoicemailId) -> None:
    offered = {button.label for button in opened("bob").app.button}
    assert offered.isdisjoint({"Present", "Agree", "Drop", "Remove", "Save notes", "Send to the rep"})


def test_presenting_shows_one_criterion_at_a_time_beginning_with_the_goal(
    opened: Callable[..., Screen], cast: Cast, session: SessionId, voicemail: VoicemailId
) -> None:
    assert opened("alice", "present").told(f"stage_{voicemail}_{LINE}")["groups"][0]["findings"][0]["outcome"] == "not_met"
    alice = opened("alice", "present")
    (stage,) = alice.told(f"stage_{voicemail}_{LINE}")["groups"]
    assert [finding["id"] for finding in stage["findings"]] == [LINE]
    assert "What would you say instead?" in alice.text


@pytest.fixture
def three(cast: Cast, session: SessionId, worker: WorkerAtHand) -> list[VoicemailId]:
    """For one customer, so that whether it repeats is judged of all but the first."""
    left = [cast.leaves(f"message {attempt}", lead=cast.denise, attempt=attempt) for attempt in (1, 2, 3)]
    worker.works()
    sessions.put_on_playlist(cast.services, cast.as_seen_by(cast.alice), session, left)
    return left


def test_a_reload_goes_on_at_the_voicemail_and_the_criterion_that_were_on_the_screen(
    opened: Callable[..., Screen], cast: Cast, screen: type[Screen], three: list[VoicemailId]
) -> None:
    alice = press(press(press(opened("alice", "present"), "Next voicemail"), "Next voicemail"), "Next criterion")
    assert "Voicemail 3 of 3" in alice.text
    assert "Criterion 2 of 2" in alice.text
    reloaded = screen(cast.alice).open("present", **alice.app.query_params)
    assert "Voicemail 3 of 3" in reloaded.text
    assert "Criterion 2 of 2" in reloaded.text


def test_another_voicemail_begins_with_its_first_criterion(opened: Callable[..., Screen], three: list[VoicemailId]) -> None:
    alice = press(press(opened("alice", "present"), "Next voicemail"), "Next criterion")
    assert "Criterion 2 of 2" in alice.text
    press(alice, "Next voicemail")
    assert "Voicemail 3 of 3" in alice.text
    assert "Criterion 1 of 2" in alice.text


def test_who_looked_something_up_in_the_session_goes_on_where_they_were(
    opened: Callable[..., Screen], session: SessionId, three: list[VoicemailId]
) -> None:
    alice = press(opened("alice", "present"), "Next voicemail")
    assert "Voicemail 2 of 3" in press(alice.open("session", session=str(session)), "Present").text


@pytest.mark.parametrize("written", ["0", "x", "424242", "9" * 40])
def test_what_is_not_on_the_playlist_is_not_presented(
    cast: Cast, screen: type[Screen], session: SessionId, three: list[VoicemailId], written: str
) -> None:
    alice = screen(cast.alice).open("present", session=str(session), voicemail=written, criterion=written)
    assert not alice.app.exception
    assert "Voicemail 1 of 3" in alice.text
    assert "Criterion 1 of 1" in alice.text


def test_a_take_can_be_heard_again_where_it_was_said(
    opened: Callable[..., Screen], cast: Cast, session: SessionId, voicemail: VoicemailId
) -> None:
    take = keep_take(cast.services, cast.as_seen_by(cast.alice), session, cast.bob, voicemail, LINE, b"my own line")
    assert opened("alice", "present").told(f"take_{take}_sound")["url"] == sound.of_take(take)


def test_a_take_is_judged_on_the_criterion_on_the_screen(
    opened: Callable[..., Screen], cast: Cast, session: SessionId, voicemail: VoicemailId, worker: WorkerAtHand
) -> None:
    keep_take(cast.services, cast.as_seen_by(cast.alice), session, cast.bob, voicemail, LINE, f"at {BOBS_LINE}".encode())
    assert "Listening to what was said" in opened("alice", "present").text
    worker.works()
    for who, page in (("alice", "present"), ("bob", "session")):
        shown = opened(who, page).text.replace("\\", "")
        assert f"“{BOBS_LINE}”" in shown
        assert "green-badge[Met]" in shown
        assert "Listening" not in shown


def test_a_take_that_could_not_be_judged_is_tried_again_on_the_spot(
    opened: Callable[..., Screen], cast: Cast, session: SessionId, voicemail: VoicemailId, worker: WorkerAtHand
) -> None:
    keep_take(cast.services, cast.as_seen_by(cast.alice), session, cast.bob, voicemail, LINE, NOT_AUDIO.encode())
    worker.works()
    assert "Listening to what was said" in press(opened("alice", "present"), "Try again").text


def test_an_empty_playlist_cannot_be_presented(opened: Callable[..., Screen]) -> None:
    assert "nothing to present" in opened("alice", "present").app.info[0].value


def test_what_is_not_judged_yet_is_said_so(opened: Callable[..., Screen], cast: Cast, session: SessionId) -> None:
    waiting = cast.leaves("still waiting")
    sessions.put_on_playlist(cast.services, cast.as_seen_by(cast.alice), session, [waiting])
    assert "not been judged yet" in opened("alice", "present").app.info[0].value
