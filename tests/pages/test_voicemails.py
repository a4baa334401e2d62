from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.stand_ins import NOT_AUDIO
from tests.world import BOBS_LINE, Cast


def rows(screen: Screen) -> list[dict[str, object]]:
    return screen.told("voicemails")["rows"]


def test_each_stage_is_shown_as_what_it_is(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    cast.leaves(f"my direct line is {BOBS_LINE}", lead=cast.denise, attempt=1)
    cast.leaves(f"{NOT_AUDIO} is a document")
    worker.works()
    cast.leaves("not heard yet")
    waiting, failed, judged = rows(screen(cast.bob).open("voicemails"))
    assert (waiting["stage"], waiting["status"], waiting["score"]) == ("received", "Received, waiting", None)
    assert failed["stage"] == "failed"
    assert "not an audio recording" in str(failed["reason"])
    assert (judged["title"], judged["score"]) == ("For Denise Okafor · attempt 1", "100")
    assert judged["outcomes"] == [
        {"title": "Direct line", "short": "Direct line", "outcome": "met"},
        {"title": "New reason", "short": "New reason", "outcome": "not_applicable"},
    ]


def test_what_failed_can_be_tried_again(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves(f"{NOT_AUDIO} is a document")
    worker.works()
    bob = screen(cast.bob)
    bob.app.session_state["voicemails"] = {"retry": voicemail}
    bob.open("voicemails")
    assert rows(screen(cast.bob).open("voicemails"))[0]["stage"] == "received"


def test_a_click_opens_the_scorecard(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("hello there", lead=cast.denise)
    worker.works()
    bob = screen(cast.bob)
    bob.app.session_state["voicemails"] = {"open": voicemail}
    bob.open("voicemails")
    assert bob.app.title[0].value == "For Denise Okafor"
    assert bob.app.query_params["voicemail"] == str(voicemail)


def test_a_rep_sees_their_own_and_a_trainer_those_of_the_team(cast: Cast, screen: type[Screen]) -> None:
    cast.leaves("of bob"), cast.leaves("of charlie", rep=cast.charlie)
    assert [row["title"] for row in rows(screen(cast.bob).open("voicemails"))] == ["of bob.wav"]
    (of_the_team,) = rows(screen(cast.alice).open("voicemails"))
    assert str(of_the_team["about"]).startswith("Bob · ")
    assert len(rows(screen(cast.dana).open("voicemails"))) == 2


def test_a_search_narrows_the_list_and_says_so_when_nothing_is_left(cast: Cast, screen: type[Screen]) -> None:
    cast.leaves("about denise", lead=cast.denise), cast.leaves("about nobody")
    bob = screen(cast.bob).open("voicemails")
    bob.app.text_input(key="search").set_value("okafor").run()
    assert len(rows(bob)) == 1
    bob.app.text_input(key="search").set_value("nowhere").run()
    assert "Take a filter away" in bob.app.info[0].value


def test_a_hostile_name_is_told_as_it_is_written(cast: Cast, screen: type[Screen]) -> None:
    cast.leaves("$x$ :red[y]<")
    assert rows(screen(cast.bob).open("voicemails"))[0]["title"] == "$x$ :red[y]<.wav"


def test_one_click_says_which_lead_it_was_for(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("Hi Denise call me")
    worker.works()
    bob = screen(cast.bob)
    (row,) = rows(bob.open("voicemails"))
    assert row["leads"] == [{"id": cast.denise, "name": "Denise Okafor", "about": "2025 Honda CR-V"}]
    bob = screen(cast.bob)
    bob.app.session_state["voicemails"] = {"answer": {"id": voicemail, "lead": cast.denise}}
    bob.open("voicemails")
    worker.works()
    (row,) = rows(screen(cast.bob).open("voicemails"))
    assert (row["title"], row["leads"]) == ("For Denise Okafor", [])


def test_an_answer_that_was_not_offered_changes_nothing(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    voicemail = cast.leaves("Hello there")
    worker.works()
    bob = screen(cast.bob)
    bob.app.session_state["voicemails"] = {"answer": {"id": voicemail, "lead": cast.denise}}
    (row,) = rows(bob.open("voicemails"))
    assert row["title"] == "Hello there.wav"


def test_older_ones_are_a_page_further(cast: Cast, screen: type[Screen]) -> None:
    for number in range(53):
        cast.leaves(f"number {number}")
    bob = screen(cast.bob).open("voicemails")
    assert (len(rows(bob)), "1 to 50 of 53" in bob.text) == (50, True)
    bob.app.button(key="page_next").click().run()
    assert [row["title"] for row in rows(bob)] == ["number 2.wav", "number 1.wav", "number 0.wav"]
    assert bob.app.query_params["page"] == "2"
