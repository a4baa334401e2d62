"""Calibration rounds: opened, judged blind, closed, and settled by agreement."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coaching.accounts.permissions import allow, may_change_store
from coaching.domain.calibration import BY_PEOPLE, CalibrationRound, Gold, RoundId, Verdict
from coaching.domain.context import CallContext
from coaching.domain.lengths import LONGEST_TITLE
from coaching.domain.people import MACHINE, Person, PersonId, Role, Store, StoreId, Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.errors import CoachingError, NotFound, refuse_longer
from coaching.rubrics import load_rubric
from coaching.services.auditing import note_change
from coaching.services.call_context import call_context
from coaching.services.parts import Services
from coaching.storage import calibrations, people, transcripts, voicemails
from coaching.storage.database import Connection

JUDGES = (Role.TRAINER, Role.MANAGER)
NO_TITLE = "Give the round a title, so that everybody finds it again."
NOTHING_CHOSEN = "Choose at least one voicemail, one criterion and one judge."
OTHER_STORE = "This voicemail belongs to another store. A round is about the voicemails of one store."
NOT_TO_JUDGE = "This round is not yours to judge, or you have finished it. Reload the page to see what it is now."
UNKNOWN_ANSWER = "A judge says met, not met or does not apply. Choose one of the three."
UNFINISHED = "There are {left} verdicts left. Give each of them, then finish."
STILL_BLIND = "Agree when everybody has finished, so that nobody is led by it."


@dataclass(frozen=True, slots=True)
class Heard:
    """One voicemail of a round: what is on file about the call, and what was heard. Not what the machine made of it."""

    voicemail: Voicemail
    context: CallContext
    text: str


@dataclass(frozen=True, slots=True)
class RoundPage:
    """verdicts: those that the viewer may see now. may_close: whether the viewer may end it for all."""

    round: CalibrationRound
    store: Store
    voicemails: Sequence[Heard]
    verdicts: Sequence[Verdict]
    gold: Sequence[Gold]
    may_close: bool


def possible_judges(services: Services, viewer: Viewer, store_id: StoreId) -> Sequence[Person]:
    """The trainers and managers of the store, also those of other teams. Raises NotFound, NotAllowed."""
    with services.database.reading() as connection:
        _allow_to_open(connection, viewer, store_id)
        everybody = people.listed(connection, MACHINE)
    return [person for person in everybody if person.store_id == store_id and person.role in JUDGES]


def open_round(
    services: Services,
    viewer: Viewer,
    store_id: StoreId,
    title: str,
    *,
    voicemail_ids: Collection[VoicemailId],
    criterion_ids: Collection[str],
    judge_ids: Collection[PersonId],
) -> RoundId:
    """Raises NotFound, NotAllowed, CoachingError."""
    if not title.strip():
        raise CoachingError(NO_TITLE)
    refuse_longer("A title", title.strip(), LONGEST_TITLE)
    if not (voicemail_ids and criterion_ids and judge_ids):
        raise CoachingError(NOTHING_CHOSEN)
    known = {person.id for person in possible_judges(services, viewer, store_id)}
    if strangers := set(judge_ids) - known:
        raise NotFound("trainer or manager", min(strangers))
    in_order = [criterion.id for criterion in load_rubric().criteria if criterion.id in criterion_ids]
    with services.database.writing() as connection:
        for voicemail_id in voicemail_ids:
            if voicemails.get(connection, viewer, voicemail_id).store_id != store_id:
                raise CoachingError(OTHER_STORE)
        round_id = calibrations.add(
            connection,
            store_id,
            viewer.id,
            title.strip(),
            services.now(),
            criterion_ids=in_order,
            voicemail_ids=voicemail_ids,
            judge_ids=judge_ids,
        )
        note_change(services, connection, viewer, "opened", calibrations.get(connection, MACHINE, round_id))
        return round_id


def list_rounds(services: Services, viewer: Viewer) -> Sequence[CalibrationRound]:
    """The latest first."""
    with services.database.reading() as connection:
        return calibrations.listed(connection, viewer)


def read_round(services: Services, viewer: Viewer, round_id: RoundId) -> RoundPage:
    """Raises NotFound."""
    with services.database.reading() as connection:
        found = calibrations.get(connection, viewer, round_id)
        return RoundPage(
            found,
            people.get_store(connection, MACHINE, found.store_id),
            [_heard(connection, voicemail_id) for voicemail_id in found.voicemail_ids],
            calibrations.verdicts(connection, viewer, round_id),
            calibrations.gold(connection, viewer, round_id),
            found.closed_at is None and _runs(viewer, found),
        )


def judge_voicemail(
    services: Services, viewer: Viewer, round_id: RoundId, voicemail_id: VoicemailId, outcomes: Mapping[str, Outcome]
) -> None:
    """outcomes: by criterion id. Raises NotFound, CoachingError."""
    if set(outcomes.values()) - set(BY_PEOPLE):
        raise CoachingError(UNKNOWN_ANSWER)
    with services.database.writing() as connection:
        found = _to_judge(connection, viewer, round_id)
        if voicemail_id not in found.voicemail_ids or set(outcomes) - set(found.criterion_ids):
            raise NotFound("voicemail of this round", voicemail_id)
        calibrations.judge(connection, round_id, viewer.id, voicemail_id, outcomes)
        note_change(services, connection, viewer, "judged", found, voicemail=voicemail_id)


def finish(services: Services, viewer: Viewer, round_id: RoundId) -> None:
    """The last who finishes closes the round. Raises NotFound, CoachingError."""
    with services.database.writing() as connection:
        found = _to_judge(connection, viewer, round_id)
        given = sum(one.judge_id == viewer.id for one in calibrations.verdicts(connection, viewer, round_id))
        left = len(found.voicemail_ids) * len(found.criterion_ids) - given
        if left:
            raise CoachingError(UNFINISHED.format(left=left))
        calibrations.finish(connection, round_id, viewer.id, services.now())
        note_change(services, connection, viewer, "finished", found)
        if {*found.finished, viewer.id} == set(found.judges):
            calibrations.close(connection, round_id, services.now())


def close_round(services: Services, viewer: Viewer, round_id: RoundId) -> None:
    """Whoever has not finished is left out from now on. Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        found = calibrations.get(connection, viewer, round_id)
        allow(_runs(viewer, found), "close this calibration round")
        if found.closed_at is None:
            calibrations.close(connection, round_id, services.now())
            note_change(services, connection, viewer, "closed", found)


