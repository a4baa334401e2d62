"""Calibration rounds. What a judge may not see yet does not leave the database."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, Select, delete, insert, or_, select, update

from coaching.domain.calibration import CalibrationRound, Gold, RoundId, Verdict
from coaching.domain.people import MACHINE, PersonId, StoreId, Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.errors import NotFound
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import (
    blind_verdict,
    calibration_judge,
    calibration_round,
    calibration_voicemail,
    current,
    finding,
    gold_verdict,
    person,
    scorecard,
)
from coaching.storage.visibility import rounds_for, unblinded_for


def add(
    connection: Connection,
    store_id: StoreId,
    opened_by: PersonId,
    title: str,
    opened_at: datetime,
    *,
    criterion_ids: Sequence[str],
    voicemail_ids: Collection[VoicemailId],
    judge_ids: Collection[PersonId],
) -> RoundId:
    values = {"title": title, "opened_at": opened_at, "criterion_ids": list(criterion_ids)}
    round_id = RoundId(add_row(connection, calibration_round, store_id=store_id, person_id=opened_by, **values))
    for position, voicemail_id in enumerate(dict.fromkeys(voicemail_ids)):
        place = {"round_id": round_id, "voicemail_id": voicemail_id, "position": position}
        connection.execute(insert(calibration_voicemail).values(**place))
    for judge_id in dict.fromkeys(judge_ids):
        connection.execute(insert(calibration_judge).values(round_id=round_id, person_id=judge_id))
    return round_id


def get(connection: Connection, viewer: Viewer, round_id: RoundId) -> CalibrationRound:
    found = _with_parts(connection, select(calibration_round).where(calibration_round.c.id == round_id, rounds_for(viewer)))
    if not found:
        raise NotFound("calibration round", round_id)
    return found[0]


def listed(connection: Connection, viewer: Viewer) -> Sequence[CalibrationRound]:
    """The latest first."""
    query = select(calibration_round).where(rounds_for(viewer))
    return _with_parts(connection, query.order_by(calibration_round.c.opened_at.desc(), calibration_round.c.id.desc()))


def judge(
    connection: Connection, round_id: RoundId, judge_id: PersonId, voicemail_id: VoicemailId, outcomes: Mapping[str, Outcome]
) -> None:
    """In place of what the judge said of these criteria before."""
    this = {"round_id": round_id, "person_id": judge_id, "voicemail_id": voicemail_id}
    mine = [blind_verdict.c[name] == key for name, key in this.items()]
    connection.execute(delete(blind_verdict).where(*mine, blind_verdict.c.criterion_id.in_(outcomes)))
    for criterion_id, outcome in outcomes.items():
        connection.execute(insert(blind_verdict).values(**this, criterion_id=criterion_id, outcome=outcome))


def finish(connection: Connection, round_id: RoundId, judge_id: PersonId, at: datetime) -> None:
    mine = (calibration_judge.c.round_id == round_id, calibration_judge.c.person_id == judge_id)
    connection.execute(update(calibration_judge).where(*mine).values(finished_at=at))


def close(connection: Connection, round_id: RoundId, at: datetime) -> None:
    connection.execute(update(calibration_round).where(calibration_round.c.id == round_id).values(closed_at=at))


def verdicts(connection: Connection, viewer: Viewer, round_id: RoundId) -> Sequence[Verdict]:
    """The viewer's own; once the round is open to them also those of all who have finished, and the machine's."""
    shown = select(calibration_round.c.id).where(unblinded_for(viewer))
    done = calibration_judge.c.finished_at.is_not(None) & blind_verdict.c.round_id.in_(shown)
    query = (
        select(blind_verdict)
        .join(
            calibration_judge,
            (calibration_judge.c.round_id == blind_verdict.c.round_id)
            & (calibration_judge.c.person_id == blind_verdict.c.person_id),
        )
        .where(blind_verdict.c.round_id == round_id, or_(blind_verdict.c.person_id == viewer.id, done))
        .order_by(blind_verdict.c.person_id, blind_verdict.c.voicemail_id, blind_verdict.c.criterion_id)
    )
    by_people = [Verdict(row.voicemail_id, row.criterion_id, row.person_id, row.outcome) for row in connection.execute(query)]
    return [*by_people, *_of_machine(connection, viewer, round_id)]


def agree(connection: Connection, round_id: RoundId, agreed: Gold, person_id: PersonId, at: datetime) -> None:
    """In place of what was agreed on before."""
    this = {"round_id": round_id, "voicemail_id": agreed.voicemail_id, "criterion_id": agreed.criterion_id}
    connection.execute(delete(gold_verdict).where(*(gold_verdict.c[name] == key for name, key in this.items())))
    connection.execute(insert(gold_verdict).values(**this, outcome=agreed.outcome, person_id=person_id, at=at))


def gold(connection: Connection, viewer: Viewer, round_id: RoundId) -> Sequence[Gold]:
    query = (
        select(gold_verdict)
        .join(calibration_round, calibration_round.c.id == gold_verdict.c.round_id)
        .where(gold_verdict.c.round_id == round_id, unblinded_for(viewer))
        .order_by(gold_verdict.c.voicemail_id, gold_verdict.c.criterion_id)
    )
    return [Gold(row.voicemail_id, row.criterion_id, row.outcome) for row in connection.execute(query)]


def _of_machine(connection: Connection, viewer: Viewer, round_id: RoundId) -> list[Verdict]:
    """As it judges today, whatever people settled."""
    query = (
        select(scorecard.c.voicemail_id, finding.c.criterion_id, finding.c.outcome, calibration_round.c.criterion_ids)
        .join(finding, finding.c.scorecard_id == scorecard.c.id)
        .join(calibration_voicemail, calibration_voicemail.c.voicemail_id == scorecard.c.voicemail_id)
        .join(calibration_round, calibration_round.c.id == calibration_voicemail.c.round_id)
        .where(calibration_round.c.id == round_id, current, unblinded_for(viewer))
        .order_by(calibration_voicemail.c.position, finding.c.position)
    )
    rows = connection.execute(query)
    return [
        Verdict(row.voicemail_id, row.criterion_id, MACHINE.id, row.outcome)
        for row in rows
        if row.criterion_id in row.criterion_ids
    ]


def _with_parts(connection: Connection, query: Select[tuple[object, ...]]) -> list[CalibrationRound]:
    return [_round(connection, row) for row in connection.execute(query).all()]


def _round(connection: Connection, row: Row[tuple[object, ...]]) -> CalibrationRound:
    judges = (
        select(calibration_judge, person.c.name)
        .join(person, person.c.id == calibration_judge.c.person_id)
        .where(calibration_judge.c.round_id == row.id)
        .order_by(person.c.name, person.c.id)
    )
    asked = connection.execute(judges).all()
    its_voicemails = select(calibration_voicemail.c.voicemail_id).where(calibration_voicemail.c.round_id == row.id)
    return CalibrationRound(
        row.id,
        row.store_id,
        row.title,
        row.person_id,
        row.opened_at,
        tuple(row.criterion_ids),
        tuple(connection.scalars(its_voicemails.order_by(calibration_voicemail.c.position))),
        {one.person_id: one.name for one in asked},
        {one.person_id: one.finished_at for one in asked if one.finished_at is not None},
        row.closed_at,
    )
