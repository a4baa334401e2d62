"""Alerts: each thing once, for those whom it concerns."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from coaching.domain.alert import Alert, AlertId, AlertKind, ListedAlert
from coaching.domain.people import Viewer
from coaching.storage.database import Connection, adding, set_row
from coaching.storage.tables import alert, alert_read, lead, person, team, voicemail
from coaching.storage.visibility import alerts_for


def add(connection: Connection, found: Iterable[Alert]) -> Sequence[Alert]:
    """Those that are new, in their order."""
    return [one for one in found if _is_new(connection, one)]


def _is_new(connection: Connection, one: Alert) -> bool:
    """Adds it in one statement, for another process may find the same at the same moment."""
    named = {"team_id": one.team_id, "rep_id": one.rep_id, "lead_id": one.lead_id, "voicemail_id": one.voicemail_id}
    row = adding(connection, alert).values(
        kind=one.kind, about=one.about, at=one.at, store_id=one.store_id, told=one.told, **named
    )
    return connection.scalar(row.on_conflict_do_nothing(index_elements=["about"]).returning(alert.c.id)) is not None


def drop(connection: Connection, about: str) -> None:
    """What no longer waits for anybody."""
    connection.execute(delete(alert).where(alert.c.about == about))


def forget(connection: Connection, before: datetime) -> None:
    connection.execute(delete(alert).where(alert.c.at < before))


def listed(connection: Connection, viewer: Viewer, since: datetime, until: datetime, limit: int) -> Sequence[ListedAlert]:
    """The newest first. until: exclusive."""
    mine = (alert_read.c.alert_id == alert.c.id) & (alert_read.c.person_id == viewer.id)
    query = (
        select(alert, person.c.name.label("rep_name"), team.c.name.label("team_name"), lead.c.customer_name)
        .add_columns(alert_read.c.at.label("read_at"))
        .outerjoin(person, person.c.id == alert.c.rep_id)
        .outerjoin(team, team.c.id == alert.c.team_id)
        .outerjoin(voicemail, voicemail.c.id == alert.c.voicemail_id)
        .outerjoin(lead, lead.c.id == func.coalesce(alert.c.lead_id, voicemail.c.lead_id))
        .outerjoin(alert_read, mine)
        .where(alerts_for(viewer), alert.c.at >= since, alert.c.at < until)
        .order_by(alert.c.at.desc(), alert.c.id.desc())
    )
    return [
        ListedAlert(
            row.id,
            Alert(row.kind, row.about, row.at, row.store_id, row.told, row.team_id, row.rep_id, row.lead_id, row.voicemail_id),
            row.rep_name or row.team_name or "",
            row.read_at is not None,
            row.customer_name or "",
        )
        for row in connection.execute(query.limit(limit))
    ]


def mark_read(connection: Connection, viewer: Viewer, alert_ids: Sequence[AlertId], at: datetime) -> None:
    """Those that the viewer may see and has not read."""
    done = select(alert_read.c.alert_id).where(alert_read.c.person_id == viewer.id)
    wanted = select(alert.c.id).where(alert.c.id.in_(alert_ids), alerts_for(viewer), alert.c.id.not_in(done))
    for alert_id in list(connection.scalars(wanted.order_by(alert.c.id))):  # in one order, so that two never wait in a circle
        set_row(connection, alert_read, person_id=viewer.id, alert_id=alert_id, at=at)


def last_at(connection: Connection, kind: AlertKind, prefix: str) -> datetime | None:
    """When the last alert of this kind came whose `about` begins so."""
    query = select(func.max(alert.c.at)).where(alert.c.kind == kind, alert.c.about.startswith(prefix, autoescape=True))
    found: datetime | None = connection.scalar(query)
    return found
