"""A person who listened says what stands: settles what the machine was unsure of, or overrules it with a reason."""

from datetime import datetime

from coaching.accounts.permissions import allow, may_settle
from coaching.domain.override import Override
from coaching.domain.people import MACHINE, Viewer
from coaching.domain.scorecard import Outcome, Scorecard
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.errors import CoachingError
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage import overrides, people, scorecards, voicemails
from coaching.storage.database import Connection

DECIDED = "Decided what was unsure"
NOT_UNSURE = "This verdict is no longer unsure; it may have been judged again. Reload the page to see what it is now."
NO_ANSWER = "An unsure verdict is settled as met or as not met. Choose one of the two."
NO_VERDICT = "Choose what it should be: met, not met or not counted."
NO_REASON = "Say why in a few words: it is read by others, and stays in the history."
NOT_JUDGED = "This criterion is not judged here; it may have been judged again. Reload the page to see what is."
STANDS_ALREADY = "That is what it is already; somebody may have been faster. Reload the page to see who."
LONGEST_REASON = 1000  # letters; three paragraphs, and no transcript pasted


def settle(services: Services, viewer: Viewer, voicemail_id: VoicemailId, criterion_id: str, outcome: Outcome) -> None:
    """outcome: met or not met. Settling anew takes the last settlement's place. Raises NotFound, NotAllowed, CoachingError."""
    if outcome not in (Outcome.MET, Outcome.NOT_MET):
        raise CoachingError(NO_ANSWER)
    with services.database.writing() as connection:
        judged = judged_for_coach(connection, viewer, voicemail_id)
        if judged is None or not _is_unsure(judged.scorecard, criterion_id):
            raise CoachingError(NOT_UNSURE)
        made = Override(criterion_id, Outcome.UNSURE, outcome, DECIDED, viewer.id, services.now())
        overrides.add(connection, voicemail_id, judged.scorecard, made)
        note_change(services, connection, viewer, "verdict", voicemails.get(connection, viewer, voicemail_id), **told(made))


def overrule(
    services: Services, viewer: Viewer, voicemail_id: VoicemailId, criterion_id: str, outcome: Outcome, reason: str
) -> None:
    """outcome: met, not met, or not applicable, which is not counted. Raises NotFound, NotAllowed, CoachingError."""
    with services.database.writing() as connection:
        judged = judged_for_coach(connection, viewer, voicemail_id)
        if judged is None:
            raise CoachingError(NOT_JUDGED)
        made = overruling(judged, criterion_id, outcome, reason, viewer, services.now())
        overrides.add(connection, voicemail_id, judged.scorecard, made)
        note_change(services, connection, viewer, "verdict", voicemails.get(connection, viewer, voicemail_id), **told(made))


def told(made: Override) -> dict[str, str]:
    """For the history: which verdict, but not why, which is in somebody's own words."""
    return {"criterion": made.criterion_id, "before": made.from_outcome.value, "now": made.to_outcome.value}


def judged_for_coach(connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> Judged | None:
    """For somebody who may say what stands. Raises NotFound, NotAllowed."""
    voicemail = voicemails.get(connection, viewer, voicemail_id)
    rep = people.get(connection, MACHINE, voicemail.rep_id) if voicemail.rep_id else None
    allow(may_settle(viewer, rep), "settle verdicts on this voicemail")
    return scorecards.current_of(connection, viewer, voicemail_id)


def overruling(judged: Judged, criterion_id: str, outcome: Outcome, reason: str, by: Viewer, at: datetime) -> Override:
    """Raises CoachingError without a reason, and where nothing would change."""
    stands = judged.outcome_of(criterion_id)
    if stands is None:
        raise CoachingError(NOT_JUDGED)
    if outcome is Outcome.UNSURE:
        raise CoachingError(NO_VERDICT)
    if stands is outcome:
        raise CoachingError(STANDS_ALREADY)
    machine = judged.scorecard.finding(criterion_id).outcome
    return Override(criterion_id, machine, outcome, given(reason), by.id, at)


def given(reason: str) -> str:
    """As it is kept. Raises CoachingError where there is none."""
    words = " ".join(reason.split())[:LONGEST_REASON]
    if not words:
        raise CoachingError(NO_REASON)
    return words


def _is_unsure(card: Scorecard, criterion_id: str) -> bool:
    return any(finding.criterion_id == criterion_id and finding.outcome is Outcome.UNSURE for finding in card.findings)
