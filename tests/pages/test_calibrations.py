from collections.abc import Callable, Iterator
from typing import Any

import pytest

from coaching.domain.calibration import RoundId
from coaching.domain.people import PersonId, Role
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.services.coaching import calibration
from coaching.storage import people
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast

LINE = "direct_line_given"
MET, NOT_MET = Outcome.MET, Outcome.NOT_MET


@pytest.fixture
def frank(cast: Cast) -> PersonId:
    with cast.services.database.writing() as connection:
        return people.add_person(connection, "Frank", Role.TRAINER, store_id=cast.store, trains_teams=[cast.other_team])


@pytest.fixture
def voicemails(cast: Cast, worker: WorkerAtHand) -> list[VoicemailId]:
    left = [cast.leaves(f"one {BOBS_LINE}", lead=cast.denise, attempt=1), cast.leaves("two without", lead=cast.denise, attempt=2)]
    worker.works()
    return left


@pytest.fixture
def round_id(cast: Cast, frank: PersonId, voicemails: list[VoicemailId]) -> RoundId:
    return calibration.open_round(
        cast.services,
        cast.as_seen_by(cast.dana),
        cast.store,
        "October",
        voicemail_ids=voicemails,
        criterion_ids=[LINE],
        judge_ids=[cast.alice, frank],
    )


@pytest.fixture
def opened(screen: type[Screen], round_id: RoundId) -> Callable[[PersonId], Screen]:
    return lambda who: screen(who).open("calibration", round=str(round_id))


def judge(cast: Cast, who: PersonId, round_id: RoundId, *outcomes: Outcome) -> None:
    viewer = cast.as_seen_by(who)
    ids = calibration.read_round(cast.services, viewer, round_id).round.voicemail_ids
    for voicemail_id, outcome in zip(ids, outcomes, strict=True):
        calibration.judge_voicemail(cast.services, viewer, round_id, voicemail_id, {LINE: outcome})
    calibration.finish(cast.services, viewer, round_id)


def press(screen: Screen, label: str) -> Screen:
    next(button for button in screen.app.button if button.label.startswith(label)).click().run()
    assert not screen.app.exception
    return screen


def everything(screen: Screen) -> str:
    """Every message that reached the browser's main part, whatever element it draws."""
    return "\n".join(_messages(screen.app.main)).replace("\\", "")


def _messages(block: Any) -> Iterator[str]:
    for child in block.children.values():
        yield str(child.proto)
        yield from _messages(child) if hasattr(child, "children") else ()


def test_a_trainer_who_has_not_finished_is_shown_nobodys_verdict_nor_the_machines(
    cast: Cast, frank: PersonId, round_id: RoundId, opened: Callable[[PersonId], Screen], screen: type[Screen]
) -> None:
    judge(cast, frank, round_id, NOT_MET, NOT_MET)
    seen = opened(cast.alice)
    assert not seen.app.exception
    shown = everything(seen)
    for secret in ("the machine", "kappa", "Cohen", "Fleiss", "Frank"):
        assert secret not in shown
    assert seen.app.radio[0].value is None
    assert "1 of 2 finished" not in everything(screen(cast.alice).open("calibrations"))


def test_one_judges_one_after_another_and_finishes(cast: Cast, round_id: RoundId, opened: Callable[[PersonId], Screen]) -> None:
    alice = opened(cast.alice)
    alice.app.radio[0].set_value(MET)
    press(alice, "Save and go on")
    assert "1 of 2 judged" in everything(alice)
    assert alice.app.selectbox[0].value == 1
    alice.app.radio[0].set_value(NOT_MET)
    press(alice, "Save and go on")
    press(alice, "Finish")
    assert "Still judging: Frank" in alice.text.replace("\\", "")
    page = calibration.read_round(cast.services, cast.as_seen_by(cast.alice), round_id)
    assert [one.outcome for one in page.verdicts if one.judge_id == cast.alice] == [MET, NOT_MET]


def test_the_manager_waits_until_all_have_finished_or_closes_it(
    cast: Cast, frank: PersonId, round_id: RoundId, opened: Callable[[PersonId], Screen]
) -> None:
    judge(cast, frank, round_id, NOT_MET, NOT_MET)
    dana = opened(cast.dana)
    assert "Who differs from whom" not in everything(dana)
    press(dana, "Close it without the rest")
    assert "Who differs from whom" in everything(dana)
    assert "cannot be computed" in str(dana.app.table[0].value)


def test_where_judges_differ_they_agree_and_it_is_kept_as_gold(
    cast: Cast, frank: PersonId, round_id: RoundId, opened: Callable[[PersonId], Screen]
) -> None:
    judge(cast, cast.alice, round_id, MET, NOT_MET)
    judge(cast, frank, round_id, MET, MET)
    alice = opened(cast.alice)
    assert "1 judged differently" in everything(alice)
    table = alice.app.table[1].value
    assert table["Between"].tolist()[0] == "Alice and Frank"
    press(alice, "Keep the 1 on which all were alike")
    alice.app.get("button_group")[0].set_value(NOT_MET).run()
    assert not alice.app.exception
    page = calibration.read_round(cast.services, cast.as_seen_by(frank), round_id)
    assert [(one.voicemail_id, one.outcome) for one in page.gold] == [(1, MET), (2, NOT_MET)]


def test_a_manager_opens_one(cast: Cast, frank: PersonId, voicemails: list[VoicemailId], screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("calibrations")
    assert "There is no round yet" in everything(dana)
    dana.app.text_input(key="round_title").input("November")
    press(dana, "Open round")
    (made,) = calibration.list_rounds(cast.services, cast.as_seen_by(cast.dana))
    assert (made.title, set(made.judges.values())) == ("November", {"Alice", "Dana", "Frank"})
    assert set(made.voicemail_ids) == set(voicemails)


@pytest.mark.parametrize("number", ["424242", "x"])
def test_a_round_that_is_not_there_is_a_sentence(cast: Cast, screen: type[Screen], number: str) -> None:
    assert "There is no" in screen(cast.alice).open("calibration", round=number).app.error[0].value


def test_without_one_chosen_there_is_a_hint(cast: Cast, screen: type[Screen]) -> None:
    assert "No round is chosen" in screen(cast.alice).open("calibration").app.info[0].value


def test_another_stores_manager_does_not_learn_of_it(cast: Cast, opened: Callable[[PersonId], Screen]) -> None:
    stranger = opened(cast.erin)
    assert "There is no calibration round" in stranger.app.error[0].value
    assert "October" not in everything(stranger)
