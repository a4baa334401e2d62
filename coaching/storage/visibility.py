"""Who may see what, as conditions that every query of people's own things carries."""

from sqlalchemy import ColumnElement, Table, and_, false, func, or_, select, true

from coaching.domain.alert import AlertKind
from coaching.domain.people import MACHINE, Role, Viewer
from coaching.storage.tables import (
    alert,
    audit_entry,
    calibration_judge,
    calibration_round,
    calibration_voicemail,
    coached_rep,
    coaching_session,
    counted,
    kept_out_of_library,
    lead,
    person,
    practice,
    recording,
    store,
    take,
    voicemail,
)

_practised = practice.alias()  # under another name: a query that reads the table itself must not be taken for it


def stores_for(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.role is Role.ADMINISTRATOR:
        return true()
    own = {viewer.store_id} - {None}
    return store.c.id.in_(own | viewer.store_ids)


def people_for(viewer: Viewer) -> ColumnElement[bool]:
    """Themselves, and those whom they train or manage."""
    return or_(person.c.id == viewer.id, _looked_after_by(viewer))


def leads_for(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.role is Role.MANAGER:
        return lead.c.store_id.in_(viewer.store_ids)
    return true() if viewer.role is Role.ADMINISTRATOR else lead.c.rep_id.in_(select(person.c.id).where(people_for(viewer)))


def voicemails_for(viewer: Viewer) -> ColumnElement[bool]:
    """Needs `recording` among the tables of the query. What is nobody's yet is also seen by who uploaded it.

    Practice that was not submitted is there for its rep alone, whatever anybody else may see.
    """
    if viewer.id == MACHINE.id:
        return true()
    return and_(_looked_after_voicemails(viewer), or_(voicemail.c.rep_id == viewer.id, ~is_private_practice()))


def is_private_practice() -> ColumnElement[bool]:
    """Needs `voicemail` among the tables of the query."""
    return voicemail.c.id.in_(select(_practised.c.voicemail_id).where(_practised.c.submitted_at.is_(None)))


def is_practice() -> ColumnElement[bool]:
    """Practice is no message to a customer: no list, sum or report counts it, submitted or not. Needs `voicemail`."""
    return voicemail.c.id.in_(select(_practised.c.voicemail_id))


def _looked_after_voicemails(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.role is Role.ADMINISTRATOR:
        return true()
    nobodys = and_(voicemail.c.rep_id.is_(None), voicemail.c.received_from == viewer.id)
    if viewer.role is Role.MANAGER:
        return or_(recording.c.store_id.in_(viewer.store_ids), nobodys)
    return or_(voicemail.c.rep_id.in_(select(person.c.id).where(people_for(viewer))), nobodys)


def exemplars_for(viewer: Viewer) -> ColumnElement[bool]:
    """Those of the stores that they may see, from nobody who asked to be left out. Needs `recording` and `voicemail`."""
    kept_out = voicemail.c.rep_id.in_(select(kept_out_of_library.c.person_id))
    shown = and_(~func.coalesce(kept_out, false()), ~is_private_practice(), recording.c.sound_removed_at.is_(None))
    return and_(shown, recording.c.store_id.in_(select(store.c.id).where(stores_for(viewer))))


def alerts_for(viewer: Viewer) -> ColumnElement[bool]:
    """Of those whom they look after. A rep reads the own ones, but is not told of the own disputes."""
    match viewer.role:
        case Role.ADMINISTRATOR:
            return true()
        case Role.MANAGER:
            return alert.c.store_id.in_(viewer.store_ids)
        case Role.TRAINER:
            theirs = select(person.c.id).where(_looked_after_by(viewer))
            return or_(alert.c.team_id.in_(viewer.team_ids), alert.c.rep_id.in_(theirs))
        case Role.REP:
            return and_(alert.c.rep_id == viewer.id, alert.c.kind != AlertKind.DISPUTE)


def history_for(viewer: Viewer) -> ColumnElement[bool]:
    """What was done in the stores that they manage."""
    if viewer.role is Role.ADMINISTRATOR:
        return true()
    return audit_entry.c.store_id.in_(viewer.store_ids) if viewer.role is Role.MANAGER else false()


def sums_for(viewer: Viewer, table: Table) -> ColumnElement[bool]:
    """table: `counted` or one of the tallies. A rep sees their own voicemails counted, and no sums of others."""
    match viewer.role:
        case Role.ADMINISTRATOR:
            return true()
        case Role.MANAGER:
            return table.c.store_id.in_(viewer.store_ids)
        case Role.TRAINER:
            return table.c.team_id.in_(viewer.team_ids)
        case Role.REP:
            return counted.c.rep_id == viewer.id if table is counted else false()


def sessions_for(viewer: Viewer) -> ColumnElement[bool]:
    """Who held it, whom it was held for, and whoever looks after one of them."""
    if viewer.role is Role.ADMINISTRATOR:
        return true()
    if viewer.role is Role.MANAGER:
        return coaching_session.c.store_id.in_(viewer.store_ids)
    theirs = select(coached_rep.c.session_id).join(person, person.c.id == coached_rep.c.person_id).where(people_for(viewer))
    return or_(coaching_session.c.trainer_id == viewer.id, coaching_session.c.id.in_(theirs))


def rounds_for(viewer: Viewer) -> ColumnElement[bool]:
    """Who opened it, who judges in it, and who manages the store."""
    if viewer.role is Role.ADMINISTRATOR:
        return true()
    judged = select(calibration_judge.c.round_id).where(calibration_judge.c.person_id == viewer.id)
    own = or_(calibration_round.c.person_id == viewer.id, calibration_round.c.id.in_(judged))
    return or_(own, calibration_round.c.store_id.in_(viewer.store_ids)) if viewer.role is Role.MANAGER else own


def unblinded_for(viewer: Viewer) -> ColumnElement[bool]:
    """Rounds whose verdicts they may see, the machine's among them: those that are closed, or that they have finished."""
    mine = select(calibration_judge.c.round_id).where(
        calibration_judge.c.person_id == viewer.id, calibration_judge.c.finished_at.is_not(None)
    )
    return and_(rounds_for(viewer), or_(calibration_round.c.closed_at.is_not(None), calibration_round.c.id.in_(mine)))


def heard_by(viewer: Viewer) -> ColumnElement[bool]:
    """Voicemails of which they may hear the sound: also those of other teams that they are asked to judge."""
    asked = select(calibration_voicemail.c.voicemail_id).join(
        calibration_judge, calibration_judge.c.round_id == calibration_voicemail.c.round_id
    )
    in_a_round = voicemail.c.id.in_(asked.where(calibration_judge.c.person_id == viewer.id))
    return or_(voicemails_for(viewer), and_(in_a_round, ~is_private_practice()))


def takes_for(viewer: Viewer) -> ColumnElement[bool]:
    """A rep: what they said themselves, not what others of the group did. Needs `coaching_session` among the tables."""
    return take.c.rep_id == viewer.id if viewer.role is Role.REP else sessions_for(viewer)


def _looked_after_by(viewer: Viewer) -> ColumnElement[bool]:
    match viewer.role:
        case Role.ADMINISTRATOR:
            return true()
        case Role.MANAGER:
            return person.c.store_id.in_(viewer.store_ids)
        case Role.TRAINER:
            return person.c.team_id.in_(viewer.team_ids)
        case Role.REP:
            return false()
