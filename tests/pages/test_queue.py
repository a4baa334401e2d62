from datetime import UTC, datetime

import pytest

from coaching.services import commenting
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.stand_ins import MUMBLED
from tests.world import BOBS_LINE, Cast, Clock


@pytest.fixture(autouse=True)
def today(clock: Clock) -> None:
    clock.at = datetime.now(UTC)  # the app has its own clock, and the queue looks a month back


def test_it_begins_with_what_waits_longest_for_a_person_and_says_why(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand
) -> None:
    missed = cast.leaves("call me back")
    mumbled = cast.leaves(f"my direct line is {MUMBLED}", lead=cast.denise, attempt=1)
    worker.works()
    alice = screen(cast.alice).open("queue")
    assert alice.told(f"queue_{mumbled}_sound")["url"].startswith(f"/recordings/{mumbled}/")
    assert "To be settled" in alice.text
    (decide,) = alice.told(f"queue_findings_{mumbled}")["groups"]
    assert [finding["id"] for finding in decide["findings"]] == ["direct_line_given"]
    (after,) = alice.told("queue_next")["rows"]
    assert (after["id"], after["why"][0]) == (missed, "0 of 100 is among the lowest.")


def test_next_goes_on_and_what_is_settled_stays_in_sight_until_then(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand
) -> None:
    missed = cast.leaves("call me back")
    mumbled = cast.leaves(f"my direct line is {MUMBLED}")
    worker.works()
    alice = screen(cast.alice).open("queue")
    settle = {"said": {"settle": {"criterion_id": "direct_line_given", "outcome": "met"}}}
    alice.app.session_state[f"queue_findings_{mumbled}"] = settle
    alice.app.run()
    assert alice.told(f"queue_{mumbled}_sound")
    assert "To be settled" not in alice.text
    alice.app.session_state["queue_current"] = missed
    alice.app.run()
    assert alice.told(f"queue_{missed}_sound")


def test_a_comment_is_written_from_the_queue(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    missed = cast.leaves("call me back")
    worker.works()
    alice = screen(cast.alice).open("queue")
    alice.app.session_state[f"comments_{missed}"] = {"post": {"text": "Say whose line it is.", "sent": "1"}}
    alice.app.run()
    (comment,) = commenting.read_comments(cast.services, cast.as_seen_by(cast.bob), missed).comments
    assert comment.text == "Say whose line it is."


def test_where_nothing_waits_it_says_so(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    assert "Nothing waits for you" in screen(cast.alice).open("queue").app.success[0].value
    for number in range(10):  # no longer new
        cast.leaves(f"{number} my direct line is {BOBS_LINE}")
    worker.works()
    assert "Nothing waits for you" in screen(cast.alice).open("queue").app.success[0].value


def test_what_has_gone_to_another_team_is_not_shown(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    other = cast.leaves("call me back", rep=cast.charlie)
    own = cast.leaves("call me back today")
    worker.works()
    alice = screen(cast.alice)
    alice.app.session_state["queue_current"] = other
    alice.open("queue")
    assert alice.told(f"queue_{own}_sound")
