"""When a store is open and by which cadence it follows up."""

from zoneinfo import available_timezones

from coaching.accounts.permissions import allow, may_change_store
from coaching.domain.follow_up_settings import FollowUpSettings
from coaching.domain.people import StoreId, Viewer
from coaching.errors import CoachingError
from coaching.follow_up.cadence.presets import cadence, cadence_for
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.services.recounting import recount
from coaching.storage import follow_up_settings, people, recounting

TOO_MANY_MESSAGES = "More voicemails than calls a day cannot be left. Lower the voicemails, or raise the calls."
NO_SUCH_ZONE = "This time zone is not known. Choose one of the list."
NEVER_OPEN = "A store must be open on one day of the week at least, and close after it opens."


def read_settings(services: Services, viewer: Viewer, store_id: StoreId) -> FollowUpSettings:
    """Raises NotFound."""
    with services.database.reading() as connection:
        people.get_store(connection, viewer, store_id)
        return follow_up_settings.of_store(connection, store_id)


def change_settings(services: Services, viewer: Viewer, store_id: StoreId, settings: FollowUpSettings) -> None:
    """Raises NotFound, NotAllowed, UnknownName for a cadence that does not exist, CoachingError."""
    if not settings.week or any(opens >= closes for opens, closes in settings.week.values()):
        raise CoachingError(NEVER_OPEN)
    for cadence_id in settings.cadences.values():
        cadence(cadence_id)
    for source in settings.limits:
        limited = cadence_for(source, settings)
        if limited.max_messages_a_day > limited.max_calls_a_day:
            raise CoachingError(TOO_MANY_MESSAGES)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_change_store(viewer, store), "change how this store follows up")
        follow_up_settings.keep(connection, store_id, settings)
        note_change(services, connection, viewer, "follow_up", store)


def change_time_zone(services: Services, viewer: Viewer, store_id: StoreId, time_zone: str) -> None:
    """time_zone: an IANA name. Raises NotFound, NotAllowed, CoachingError."""
    if time_zone not in available_timezones():
        raise CoachingError(NO_SUCH_ZONE)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_change_store(viewer, store), "change the clock of this store")
        if time_zone == store.time_zone:
            return
        people.set_time_zone(connection, store_id, time_zone)
        recounting.begin(connection, store_id)
        note_change(services, connection, viewer, "follow_up", store)
    recount(services)
