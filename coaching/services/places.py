"""Stores and their teams, kept by an administrator. Main lines and clocks are kept by whoever coaches there, elsewhere."""

from collections.abc import Iterable
from zoneinfo import available_timezones

from coaching.accounts.permissions import allow
from coaching.domain.lengths import LONGEST_NAME
from coaching.domain.people import MACHINE, Role, StoreId, TeamId, Viewer
from coaching.errors import CoachingError, NotFound, refuse_longer
from coaching.services.auditing import note_change
from coaching.services.lines import checked_main_line
from coaching.services.parts import Services
from coaching.storage import people, staff
from coaching.storage.database import Connection

NO_NAME = "Write a name."
TAKEN = "There is one of this name already."
NO_SUCH_ZONE = "Choose a time zone of the list."


def open_store(services: Services, viewer: Viewer, name: str, main_line: str, time_zone: str) -> StoreId:
    """time_zone: an IANA name. Raises NotAllowed, CoachingError."""
    _allow(viewer)
    if time_zone not in available_timezones():
        raise CoachingError(NO_SUCH_ZONE)
    with services.database.writing() as connection:
        free = _free(name, (store.name for store in people.stores(connection, MACHINE)))
        store_id = people.add_store(connection, free, checked_main_line(connection, main_line, None), time_zone)
        note_change(services, connection, viewer, "opened", people.get_store(connection, MACHINE, store_id))
        return store_id


def rename_store(services: Services, viewer: Viewer, store_id: StoreId, name: str) -> None:
    """Raises NotAllowed, NotFound, CoachingError."""
    _allow(viewer)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        free = _free(name, (one.name for one in people.stores(connection, MACHINE) if one.id != store_id))
        staff.rename_store(connection, store_id, free)
        note_change(services, connection, viewer, "name", store)


def add_team(services: Services, viewer: Viewer, store_id: StoreId, name: str) -> TeamId:
    """Raises NotAllowed, NotFound, CoachingError."""
    _allow(viewer)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        team_id = people.add_team(connection, store_id, _free(name, _names_of_teams(connection, store_id)))
        note_change(services, connection, viewer, "team_added", store, team=team_id)
        return team_id


def rename_team(services: Services, viewer: Viewer, team_id: TeamId, name: str) -> None:
    """Raises NotAllowed, NotFound, CoachingError."""
    _allow(viewer)
    with services.database.writing() as connection:
        team = next((one for one in people.teams(connection, viewer) if one.id == team_id), None)
        if team is None:
            raise NotFound("team", team_id)
        staff.rename_team(connection, team_id, _free(name, _names_of_teams(connection, team.store_id, but=team_id)))
        note_change(services, connection, viewer, "team_name", people.get_store(connection, viewer, team.store_id), team=team_id)


def _names_of_teams(connection: Connection, store_id: StoreId, but: TeamId | None = None) -> list[str]:
    return [team.name for team in people.teams(connection, MACHINE) if team.store_id == store_id and team.id != but]


def _free(name: str, taken: Iterable[str]) -> str:
    """The name as it is kept. Raises CoachingError."""
    told = " ".join(name.split())
    if not told:
        raise CoachingError(NO_NAME)
    refuse_longer("A name", told, LONGEST_NAME)
    if told.lower() in {one.lower() for one in taken}:
        raise CoachingError(TAKEN)
    return told


def _allow(viewer: Viewer) -> None:
    allow(viewer.role is Role.ADMINISTRATOR, "keep stores and teams")