def agree_on(services: Services, viewer: Viewer, round_id: RoundId, agreed: Collection[Gold]) -> None:
    """Keeps verdicts as gold: labelled cases by which the machine is measured. Raises NotFound, CoachingError."""
    with services.database.writing() as connection:
        found = calibrations.get(connection, viewer, round_id)
        if found.closed_at is None:
            raise CoachingError(STILL_BLIND)
        for one in agreed:
            if one.outcome not in BY_PEOPLE:
                raise CoachingError(UNKNOWN_ANSWER)
            if one.voicemail_id not in found.voicemail_ids or one.criterion_id not in found.criterion_ids:
                raise NotFound("voicemail of this round", one.voicemail_id)
            calibrations.agree(connection, round_id, one, viewer.id, services.now())
        note_change(services, connection, viewer, "agreed", found, verdicts=len(agreed))


def _heard(connection: Connection, voicemail_id: VoicemailId) -> Heard:
    """Judges are asked about voicemails of other teams too."""
    voicemail = voicemails.get(connection, MACHINE, voicemail_id)
    text = transcripts.latest_text(connection, voicemail_id) or ""
    return Heard(voicemail, call_context(connection, voicemail), text)


def _to_judge(connection: Connection, viewer: Viewer, round_id: RoundId) -> CalibrationRound:
    found = calibrations.get(connection, viewer, round_id)
    if not found.is_to_judge(viewer.id):
        raise CoachingError(NOT_TO_JUDGE)
    return found


def _runs(viewer: Viewer, found: CalibrationRound) -> bool:
    return found.opened_by == viewer.id or viewer.role in (Role.MANAGER, Role.ADMINISTRATOR)


def _allow_to_open(connection: Connection, viewer: Viewer, store_id: StoreId) -> None:
    allow(may_change_store(viewer, people.get_store(connection, viewer, store_id)), "open a calibration round in this store")
