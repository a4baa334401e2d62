from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coaching.domain.assignment import Asked, AssignmentId
from coaching.domain.people import PersonId
from coaching.services.coaching.assignments import give, list_assignments, withdraw
from coaching.services.coaching.sessions import open_session
from coaching.services.people import choose_profile
from coaching.services.practice.practising import practise, submit
from coaching.storage.tables import assignment
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.stand_ins import judge_texts_too
from tests.world import BOBS_LINE, Cast

LINE, DRILL = Asked(2, criterion_id="direct_line_given"), Asked(3, drill_id="say_the_number")
NOTE = "zebra: slowly, as to somebody with a pen"


def assign(cast: Cast, asked: Asked = LINE, in_days: int = 7, reps: tuple[PersonId, ...] = ()) -> AssignmentId:
    """The pages ask the real clock, the services of a test their own."""
    cast.services.now.at = datetime.now(UTC) - timedelta(hours=1)  # type: ignore[attr-defined]
    today = datetime.now(ZoneInfo("America/New_York")).date()
    return give(cast.services, cast.as_seen_by(cast.dana), reps or [cast.bob], asked, today + timedelta(days=in_days), NOTE)


def press(screen: Screen, label: str) -> Screen:
    next(button for button in screen.app.button if button.label == label).click().run()
    assert not screen.app.exception
    return screen


def badges(screen: Screen) -> str:
    return "\n".join(one.value for one in screen.app.markdown).replace("\\", "")


def bars(screen: Screen) -> list[str]:
    return [one.proto.text.replace("\\", "") for one in screen.app.get("progress")]


def links(screen: Screen) -> list[str]:
    return [link.proto.label for link in screen.app.get("page_link")]


def test_without_any_there_is_a_sentence(cast: Cast, screen: type[Screen]) -> None:
    assert screen(cast.bob).open("assignments").app.info[0].value == "Nothing has been assigned yet."
    assert screen(cast.alice).open("assignments").app.info[0].value == "Nothing has been assigned yet."


def test_a_trainer_gives_a_drill(cast: Cast, screen: type[Screen]) -> None:
    shown = screen(cast.alice).open("assignments")
    shown.app.multiselect(key="assign_reps_0").set_value([cast.bob])
    shown.app.number_input(key="assign_times_0").set_value(3)
    shown.app.text_area(key="assign_note_0").set_value(NOTE)
    press(shown, "Give")
    assert "Say the number so that it can be written down" in shown.text
    assert bars(shown) == ["Bob: 0 of 3"]
    (line,) = list_assignments(cast.services, cast.as_seen_by(cast.bob))
    assert (line.assignment.asked, line.assignment.note, line.assignment.trainer_name) == (DRILL, NOTE, "Alice")


def test_a_trainer_asks_for_voicemails_from_a_link_that_proposes_the_rep(cast: Cast, screen: type[Screen]) -> None:
    shown = screen(cast.alice).open("assignments", reps=f"{cast.bob},{cast.charlie},x")
    assert shown.app.multiselect(key="assign_reps_0").value == [cast.bob]
    shown.app.radio(key="assign_kind_0").set_value("Voicemails to customers").run()
    shown.app.selectbox(key="assign_criterion_0").set_value("direct_line_given")
    press(shown, "Give")
    (line,) = list_assignments(cast.services, cast.as_seen_by(cast.bob))
    assert line.assignment.asked == Asked(5, criterion_id="direct_line_given")


def test_a_link_may_propose_what_the_rep_misses(cast: Cast, screen: type[Screen]) -> None:
    shown = screen(cast.alice).open("assignments", reps=str(cast.bob), criterion="text_invited")
    press(shown, "Give")
    (line,) = list_assignments(cast.services, cast.as_seen_by(cast.bob))
    assert line.assignment.asked == Asked(5, criterion_id="text_invited")


def test_nobody_chosen_is_a_sentence_and_keeps_what_was_typed(cast: Cast, screen: type[Screen]) -> None:
    shown = screen(cast.alice).open("assignments")
    shown.app.text_area(key="assign_note_0").set_value(NOTE)
    press(shown, "Give")
    assert shown.app.error[0].value.startswith("Choose at least one rep")
    assert shown.app.text_area(key="assign_note_0").value == NOTE


def test_the_rep_reads_on_the_start_page_what_is_due_and_where_to_do_it(cast: Cast, screen: type[Screen]) -> None:
    assign(cast, DRILL, in_days=0)
    home = screen(cast.bob).open("home")
    assert "Assigned to you" in [one.value for one in home.app.header]
    assert "Due soon" in badges(home)
    assert "Practice this" in links(home)
    assert "due today" in home.text
    assert "zebra" in home.text


def test_overdue_is_said_to_both(cast: Cast, screen: type[Screen]) -> None:
    assign(cast, in_days=0)
    _passes(cast, days=3)
    assert "Overdue" in badges(screen(cast.bob).open("home"))
    assert "Assignments: 1 overdue" in links(screen(cast.alice).open("home"))
    assert "red-badge" in badges(screen(cast.alice).open("assignments"))


