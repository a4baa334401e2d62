"""Disputes with their answers: appended, never changed. And how long a store lets its reps dispute."""

from sqlalchemy import Row, Select, select

from coaching.domain.dispute import DAYS_TO_DISPUTE, Answered, Dispute, DisputeId
from coaching.domain.people import StoreId
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection, add_row, set_row
from coaching.storage.tables import current, dispute, dispute_answer, dispute_settings, person, scorecard


def add(connection: Connection, voicemail_id: VoicemailId, made: Dispute) -> DisputeId:
    """Names the scorecard that is current; the id of `made` is not used."""
    card_id = select(scorecard.c.id).where(scorecard.c.voicemail_id == voicemail_id, current).scalar_subquery()
    values = {"criterion_id": made.criterion_id, "outcome": made.outcome, "reason": made.reason, "person_id": made.by}
    return DisputeId(add_row(connection, dispute, voicemail_id=voicemail_id, scorecard_id=card_id, at=made.at, **values))


def add_answer(connection: Connection, dispute_id: DisputeId, made: Answered) -> None:
    values = {"answer": made.answer, "reason": made.reason, "person_id": made.by, "at": made.at}
    add_row(connection, dispute_answer, dispute_id=dispute_id, **values)


def of_voicemail(connection: Connection, voicemail_id: VoicemailId) -> tuple[Dispute, ...]:
    """The oldest first."""
    query = _disputes().where(dispute.c.voicemail_id == voicemail_id).order_by(dispute.c.id)
    return tuple(_dispute(row) for row in connection.execute(query))


def days_of(connection: Connection, store_id: StoreId) -> int:
    kept = connection.scalar(select(dispute_settings.c.days).where(dispute_settings.c.store_id == store_id))
    return DAYS_TO_DISPUTE if kept is None else kept


def keep_days(connection: Connection, store_id: StoreId, days: int) -> None:
    set_row(connection, dispute_settings, by=("store_id",), store_id=store_id, days=days)


def _disputes() -> Select[tuple[object, ...]]:
    answerer = person.alias("answerer")
    answer = dispute_answer.c
    return (
        select(dispute, person.c.name, answer.answer, answer.reason.label("why"), answer.at.label("answered_at"))
        .add_columns(answer.person_id.label("answered_by"), answerer.c.name.label("answerer"))
        .outerjoin(person, person.c.id == dispute.c.person_id)
        .outerjoin(dispute_answer, dispute_answer.c.dispute_id == dispute.c.id)
        .outerjoin(answerer, answerer.c.id == dispute_answer.c.person_id)
    )


def _dispute(row: Row[tuple[object, ...]]) -> Dispute:
    answered = None
    if row.answer is not None:
        answered = Answered(row.answer, row.why, row.answered_by, row.answered_at, row.answerer or "")
    return Dispute(row.id, row.criterion_id, row.outcome, row.reason, row.person_id, row.at, row.name or "", answered)
