"""What an administrator changes about people, stores and teams."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, insert, select, update

from coaching.domain.people import Person, PersonId, StoreId, TeamId, Viewer
from coaching.storage.database import Connection
from coaching.storage.people import person_of
from coaching.storage.tables import manages, person, store, team, trains
from coaching.storage.visibility import people_for


def all_of(connection: Connection, viewer: Viewer) -> Sequence[Person]:
    """Also those who have left, by name."""
    query = select(person).where(people_for(viewer)).order_by(person.c.name, person.c.id)
    return [person_of(row) for row in connection.execute(query)]


def holder_of(connection: Connection, email: str) -> Person | None:
    """Whose address it is, also of somebody who has left."""
    row = connection.execute(select(person).where(person.c.email == email)).one_or_none()
    return person_of(row) if row else None


def looked_after(connection: Connection) -> tuple[Mapping[PersonId, frozenset[TeamId]], Mapping[PersonId, frozenset[StoreId]]]:
    """Who trains which teams, and who manages which stores."""
    teams: dict[PersonId, frozenset[TeamId]] = {}
    stores: dict[PersonId, frozenset[StoreId]] = {}
    for row in connection.execute(select(trains)):
        teams[row.person_id] = teams.get(row.person_id, frozenset()) | {TeamId(row.team_id)}
    for row in connection.execute(select(manages)):
        stores[row.person_id] = stores.get(row.person_id, frozenset()) | {StoreId(row.store_id)}
    return teams, stores


def change(connection: Connection, changed: Person, team_ids: Iterable[TeamId], store_ids: Iterable[StoreId]) -> None:
    """All of it, but not whether they are here."""
    values = {
        "name": changed.name,
        "role": changed.role,
        "store_id": changed.store_id,
        "team_id": changed.team_id,
        "direct_line": changed.direct_line,
        "email": changed.email or None,
    }
    connection.execute(update(person).where(person.c.id == changed.id).values(**values))
    for table in (trains, manages):
        connection.execute(delete(table).where(table.c.person_id == changed.id))
    for trained in team_ids:
        connection.execute(insert(trains).values(person_id=changed.id, team_id=trained))
    for managed in store_ids:
        connection.execute(insert(manages).values(person_id=changed.id, store_id=managed))


def set_active(connection: Connection, person_id: PersonId, active: bool) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(active=active))


def rename_store(connection: Connection, store_id: StoreId, name: str) -> None:
    connection.execute(update(store).where(store.c.id == store_id).values(name=name))


def rename_team(connection: Connection, team_id: TeamId, name: str) -> None:
    connection.execute(update(team).where(team.c.id == team_id).values(name=name))