def test_what_the_stores_profile_leaves_out_by_now_says_so_and_blames_nobody(cast: Cast, screen: type[Screen]) -> None:
    assign(cast, Asked(2, criterion_id="value_offered"), in_days=0)
    _passes(cast, days=3)
    choose_profile(cast.services, cast.as_seen_by(cast.dana), cast.store, "short_and_curious")
    why = "The profile “Short and curious” leaves this criterion out, so it is not counted."
    for who, page in ((cast.bob, "home"), (cast.bob, "assignments"), (cast.alice, "assignments")):
        shown = screen(who).open(page)
        assert why in [one.value.replace("\\", "") for one in shown.app.info]
        assert bars(shown) == []
        assert "Overdue" not in badges(shown)
    assert "Assignments: 1 overdue" not in links(screen(cast.alice).open("home"))
    assert "Bob: 0 of 2" in badges(press(screen(cast.alice).open("assignments"), "Withdraw"))
    assert why in screen(cast.alice).open("assignments").text.replace("\\", "")


def test_it_is_done_by_itself_and_both_see_it(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    assign(cast)
    cast.leaves(f"one {BOBS_LINE}")
    worker.works()
    assert bars(screen(cast.alice).open("assignments")) == ["Bob: 1 of 2"]
    cast.leaves(f"two {BOBS_LINE}")
    worker.works()
    shown = screen(cast.alice).open("assignments")
    assert [one.value for one in shown.app.header] == ["Ended"]
    assert "Bob: 2 of 2" in badges(shown)
    assert "Done" in badges(screen(cast.bob).open("home"))


def test_what_only_the_rep_knows_is_on_their_page_alone_until_they_submit_it(cast: Cast, screen: type[Screen]) -> None:
    assign(cast, Asked(2, drill_id="invite_a_text"))
    cast.services.now.wait(60)  # type: ignore[attr-defined]
    before = {who: everything(screen(getattr(cast, who))) for who in ("alice", "dana", "abe")}
    bob = cast.as_seen_by(cast.bob)
    made = practise(cast.services, bob, "invite_a_text", f"text me {BOBS_LINE}".encode())
    WorkerAtHand(cast, judge_texts_too).works()
    shown = screen(cast.bob).open("assignments")
    assert "1 more attempt of yours reached every goal, and only you know" in shown.app.info[0].value
    assert bars(shown) == ["0 of 2 submitted"]
    assert {who: everything(screen(getattr(cast, who))) for who in ("alice", "dana", "abe")} == before
    submit(cast.services, bob, made)
    assert bars(screen(cast.alice).open("assignments")) == ["Bob: 1 of 2"]
    assert list(screen(cast.bob).open("assignments").app.info) == []


def everything(screen: Screen) -> tuple[str, list[str], str, list[str]]:
    """Of the two pages that tell of assignments."""
    there = screen.open("assignments")
    told = there.text, bars(there)
    home = screen.open("home")
    return *told, home.text, links(home)


def test_what_was_withdrawn_is_no_longer_asked_and_stays_in_sight(cast: Cast, screen: type[Screen]) -> None:
    assign(cast)
    shown = press(screen(cast.alice).open("assignments"), "Withdraw")
    assert "Withdrawn" in badges(shown)
    bob = screen(cast.bob)
    assert "Assigned to you" not in [one.value for one in bob.open("home").app.header]
    assert "Withdrawn" in badges(bob.open("assignments"))


def test_a_rep_is_offered_nothing_to_give_or_withdraw_and_sees_no_colleague(cast: Cast, screen: type[Screen]) -> None:
    assign(cast, reps=(cast.bob, cast.charlie))
    shown = screen(cast.bob).open("assignments")
    assert {button.label for button in shown.app.button}.isdisjoint({"Give", "Withdraw"})
    assert bars(shown) == ["0 of 2 met"]


@pytest.mark.parametrize("who", ["charlie", "erin"])
def test_others_see_nothing_of_it(cast: Cast, screen: type[Screen], who: str) -> None:
    given = assign(cast)
    withdraw(cast.services, cast.as_seen_by(cast.dana), given)
    assign(cast)
    tab = screen(getattr(cast, who))
    for page in ("assignments", "home"):
        assert "zebra" not in tab.open(page).text


def test_from_a_session_the_way_leads_to_its_reps(cast: Cast, screen: type[Screen]) -> None:
    held = open_session(cast.services, cast.as_seen_by(cast.alice), "Line", [cast.bob], cast.services.now())
    assert "Give an assignment" in links(screen(cast.alice).open("session", session=str(held)))
    assert "Give an assignment" not in links(screen(cast.bob).open("session", session=str(held)))


def _passes(cast: Cast, days: int) -> None:
    """Its day and when it was given, for the pages' clock is the real one."""
    with cast.services.database.writing() as connection:
        before = timedelta(days=days)
        given = connection.execute(assignment.select()).one()
        connection.execute(assignment.update().values(due_on=given.due_on - before, given_at=given.given_at - before))
