"""What is said in the demo store is said once a recording has been judged."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from coaching.domain.context import CallContext
from coaching.domain.job import JobKind
from coaching.domain.people import MACHINE
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.transcript import Transcript
from coaching.jobs.worker import Worker
from coaching.services import commenting, people, reading
from coaching.services.demo.conversation import JudgeAndTalk, talk_about
from coaching.services.demo.world import load
from coaching.services.judge import JudgeVoicemail
from coaching.services.parts import Services
from coaching.services.privacy.erasing import erase_person
from tests.stand_ins import FakeListener, judge

OURS = Path(__file__).parents[3] / "sample_audio"
LONG = " ".join(["word"] * 80)
JUDGED = ("vehicle_named", "text_invited", "no_repetition")


class Listener(FakeListener):
    """Hears as many words in every recording."""

    def listen(self, file_name, sha256, content, context, report):  # type: ignore[no-untyped-def]
        return super().listen(file_name, sha256, LONG.encode(), context, report)


def all_missed(transcript: Transcript, context: CallContext) -> Scorecard:
    missed = tuple(Finding(criterion, Outcome.NOT_MET, "Not said.") for criterion in JUDGED)
    return replace(judge(transcript, context), findings=missed)


@pytest.fixture
def talked(services: Services) -> Services:
    load(services, OURS)
    work_off(services)
    return services


def work_off(services: Services) -> None:
    judges = JudgeAndTalk(JudgeVoicemail(services, Listener(), all_missed))
    worker = Worker(services.database, {JobKind.JUDGE: judges}, services.now)
    while worker.work_one():
        pass


def test_there_are_comments_an_override_a_dispute_that_is_open_and_one_that_is_not(talked: Services) -> None:
    found = [reading.read(talked, MACHINE, one.voicemail.id) for one in reading.list_voicemails(talked, MACHINE)]
    judged = {read.voicemail.file_name: read.judged for read in found if read.judged}
    glen, joanna = judged["nora-whitfield_glen-foster_1.webm"], judged["luis-ortega_joanna-reyes_1.flac"]
    assert [(one.by_name, one.to_outcome) for one in glen.overrides] == [("Alice Moreau", Outcome.NOT_APPLICABLE)]
    assert [one.answered is not None for one in joanna.disputes] == [True]
    assert joanna.standing.finding("text_invited").outcome is Outcome.NOT_APPLICABLE
    assert [one.answered for one in judged["nora-whitfield_karen-doyle_2.ogg"].disputes] == [None]
    written = [one for read in found for one in commenting.read_comments(talked, MACHINE, read.voicemail.id).comments]
    assert len(written) == 5
    assert all(one.passage or one.thread_id for one in written)


def test_nobody_says_it_twice(talked: Services) -> None:
    karen = next(one for one in reading.list_voicemails(talked, MACHINE) if one.voicemail.file_name.endswith("karen-doyle_2.ogg"))
    before = commenting.read_comments(talked, MACHINE, karen.voicemail.id).comments
    talk_about(talked, karen.voicemail.id)
    assert commenting.read_comments(talked, MACHINE, karen.voicemail.id).comments == before


def test_who_is_no_longer_on_file_says_nothing(services: Services, caplog: pytest.LogCaptureFixture) -> None:
    load(services, OURS)
    alice = next(person for person in people.everybody(services) if person.name == "Alice Moreau")
    erase_person(services, MACHINE, alice.id)
    work_off(services)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    found = [reading.read(services, MACHINE, one.voicemail.id) for one in reading.list_voicemails(services, MACHINE)]
    glen = next(read for read in found if read.voicemail.file_name == "nora-whitfield_glen-foster_1.webm")
    assert glen.judged is not None
    assert glen.judged.overrides == ()
