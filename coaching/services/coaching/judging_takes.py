"""The worker's job for a take: what was said instead is heard and held against its one criterion, and counts nowhere."""

from dataclasses import dataclass, replace

from coaching.audio.refusals import refusal
from coaching.domain.audit import Action
from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.job import Claim
from coaching.domain.people import MACHINE
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.session import Take, TakeVerdict
from coaching.domain.voicemail import Voicemail
from coaching.errors import AudioProblem
from coaching.follow_up.urgency import held_back
from coaching.services.auditing import note
from coaching.services.call_context import call_context
from coaching.services.follow_up.checking import claims_in
from coaching.services.judge import Judge, Listener, Report
from coaching.services.parts import Services
from coaching.storage import jobs, playlists, voicemails
from coaching.storage.database import Connection


@dataclass(frozen=True, slots=True)
class JudgeTake:
    """As a voicemail is judged: by the same listener, the same judge and what is on file about the same call."""

    services: Services
    listener: Listener
    judge: Judge

    def __call__(self, claim: Claim, report: Report) -> None:
        assert claim.take_id is not None
        with self.services.database.reading() as connection:
            take = playlists.get_take(connection, MACHINE, claim.take_id)
            instead_of = _as_said_by(connection, take)
            # It is asked about one criterion, whatever the store leaves out.
            context = replace(call_context(connection, instead_of), profile_id=DEFAULT_PROFILE)
        content = self.services.blobs.read(take.store_id, take.sha256)
        _, heard = self.listener.listen(f"take-{take.id}.wav", take.sha256, content, context, report)
        if not heard.transcript.words:
            raise refusal(AudioProblem.NO_SPEECH)
        report(1.0)
        said = heard.transcript.text
        with self.services.database.reading() as connection:
            not_on_file = claims_in(connection, instead_of, context, said)
        card = held_back(self.judge(heard.transcript, context), not_on_file)
        with self.services.database.writing() as connection:
            jobs.finish(connection, claim, self.services.now())
            playlists.keep_verdict(connection, take.id, verdict_on(card, take.criterion_id, said))
            note(self.services, connection, MACHINE, Action.JUDGED, "take", instead_of, criterion=take.criterion_id)


def verdict_on(card: Scorecard, criterion_id: str, said: str) -> TakeVerdict:
    """quote: what proves it, or what was heard too badly to say; "" where it is met by what is not said."""
    nothing = Finding(criterion_id, Outcome.NOT_APPLICABLE, "")
    finding = next((one for one in card.findings if one.criterion_id == criterion_id), nothing)
    proofs = [finding.listen] if finding.listen else finding.evidence
    return TakeVerdict(said, finding.outcome, proofs[0].quote if proofs else "", finding.explanation)


def _as_said_by(connection: Connection, take: Take) -> Voicemail:
    """In a group another rep may answer than the one who left the voicemail: it is their line that counts."""
    return replace(voicemails.get(connection, MACHINE, take.voicemail_id), rep_id=take.rep_id)
