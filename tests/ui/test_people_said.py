"""What people said of a verdict, as the findings draw it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coaching.domain.dispute import Answer, Answered, Dispute, DisputeId
from coaching.domain.override import Override
from coaching.domain.people import PersonId
from coaching.domain.recording import Delivery
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import Heard, Judged
from coaching.ui.people_said import NOBODY, told

MET, NOT_MET, UNSURE, NOT_COUNTED = Outcome.MET, Outcome.NOT_MET, Outcome.UNSURE, Outcome.NOT_APPLICABLE
AT = datetime(2023, 3, 3, 14, 41, tzinfo=UTC)
LATER = AT + timedelta(days=1)
HEARD = Heard(Transcript((), "en", "fake", "small"), Delivery(None, None, 0, None, 0.0, None))


def by(name: str, machine: Outcome, to: Outcome, at: datetime = AT) -> Override:
    return Override("text", machine, to, "I heard it.", PersonId(1), at, name)


def judged(machine: Outcome, *overrides: Override) -> Judged:
    card = Scorecard("1", "default", (Finding("text", machine, "About it."), Finding("name", MET, "")), (), {}, {})
    return Judged(HEARD, card, AT, overrides)


@pytest.mark.parametrize(
    ("machine", "to", "did"),
    [(UNSURE, MET, "Settled"), (NOT_MET, MET, "Overruled"), (MET, NOT_COUNTED, "Overruled"), (NOT_MET, NOT_MET, "Taken back")],
)
def test_who_did_what_and_what_the_machine_said(machine: Outcome, to: Outcome, did: str) -> None:
    said = told(judged(machine, by("Alice", machine, to)), "America/New_York")["text"]
    assert said["settled"] == f"{did} by Alice, March 3, 2023, 9:41 am"
    assert (said["machine"], said["why"]) == (machine.value, "I heard it.")


def test_the_history_has_every_word_in_order() -> None:
    answered = Answered(Answer.NOT_COUNTED, "I cannot tell.", PersonId(2), LATER, "Dana")
    disputed = Dispute(DisputeId(1), "text", NOT_MET, "I did say it.", PersonId(3), AT, "Bob", answered)
    said = told(
        replace(judged(NOT_MET, by("", NOT_MET, MET), by("Dana", NOT_MET, NOT_COUNTED, LATER)), disputes=(disputed,)), "UTC"
    )
    assert [(one["by"], one["did"], one["from"], one["to"], one["why"]) for one in said["text"]["history"]] == [
        ("somebody who has left", "overruled", "Not met", "Met", "I heard it."),
        ("Bob", "disputed", "Not met", "", "I did say it."),
        ("Dana", "overruled", "Not met", "Not counted", "I heard it."),
        ("Dana", "answered Bob and took it out of the total", "Not met", "Not counted", "I cannot tell."),
    ]
    assert [one["when"] for one in said["text"]["history"]] == ["March 3, 2023, 2:41 pm"] * 2 + ["March 4, 2023, 2:41 pm"] * 2


def test_a_dispute_is_open_until_it_is_answered() -> None:
    disputed = Dispute(DisputeId(1), "text", NOT_MET, "I did say it.", PersonId(3), AT, "Bob")
    card = replace(judged(NOT_MET), disputes=(disputed,))
    shown = told(card, "UTC")["text"]["dispute"]
    assert (shown["by"], shown["answer"]) == ("Disputed by Bob, March 3, 2023, 2:41 pm", "")
    answered = replace(disputed, answered=Answered(Answer.KEEP, "No number.", PersonId(2), LATER, "Dana"))
    shown = told(replace(card, disputes=(answered,)), "UTC")["text"]["dispute"]
    assert (shown["answer"], shown["answer_why"]) == ("Dana kept it, March 4, 2023, 2:41 pm", "No number.")


def test_only_what_may_be_disputed_offers_it() -> None:
    said = told(judged(NOT_MET), "UTC", {"text"})
    assert {criterion: one["may_dispute"] for criterion, one in said.items()} == {"text": True, "name": False}


def test_what_no_longer_holds_stands_in_the_history_only() -> None:
    said = told(judged(MET, by("Alice", NOT_MET, NOT_COUNTED)), "UTC")["text"]
    assert (said["settled"], said["machine"], len(said["history"])) == ("", "", 1)


def test_where_nobody_said_anything_there_is_nothing() -> None:
    assert told(judged(MET), "UTC")["text"] == NOBODY
