import pytest

from coaching.domain.lead import LeadId
from coaching.services import reading
from tests.pages.conftest import WorkerAtHand
from tests.pages.test_lead import walt
from tests.pages.test_lead_notes import press
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast


@pytest.fixture
def lead(cast: Cast) -> str:
    return walt(cast)


def drafted(screen: type[Screen], cast: Cast, lead: str) -> Screen:
    bob = screen(cast.bob).open("lead", lead=lead)
    press(bob, "Write a draft")
    return bob


def test_an_edited_wording_is_judged_anew_with_what_is_not_on_file(lead: str, cast: Cast, screen: type[Screen]) -> None:
    bob = drafted(screen, cast, lead)
    words = bob.app.text_area(key=f"draft_{lead}")
    assert BOBS_LINE in words.value
    words.set_value("Just checking in. It is 4,321 dollars. Call me.").run()
    assert "You changed it since it was judged" in bob.text
    press(bob, "Judge this wording")
    assert "You changed it" not in bob.text
    assert "does not meet all four main criteria" in bob.text
    assert "“4,321 dollars” is not on file" in bob.text.replace("\\", "")
    assert "judged today" in bob.text
    assert bob.told(f"prompter_{lead}")["text"].startswith("Just checking in")


def test_a_take_becomes_the_next_attempt_and_stands_beside_the_one_before(
    lead: str, cast: Cast, screen: type[Screen], worker: WorkerAtHand
) -> None:
    cast.leaves("Hi Walt call me", lead=LeadId(int(lead)), attempt=1)
    worker.works()
    bob = drafted(screen, cast, lead)
    take = f"Hi Walt my direct line is {BOBS_LINE}".encode()
    bob.app.audio_input(key=f"take_{lead}_0").set_value(("take.wav", take, "audio/wav")).run(timeout=60)
    press(bob, "Send as attempt 2")
    kept = reading.list_voicemails(cast.services, cast.as_seen_by(cast.bob))
    assert {(one.voicemail.lead_id, one.voicemail.attempt, one.rep_name) for one in kept} == {
        (int(lead), 1, "Bob"),
        (int(lead), 2, "Bob"),
    }
    assert bob.app.audio_input[0].value is None, "what was sent is not offered again"
    worker.works()
    bob.app.run(timeout=60)
    assert {metric.label: metric.value for metric in bob.app.metric} == {"The one before": "0", "This one": "100"}


def test_a_trainer_reads_the_words_but_does_not_record_in_the_reps_name(lead: str, cast: Cast, screen: type[Screen]) -> None:
    alice = screen(cast.alice).open("lead", lead=lead)
    press(alice, "Write a draft")
    assert alice.told(f"prompter_{lead}")["seconds"] > 0
    assert not alice.app.audio_input
    assert "the voice counts as theirs" in alice.text
