"""How each store follows up; a store that has set nothing has what is usual."""

from datetime import date, time

from sqlalchemy import select

from coaching.domain.follow_up_settings import DailyLimits, FollowUpSettings
from coaching.domain.people import StoreId
from coaching.storage.database import Connection, set_row
from coaching.storage.tables import follow_up_settings


def of_store(connection: Connection, store_id: StoreId) -> FollowUpSettings:
    row = connection.execute(select(follow_up_settings).where(follow_up_settings.c.store_id == store_id)).one_or_none()
    if row is None:
        return FollowUpSettings()
    week = {int(day): (time.fromisoformat(opens), time.fromisoformat(closes)) for day, (opens, closes) in row.week.items()}
    limits = {source: DailyLimits(*most) for source, most in row.limits.items()}
    return FollowUpSettings(week, frozenset(map(date.fromisoformat, row.closed_on)), row.cadences, row.columns, limits)


def keep(connection: Connection, store_id: StoreId, settings: FollowUpSettings) -> None:
    set_row(
        connection,
        follow_up_settings,
        by=("store_id",),
        store_id=store_id,
        week={str(day): [clock.isoformat() for clock in clocks] for day, clocks in settings.week.items()},
        closed_on=sorted(day.isoformat() for day in settings.closed_on),
        cadences=dict(settings.cadences),
        columns=dict(settings.columns),
        limits={source: [most.calls, most.messages] for source, most in settings.limits.items()},
    )
