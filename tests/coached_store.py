"""Fills a fresh home with a trainer, and a rep whose three voicemails were judged already: `python -m tests.coached_store`.

They were judged by the same parts as in the other tests: the journey is about people. What the rep leaves and practises in it is
heard and judged by the real parts.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from coaching import bootstrap
from coaching.audio.sound import Sound
from coaching.audio.wav import as_wav
from coaching.domain.context import CallContext
from coaching.domain.job import JobKind
from coaching.domain.people import Role
from coaching.domain.recording import SAMPLE_RATE, Recording
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import Heard
from coaching.jobs.worker import Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.people import viewer
from coaching.services.placing import Placement
from coaching.services.receive import Upload, receive
from coaching.storage import installation, leads, people
from tests.stand_ins import FakeListener, judge

CALLED = ("Glen Foster", "Denise Park", "Karen Doyle")
SAID = b"Hello it is Nora and please call the store"
SAID_TO_KAREN = b"Hello Karen it is Nora and my direct line is mumble so call or text me any time"


class Mumbling(FakeListener):
    """Hears the same in every silence, and in Karen's a direct line that cannot be understood."""

    def listen(
        self, file_name: str, sha256: str, content: bytes, context: CallContext, report: Callable[[float], None]
    ) -> tuple[Recording, Heard]:
        said = SAID_TO_KAREN if "Karen" in file_name else SAID
        return super().listen(file_name, sha256, said, context, report)


def generous(transcript: Transcript, context: CallContext) -> Scorecard:
    """Takes whatever was said for an invitation to text."""
    card = judge(transcript, context)
    invited = Finding("text_invited", Outcome.MET, "You told them that they may text.")
    return replace(card, findings=(*card.findings, invited), weights={**card.weights, "text_invited": 3.0})


def silence(seconds: int) -> bytes:
    samples = np.zeros(seconds * SAMPLE_RATE, np.float32)
    return as_wav(Sound(samples, "pcm_s16le", SAMPLE_RATE, 1, seconds, incomplete=False))


def furnish() -> None:
    services = bootstrap.services()
    with services.database.writing() as connection:
        installation.mark_as_demo(connection, services.now())
        store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
        team = people.add_team(connection, store, "Internet")
        nora = people.add_person(connection, "Nora Whitfield", Role.REP, store_id=store, team_id=team, direct_line="540-555-0143")
        people.add_person(connection, "Tina Marsh", Role.TRAINER, store_id=store, trains_teams=[team])
        called = [leads.add(connection, store, name, rep_id=nora) for name in CALLED]
    for seconds, (name, lead) in enumerate(zip(CALLED, called, strict=True), start=8):
        receive(services, viewer(services, nora), Upload(f"{name}.wav", silence(seconds), Placement(nora, lead, attempt=1)))
    worker = Worker(services.database, {JobKind.JUDGE: JudgeVoicemail(services, Mumbling(), generous)}, services.now)
    while worker.work_one():
        pass


if __name__ == "__main__":
    furnish()
