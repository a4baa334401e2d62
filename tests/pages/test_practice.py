import pytest

from coaching.domain.voicemail import VoicemailId
from coaching.services.practice.practising import practise, submit
from coaching.ui import sound
from coaching.ui.screens import SCREENS
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast

DRILL = "say_the_number"


@pytest.fixture
def attempt(cast: Cast, worker: WorkerAtHand) -> VoicemailId:
    made = practise(cast.services, cast.as_seen_by(cast.bob), DRILL, f"zebra {BOBS_LINE}".encode())
    worker.works()
    return made


def press(screen: Screen, label: str) -> Screen:
    next(button for button in screen.app.button if button.label == label).click().run()
    assert not screen.app.exception
    return screen


def badges(screen: Screen) -> str:
    return screen.text.replace("\\", "")


def test_a_rep_finds_every_drill_and_is_told_that_nobody_watches(cast: Cast, screen: type[Screen]) -> None:
    shown = screen(cast.bob).open("practice")
    assert len(shown.app.subheader) == 4
    assert "Nobody hears it" in shown.text
    assert "not tried yet" in shown.text


def test_a_drill_shows_the_made_up_lead_and_what_is_asked(cast: Cast, screen: type[Screen]) -> None:
    shown = badges(screen(cast.bob).open("drill", drill="new_reason"))
    assert "Dale Hutchins" in shown
    assert "What they heard in message 2" in shown
    assert "The reason is new" in shown


def test_without_a_drill_or_with_an_unknown_one_there_is_a_sentence(cast: Cast, screen: type[Screen]) -> None:
    assert "No drill is chosen" in screen(cast.bob).open("drill").app.info[0].value
    assert "There is no drill" in screen(cast.bob).open("drill", drill="x").app.error[0].value


def test_attempts_are_shown_first_best_and_latest(
    cast: Cast, screen: type[Screen], attempt: VoicemailId, worker: WorkerAtHand
) -> None:
    practise(cast.services, cast.as_seen_by(cast.bob), DRILL, b"no line")
    worker.works()
    headings = [one.value for one in screen(cast.bob).open("drill", drill=DRILL).app.subheader]
    assert headings[1:] == ["Latest", "Best and first"]


def test_an_attempt_can_be_heard_where_it_is_listed(cast: Cast, screen: type[Screen], attempt: VoicemailId) -> None:
    shown = screen(cast.bob).open("drill", drill=DRILL)
    assert shown.told(f"practice_{attempt}_sound")["url"] == sound.of_voicemail(attempt)


def test_a_rep_submits_and_the_trainer_finds_it_marked_as_practice(
    cast: Cast, screen: type[Screen], attempt: VoicemailId
) -> None:
    assert "Nobody has submitted" in screen(cast.alice).open("practice").text
    press(screen(cast.bob).open("drill", drill=DRILL), "Submit to your trainer")
    assert "2 of 4 goals" in screen(cast.alice).open("practice").text
    card = screen(cast.alice).open("scorecard", voicemail=str(attempt))
    assert "It counts in no figure" in badges(card)
    assert card.app.title[0].value.startswith("Practice")


def test_on_the_scorecard_a_rep_sees_that_it_is_theirs_alone(cast: Cast, screen: type[Screen], attempt: VoicemailId) -> None:
    card = screen(cast.bob).open("scorecard", voicemail=str(attempt))
    assert "Only you see this" in card.text
    assert "Comments" not in [one.value for one in card.app.header]
    assert "Whose voicemail is it?" not in card.text
    assert "Practice again" in [link.proto.label for link in card.app.get("page_link")]
    press(card, "Submit to your trainer")


@pytest.mark.parametrize("who", ["alice", "dana", "abe", "charlie", "erin"])
def test_no_page_shows_it_to_anybody_else(cast: Cast, screen: type[Screen], attempt: VoicemailId, who: str) -> None:
    tab = screen(getattr(cast, who))
    for page in SCREENS:
        if page.is_for(cast.as_seen_by(getattr(cast, who))):
            shown = tab.open(page.name, voicemail=str(attempt), drill=DRILL).text
            assert "zebra" not in shown, page.name
            assert "practice-say" not in shown, page.name
            assert "Best" not in shown, page.name


@pytest.mark.parametrize("who", ["alice", "dana", "abe", "charlie", "erin"])
def test_its_scorecard_is_there_for_nobody_else(cast: Cast, screen: type[Screen], attempt: VoicemailId, who: str) -> None:
    card = screen(getattr(cast, who)).open("scorecard", voicemail=str(attempt))
    assert "There is no voicemail" in card.app.error[0].value


def test_what_was_submitted_is_nothing_to_another_team(cast: Cast, screen: type[Screen], attempt: VoicemailId) -> None:
    submit(cast.services, cast.as_seen_by(cast.bob), attempt)
    shown = screen(cast.charlie).open("practice")
    assert "Bob: " not in "\n".join(link.proto.label for link in shown.app.get("page_link"))
