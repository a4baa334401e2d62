"""The library of a store: passages to learn from, and who does not want to be among them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Row, Select, delete, select

from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen, Exemplar, ExemplarId
from coaching.domain.people import PersonId, Viewer
from coaching.domain.scorecard import ValueKind
from coaching.domain.voicemail import VoicemailId
from coaching.errors import NotFound
from coaching.storage.database import Connection, add_row, set_row
from coaching.storage.tables import exemplar, kept_out_of_library, person, recording, voicemail
from coaching.storage.tables.library import LONGEST_TEXT
from coaching.storage.visibility import exemplars_for, is_practice, voicemails_for

_maker = person.alias()


def add(
    connection: Connection,
    voicemail_id: VoicemailId,
    chosen: Chosen,
    text: str,
    beeps: Sequence[tuple[float, float]],
    by: PersonId,
    at: datetime,
) -> ExemplarId:
    return ExemplarId(
        add_row(
            connection,
            exemplar,
            voicemail_id=voicemail_id,
            criterion_id=chosen.criterion_id,
            kind=chosen.kind,
            start_s=chosen.passage.start_s,
            end_s=chosen.passage.end_s,
            text=text[:LONGEST_TEXT],
            beeps=[list(beep) for beep in beeps],
            why=chosen.why,
            anonymous=chosen.anonymous,
            person_id=by,
            added_at=at,
        )
    )


def get(connection: Connection, viewer: Viewer, exemplar_id: ExemplarId) -> Exemplar:
    row = connection.execute(_exemplars(viewer).where(exemplar.c.id == exemplar_id)).one_or_none()
    if row is None:
        raise NotFound("exemplar", exemplar_id)
    return _exemplar(row, viewer)


def listed(
    connection: Connection,
    viewer: Viewer,
    *,
    criteria: Collection[str] | None = None,
    kind: ValueKind | None = None,
    voicemail_id: VoicemailId | None = None,
) -> Sequence[Exemplar]:
    """The newest first. Of some criteria, a kind of value, a voicemail; None takes nothing away."""
    query = _exemplars(viewer).order_by(exemplar.c.id.desc())
    if criteria is not None:
        query = query.where(exemplar.c.criterion_id.in_(criteria))
    if kind is not None:
        query = query.where(exemplar.c.kind == kind)
    if voicemail_id is not None:
        query = query.where(exemplar.c.voicemail_id == voicemail_id)
    return [_exemplar(row, viewer) for row in connection.execute(query)]


def remove(connection: Connection, exemplar_id: ExemplarId) -> None:
    connection.execute(delete(exemplar).where(exemplar.c.id == exemplar_id))


def remove_of_voicemails(connection: Connection, voicemail_ids: Collection[VoicemailId]) -> None:
    connection.execute(delete(exemplar).where(exemplar.c.voicemail_id.in_(voicemail_ids)))


def keep_out(connection: Connection, rep_id: PersonId, since: datetime) -> int:
    """How many of theirs went."""
    if not is_kept_out(connection, rep_id):
        set_row(connection, kept_out_of_library, person_id=rep_id, since=since)
    theirs = select(voicemail.c.id).where(voicemail.c.rep_id == rep_id)
    return connection.execute(delete(exemplar).where(exemplar.c.voicemail_id.in_(theirs))).rowcount


def let_in(connection: Connection, rep_id: PersonId) -> None:
    connection.execute(delete(kept_out_of_library).where(kept_out_of_library.c.person_id == rep_id))


def is_kept_out(connection: Connection, rep_id: PersonId) -> bool:
    query = select(kept_out_of_library.c.person_id).where(kept_out_of_library.c.person_id == rep_id)
    return connection.execute(query).one_or_none() is not None


def _exemplars(viewer: Viewer) -> Select[tuple[object, ...]]:
    more = (
        recording.c.store_id,
        person.c.name.label("rep_name"),
        _maker.c.name.label("by_name"),
        voicemail.c.rep_id.label("rep_id"),
        is_practice().label("is_practice"),
        voicemails_for(viewer).label("may_open"),
    )
    return (
        select(exemplar, *more)
        .join(voicemail, voicemail.c.id == exemplar.c.voicemail_id)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .outerjoin(person, person.c.id == voicemail.c.rep_id)
        .outerjoin(_maker, _maker.c.id == exemplar.c.person_id)
        .where(exemplars_for(viewer))
    )


def _exemplar(row: Row[tuple[object, ...]], viewer: Viewer) -> Exemplar:
    return Exemplar(
        row.id,
        row.store_id,
        row.voicemail_id,
        Chosen(row.criterion_id, Passage(row.start_s, row.end_s), row.why, row.kind, row.anonymous),
        row.text,
        tuple((start_s, end_s) for start_s, end_s in row.beeps),
        row.person_id,
        row.by_name or "",
        row.added_at,
        "" if row.anonymous else row.rep_name or "",
        is_own=row.rep_id == viewer.id,
        is_practice=bool(row.is_practice),
        may_open=bool(row.may_open),
    )
