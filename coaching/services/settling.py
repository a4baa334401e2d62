"""A person who listened settles what the machine was unsure of."""

from coaching.accounts.permissions import allow, may_settle
from coaching.domain.override import Override
from coaching.domain.people import MACHINE, Viewer
from coaching.domain.scorecard import Outcome, Scorecard
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError
from coaching.services.parts import Services
from coaching.storage import overrides, people, scorecards, voicemails
from coaching.storage.database import Connection

LISTENED = "Listened to the recording"
NOT_UNSURE = "This verdict is no longer unsure; it may have been judged again. Reload the page to see what it is now."
NO_ANSWER = "An unsure verdict is settled as met or as not met. Choose one of the two."


def settle(services: Services, viewer: Viewer, voicemail_id: VoicemailId, criterion_id: str, outcome: Outcome) -> None:
    """outcome: met or not met. Settling anew takes the last settlement's place. Raises NotFound, NotAllowed, CoachingError."""
    if outcome not in (Outcome.MET, Outcome.NOT_MET):
        raise CoachingError(NO_ANSWER)
    with services.database.writing() as connection:
        _allow(connection, viewer, voicemail_id)
        judged = scorecards.current_of(connection, viewer, voicemail_id)
        if judged is None or not _is_unsure(judged.scorecard, criterion_id):
            raise CoachingError(NOT_UNSURE)
        made = Override(criterion_id, Outcome.UNSURE, outcome, LISTENED, viewer.id, services.now())
        overrides.add(connection, voicemail_id, judged.scorecard, made)


def _allow(connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> None:
    voicemail = voicemails.get(connection, viewer, voicemail_id)
    rep = people.get(connection, MACHINE, voicemail.rep_id) if voicemail.rep_id else None
    allow(may_settle(viewer, rep), "settle verdicts on this voicemail")


def _is_unsure(card: Scorecard, criterion_id: str) -> bool:
    return any(finding.criterion_id == criterion_id and finding.outcome is Outcome.UNSURE for finding in card.findings)
