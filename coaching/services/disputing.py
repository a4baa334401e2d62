"""A rep disputes a verdict on their own voicemail; whoever coaches them answers: keep it, change it, or do not count it."""

from datetime import timedelta

from coaching.accounts.permissions import allow, may_change_store
from coaching.domain.dispute import BECOMES, DISPUTABLE, Answer, Answered, Dispute, DisputeId, is_within
from coaching.domain.people import StoreId, Viewer
from coaching.domain.voicemail import Judged, Voicemail, VoicemailId
from coaching.errors import CoachingError, NotFound
from coaching.services import alerting
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.services.settling import NOT_JUDGED, given, judged_for_coach, overruling
from coaching.storage import disputes, overrides, people, practices, scorecards, voicemails
from coaching.storage.database import Connection

MOST_DAYS = 365
TOO_LATE = "This verdict can no longer be disputed: it is too old, or was disputed before. Talk to your trainer about it."
ANSWERED = "This dispute was answered already. Reload the page to see by whom."
UNUSABLE_DAYS = f"Choose between 0 and {MOST_DAYS} days."


def disputable(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> frozenset[str]:
    """The criteria whose verdicts the viewer may dispute now; none unless the voicemail is their own. Raises NotFound."""
    with services.database.reading() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        judged = scorecards.current_of(connection, viewer, voicemail_id)
        if judged is None or voicemail.rep_id != viewer.id:
            return frozenset()
        return _open_to_dispute(services, connection, voicemail, judged)


def dispute(services: Services, viewer: Viewer, voicemail_id: VoicemailId, criterion_id: str, reason: str) -> None:
    """Raises NotFound, NotAllowed, CoachingError."""
    with services.database.writing() as connection:
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        allow(voicemail.rep_id == viewer.id, "dispute verdicts on somebody else's voicemail")
        judged = scorecards.current_of(connection, viewer, voicemail_id)
        if judged is None:
            raise CoachingError(NOT_JUDGED)
        if criterion_id not in _open_to_dispute(services, connection, voicemail, judged):
            raise CoachingError(TOO_LATE)
        outcome = judged.standing.finding(criterion_id).outcome
        made = Dispute(DisputeId(0), criterion_id, outcome, given(reason), viewer.id, services.now())
        alerting.note_dispute(connection, voicemail, disputes.add(connection, voicemail_id, made), made)
        note_change(services, connection, viewer, "dispute", voicemail, criterion=criterion_id, stood=outcome.value)


def answer(
    services: Services, viewer: Viewer, voicemail_id: VoicemailId, dispute_id: DisputeId, said: Answer, reason: str
) -> None:
    """What it changes is an override, with the same reason. Raises NotFound, NotAllowed, CoachingError."""
    with services.database.writing() as connection:
        judged, now = judged_for_coach(connection, viewer, voicemail_id), services.now()
        if judged is None:
            raise CoachingError(NOT_JUDGED)
        disputed = next((one for one in judged.disputes if one.id == dispute_id), None)
        if disputed is None:
            raise NotFound("dispute", dispute_id)
        if disputed.answered:
            raise CoachingError(ANSWERED)
        alerting.settle_dispute(connection, dispute_id)
        disputes.add_answer(connection, dispute_id, Answered(said, given(reason), viewer.id, now))
        becomes = BECOMES[said]
        if becomes is not None and judged.outcome_of(disputed.criterion_id) not in (becomes, None):
            made = overruling(judged, disputed.criterion_id, becomes, reason, viewer, now)
            overrides.add(connection, voicemail_id, judged.scorecard, made)
        voicemail = voicemails.get(connection, viewer, voicemail_id)
        note_change(
            services, connection, viewer, "dispute_answered", voicemail, criterion=disputed.criterion_id, answer=said.value
        )


def days_to_dispute(services: Services, viewer: Viewer, store_id: StoreId) -> int:
    """Raises NotFound."""
    with services.database.reading() as connection:
        return disputes.days_of(connection, people.get_store(connection, viewer, store_id).id)


def change_days(services: Services, viewer: Viewer, store_id: StoreId, days: int) -> None:
    """0 closes it. Raises NotFound, NotAllowed, CoachingError."""
    if not 0 <= days <= MOST_DAYS:
        raise CoachingError(UNUSABLE_DAYS)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_change_store(viewer, store), "change how long verdicts are disputed")
        disputes.keep_days(connection, store_id, days)
        note_change(services, connection, viewer, "days_to_dispute", store, days=days)


def _open_to_dispute(services: Services, connection: Connection, voicemail: Voicemail, judged: Judged) -> frozenset[str]:
    if practices.of_voicemail(connection, voicemail.id):  # of practice nothing counts, so there is nothing to put right
        return frozenset()
    window, now = timedelta(days=disputes.days_of(connection, voicemail.store_id)), services.now()
    return frozenset(
        finding.criterion_id
        for finding in judged.standing.findings
        if finding.outcome in DISPUTABLE
        and is_within(window, judged.stands_since(finding.criterion_id), now)
        and not judged.is_disputed(finding.criterion_id)
    )
