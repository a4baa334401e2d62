"""What people said of a verdict, as the findings draw it."""

from datetime import UTC, datetime

import pytest

from coaching.domain.override import Override
from coaching.domain.people import PersonId
from coaching.domain.recording import Delivery
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import Heard, Judged
from coaching.ui.people_said import told

MET, NOT_MET, UNSURE, NOT_COUNTED = Outcome.MET, Outcome.NOT_MET, Outcome.UNSURE, Outcome.NOT_APPLICABLE
AT = datetime(2023, 3, 3, 14, 41, tzinfo=UTC)
HEARD = Heard(Transcript((), "en", "fake", "small"), Delivery(None, None, 0, None, 0.0, None))


def by(name: str, machine: Outcome, to: Outcome) -> Override:
    return Override("text", machine, to, "I heard it.", PersonId(1), AT, name)


def judged(machine: Outcome, *overrides: Override) -> Judged:
    card = Scorecard("1", "default", (Finding("text", machine, "About it."), Finding("name", MET, "")), (), {}, {})
    return Judged(HEARD, card, AT, overrides)


@pytest.mark.parametrize(
    ("machine", "to", "did"),
    [(UNSURE, MET, "Settled"), (NOT_MET, MET, "Overruled"), (MET, NOT_COUNTED, "Overruled"), (NOT_MET, NOT_MET, "Taken back")],
)
def test_who_did_what_and_what_the_machine_said(machine: Outcome, to: Outcome, did: str) -> None:
    said = told(judged(machine, by("Alice", machine, to)), "America/New_York")["text"]
    assert said["settled"] == f"{did} by Alice, 3 March 2023 9:41 am"
    assert (said["machine"], said["why"]) == (machine.value, "I heard it.")


def test_the_history_has_every_word_in_order() -> None:
    said = told(judged(NOT_MET, by("Alice", NOT_MET, MET), by("", NOT_MET, NOT_COUNTED)), "UTC")["text"]
    assert [(one["by"], one["from"], one["to"]) for one in said["history"]] == [
        ("Alice, 3 March 2023 2:41 pm", "not_met", "Met"),
        ("somebody who has left, 3 March 2023 2:41 pm", "not_met", "Not counted"),
    ]


def test_what_no_longer_holds_stands_in_the_history_only() -> None:
    said = told(judged(MET, by("Alice", NOT_MET, NOT_COUNTED)), "UTC")["text"]
    assert (said["settled"], said["machine"], len(said["history"])) == ("", "", 1)


def test_where_nobody_said_anything_there_is_nothing() -> None:
    assert told(judged(MET), "UTC") == {}
