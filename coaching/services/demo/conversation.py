"""What the people of the demo store say to each other about its recordings."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coaching.domain.comment import Passage
from coaching.domain.dispute import Answer
from coaching.domain.job import Claim
from coaching.domain.people import MACHINE, Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.errors import CoachingError
from coaching.services import commenting, disputing, people, reading, settling
from coaching.services.demo import library, practice
from coaching.services.judge import JudgeVoicemail, Report
from coaching.services.parts import Services

CONVERSATION = Path(__file__).parent / "conversation.toml"

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JudgeAndTalk:
    """The worker's job in the demo store: nobody can say or show anything of a verdict before it is there."""

    judge: JudgeVoicemail

    def __call__(self, claim: Claim, report: Report) -> None:
        self.judge(claim, report)
        talk_about(self.judge.services, claim.voicemail_id)
        library.choose_from(self.judge.services, claim.voicemail_id)
        practice.submit_some(self.judge.services, claim.voicemail_id)


def talk_about(services: Services, voicemail_id: VoicemailId) -> None:
    """Once: where somebody has said anything, nothing is added. Who was taken off the demo store's staff says nothing."""
    read = reading.read(services, MACHINE, voicemail_id)
    if read.judged is None or _is_talked_about(services, read.judged, voicemail_id):
        return
    staff = {person.name: people.viewer(services, person.id) for person in people.everybody(services)}
    told: Entry = tomllib.loads(CONVERSATION.read_text(encoding="utf-8"))
    about_this = {kind: [one for one in told[kind] if one["recording"] == read.voicemail.file_name] for kind in told}
    said = {kind: [one for one in entries if _speakers(one) <= staff.keys()] for kind, entries in about_this.items()}
    with suppress(CoachingError):  # another engine may have heard and judged it otherwise; then there is less to say
        for entry in said["comment"]:
            _comment(services, entry, staff, voicemail_id)
        for entry in said["overrule"]:
            outcome, by = Outcome(entry["to"]), staff[entry["by"]]
            settling.overrule(services, by, voicemail_id, entry["criterion"], outcome, entry["reason"])
        for entry in said["dispute"]:
            _dispute(services, entry, staff, voicemail_id)


def _speakers(entry: Entry) -> set[str]:
    return {one["by"] for one in (entry, entry.get("answer")) if one}


def _is_talked_about(services: Services, judged: Judged, voicemail_id: VoicemailId) -> bool:
    written = commenting.read_comments(services, MACHINE, voicemail_id).comments
    return bool(written or judged.overrides or judged.disputes)


def _comment(services: Services, entry: Entry, staff: Mapping[str, Viewer], voicemail_id: VoicemailId) -> None:
    passage = Passage(entry["start_s"], entry["end_s"])
    thread_id = commenting.write_comment(services, staff[entry["by"]], voicemail_id, entry["text"], passage)
    if answer := entry.get("answer"):
        commenting.write_comment(services, staff[answer["by"]], voicemail_id, answer["text"], thread_id=thread_id)


def _dispute(services: Services, entry: Entry, staff: Mapping[str, Viewer], voicemail_id: VoicemailId) -> None:
    disputing.dispute(services, staff[entry["by"]], voicemail_id, entry["criterion"], entry["reason"])
    if answer := entry.get("answer"):
        judged = reading.read(services, MACHINE, voicemail_id).judged
        assert judged is not None
        dispute_id = judged.disputes[-1].id
        by, said = staff[answer["by"]], Answer(answer["answer"])
        disputing.answer(services, by, voicemail_id, dispute_id, said, answer["reason"])
