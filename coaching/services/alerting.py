"""Tells people of what should not wait: each thing once, until it is read or settled."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from coaching.domain.alert import Alert, AlertId, AlertKind, ListedAlert
from coaching.domain.dispute import Dispute, DisputeId
from coaching.domain.people import MACHINE, Viewer
from coaching.domain.voicemail import Voicemail
from coaching.follow_up.cadence.first_response import FirstResponse
from coaching.services.follow_up.history import History, histories
from coaching.services.parts import Services
from coaching.storage import alerts, leads
from coaching.storage.database import Connection

KEPT = timedelta(weeks=26)
SHOWN = timedelta(weeks=4)
QUIET = timedelta(weeks=12)
"""So long nobody is told again that the same rep or team does worse: it takes as long until the weeks before are others."""
LATE_WITHIN = timedelta(days=2)
"""Of leads that arrived so lately; who imports last year's is told of none of them."""
MOST_MINUTES = 120  # beyond, hours are easier to read
MOST_LEADS, MOST_SHOWN = 5_000, 100
DISPUTED = "A verdict is disputed, and waits for an answer."


def read(services: Services, viewer: Viewer) -> Sequence[ListedAlert]:
    """Of the last weeks, the newest first."""
    now = services.now()
    with services.database.reading() as connection:
        return alerts.listed(connection, viewer, now - SHOWN, now + LATE_WITHIN, MOST_SHOWN)


def mark_read(services: Services, viewer: Viewer, alert_ids: Sequence[AlertId]) -> None:
    """By this person, and nobody else. What they may not see stays as it is."""
    with services.database.writing() as connection:
        alerts.mark_read(connection, viewer, alert_ids, services.now())


def note(services: Services, found: Sequence[Alert]) -> int:
    """How many of them are new; of those who do worse only where nobody was told for a while."""
    with services.database.writing() as connection:
        alerts.forget(connection, services.now() - KEPT)
        return len(alerts.add(connection, [one for one in found if _is_due(connection, one)]))


def note_late(services: Services) -> int:
    """Of leads whose first response is late, or was; how many are new."""
    now = services.now()
    with services.database.reading() as connection:
        arrived = leads.arrived(connection, MACHINE, now - LATE_WITHIN, now, MOST_LEADS)
        answered = [(known, known.first_response(now)) for known in histories(connection, MACHINE, arrived)]
    return note(services, [_late(known, found, now) for known, found in answered if found and found.is_missed])


def note_dispute(connection: Connection, voicemail: Voicemail, dispute_id: DisputeId, made: Dispute) -> None:
    about, kind = _about(dispute_id), AlertKind.DISPUTE
    told = Alert(kind, about, made.at, voicemail.store_id, DISPUTED, rep_id=voicemail.rep_id, voicemail_id=voicemail.id)
    alerts.add(connection, [told])


def settle_dispute(connection: Connection, dispute_id: DisputeId) -> None:
    """It was answered: nobody has to look any more."""
    alerts.drop(connection, _about(dispute_id))


def _about(dispute_id: DisputeId) -> str:
    return f"dispute/{dispute_id}"


def _is_due(connection: Connection, one: Alert) -> bool:
    if one.kind is not AlertKind.FALL:
        return True
    last = alerts.last_at(connection, one.kind, f"{one.about.rpartition('/')[0]}/")
    return last is None or last + QUIET <= one.at


def _time(minutes: float) -> str:
    return f"{minutes:.0f} minutes" if minutes <= MOST_MINUTES else f"{minutes / 60:.0f} hours"


def _late(known: History, found: FirstResponse, now: datetime) -> Alert:
    told = f"No answer within {found.allowed} minutes (store hours)."
    if found.is_answered:
        told = f"First answered after {_time(found.minutes)} (store hours); {found.allowed} minutes are allowed."
    lead = known.lead
    return Alert(AlertKind.LATE_RESPONSE, f"late/{lead.id}", now, lead.store_id, told, rep_id=lead.rep_id, lead_id=lead.id)
