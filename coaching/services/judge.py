"""The worker's main job: a recording that was received becomes a scorecard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from coaching.audio.refusals import refusal
from coaching.domain.audit import Action
from coaching.domain.context import CallContext
from coaching.domain.job import Claim
from coaching.domain.people import MACHINE
from coaching.domain.recording import Recording
from coaching.domain.scorecard import Scorecard
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import Heard, Voicemail
from coaching.errors import AudioProblem, NotFound
from coaching.follow_up.urgency import held_back
from coaching.services.auditing import note
from coaching.services.call_context import call_context
from coaching.services.follow_up.attaching import attach
from coaching.services.follow_up.checking import claims_in
from coaching.services.parts import Services
from coaching.services.placing import later_ones
from coaching.storage import jobs, scorecards, transcripts, voicemails

Judge = Callable[[Transcript, CallContext], Scorecard]
Report = Callable[[float], None]


class Listener(Protocol):
    """Hears recordings with one engine and model, whose names its transcripts carry."""

    @property
    def engine(self) -> str: ...

    @property
    def model(self) -> str: ...

    def listen(
        self, file_name: str, sha256: str, content: bytes, context: CallContext, report: Report
    ) -> tuple[Recording, Heard]:
        """context: tells which names and numbers may be said. report: takes what is done, 0 to 1.

        Raises BadAudio, TranscriptionError.
        """


@dataclass(frozen=True, slots=True)
class JudgeVoicemail:
    """Hears the recording unless this engine and model have heard it before, then judges what was said.

    Sound is kept for a while only: after that, what another engine heard is judged. Each commit shows the claim, so that a
    worker that lost its job changes nothing.
    """

    services: Services
    listener: Listener
    judge: Judge

    def __call__(self, claim: Claim, report: Report) -> None:
        with self.services.database.reading() as connection:
            voicemail = voicemails.get(connection, MACHINE, claim.voicemail_id)
            heard = transcripts.made_by(connection, voicemail.id, self.listener.engine, self.listener.model)
        heard = heard or self._heard_now_or_before(claim, voicemail, report)
        if not heard.transcript.words:
            raise refusal(AudioProblem.NO_SPEECH)
        report(1.0)
        with self.services.database.reading() as connection:
            placed = voicemails.get(connection, MACHINE, voicemail.id)
            context = call_context(connection, placed)
            not_on_file = claims_in(connection, placed, context, heard.transcript.text)
        self._keep(claim, heard, held_back(self.judge(heard.transcript, context), not_on_file))

    def _heard_now_or_before(self, claim: Claim, voicemail: Voicemail, report: Report) -> Heard:
        """Raises NotFound where the sound is gone before anybody heard it."""
        try:
            return self._listen(claim, voicemail, report)
        except NotFound:
            with self.services.database.reading() as connection:
                before = transcripts.latest(connection, voicemail.id)
            if before is None:
                raise
            return before

    def _listen(self, claim: Claim, voicemail: Voicemail, report: Report) -> Heard:
        content = self.services.blobs.read(voicemail.store_id, voicemail.sha256)
        with self.services.database.reading() as connection:
            context = call_context(connection, voicemail)
        recording, heard = self.listener.listen(voicemail.file_name, voicemail.sha256, content, context, report)
        with self.services.database.writing() as connection:
            jobs.check(connection, claim)
            voicemails.describe(connection, voicemail.id, recording)
            transcripts.add(connection, voicemail.id, heard, self.services.now())
            attach(connection, voicemails.get(connection, MACHINE, voicemail.id), heard.transcript.text)
            # Asked anew: while we listened, somebody may have moved it to another lead.
            where_it_is_now = voicemails.get(connection, MACHINE, voicemail.id)
            jobs.renew(connection, later_ones(connection, where_it_is_now), self.services.now())
        return heard

    def _keep(self, claim: Claim, heard: Heard, card: Scorecard) -> None:
        """A judgement that changes nothing supersedes nothing."""
        with self.services.database.writing() as connection:
            now = self.services.now()
            jobs.finish(connection, claim, now)
            last = scorecards.current_of(connection, MACHINE, claim.voicemail_id)
            if last is None or (last.scorecard, last.heard) != (card, heard):
                said = heard.transcript
                scorecards.add(connection, claim.voicemail_id, card, said.engine, said.model, now)
                voicemail = voicemails.get(connection, MACHINE, claim.voicemail_id)
                note(self.services, connection, MACHINE, Action.JUDGED, "scorecard", voicemail, rubric=card.rubric_version)
