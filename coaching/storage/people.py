"""Stores, teams and people."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Row, and_, insert, or_, select, update

from coaching.domain.people import Person, PersonId, Role, Store, StoreId, Team, TeamId, Viewer
from coaching.domain.voicemail import Voicemail
from coaching.errors import NotFound
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import manages, person, store, team, trains, voicemail
from coaching.storage.visibility import is_private_practice, people_for, stores_for


def add_store(connection: Connection, name: str, main_line: str, time_zone: str = "America/New_York") -> StoreId:
    return StoreId(add_row(connection, store, name=name, main_line=main_line, time_zone=time_zone))


def add_team(connection: Connection, store_id: StoreId, name: str) -> TeamId:
    return TeamId(add_row(connection, team, store_id=store_id, name=name))


def add_person(
    connection: Connection,
    name: str,
    role: Role,
    *,
    store_id: StoreId | None = None,
    team_id: TeamId | None = None,
    direct_line: str = "",
    email: str | None = None,
    trains_teams: Iterable[TeamId] = (),
    manages_stores: Iterable[StoreId] = (),
) -> PersonId:
    values = {"name": name, "role": role, "store_id": store_id, "team_id": team_id, "direct_line": direct_line, "email": email}
    person_id = PersonId(add_row(connection, person, **values, active=True))
    for trained in trains_teams:
        connection.execute(insert(trains).values(person_id=person_id, team_id=trained))
    for managed in manages_stores:
        connection.execute(insert(manages).values(person_id=person_id, store_id=managed))
    return person_id


def viewer(connection: Connection, person_id: PersonId) -> Viewer:
    """Raises NotFound for who is not here, or no longer."""
    row = connection.execute(select(person).where(person.c.id == person_id, person.c.active)).one_or_none()
    if row is None:
        raise NotFound("person", person_id)
    teams = connection.scalars(select(trains.c.team_id).where(trains.c.person_id == person_id))
    stores = connection.scalars(select(manages.c.store_id).where(manages.c.person_id == person_id))
    return Viewer(person_id, row.name, row.role, row.store_id, frozenset(map(TeamId, teams)), frozenset(map(StoreId, stores)))


def get(connection: Connection, viewer: Viewer, person_id: PersonId) -> Person:
    row = connection.execute(select(person).where(person.c.id == person_id, people_for(viewer))).one_or_none()
    if row is None:
        raise NotFound("person", person_id)
    return person_of(row)


def by_email(connection: Connection, email: str) -> Person | None:
    """Who is here, in any writing of the address."""
    row = connection.execute(select(person).where(person.c.email == email.strip().lower(), person.c.active)).one_or_none()
    return person_of(row) if row else None


def listed(connection: Connection, viewer: Viewer, role: Role | None = None) -> Sequence[Person]:
    """Those who are here, by name."""
    query = select(person).where(people_for(viewer), person.c.active).order_by(person.c.name, person.c.id)
    return [person_of(row) for row in connection.execute(query if role is None else query.where(person.c.role == role))]


def everybody(connection: Connection) -> Sequence[Person]:
    """Also those who have left."""
    return [person_of(row) for row in connection.execute(select(person).order_by(person.c.name, person.c.id))]


def audience(connection: Connection, of: Voicemail) -> Sequence[Person]:
    """Those who may see it (the other way round: visibility.voicemails_for), by name."""
    alone = select(voicemail.c.id).where(voicemail.c.id == of.id, is_private_practice()).exists()
    rep = select(person.c.team_id).where(person.c.id == of.rep_id).scalar_subquery()
    trainers = select(trains.c.person_id).where(trains.c.team_id == rep)
    managers = select(manages.c.person_id).where(manages.c.store_id == of.store_id)
    whose = of.received_from if of.rep_id is None else of.rep_id
    sees = or_(
        person.c.id == whose,
        and_(person.c.role == Role.TRAINER, person.c.id.in_(trainers)),
        and_(person.c.role == Role.MANAGER, person.c.id.in_(managers)),
        person.c.role == Role.ADMINISTRATOR,
    )
    query = select(person).where(sees, or_(person.c.id == whose, ~alone), person.c.active).order_by(person.c.name, person.c.id)
    return [person_of(row) for row in connection.execute(query)]


def stores(connection: Connection, viewer: Viewer) -> Sequence[Store]:
    rows = connection.execute(select(store).where(stores_for(viewer)).order_by(store.c.name))
    return [store_of(row) for row in rows]


def get_store(connection: Connection, viewer: Viewer, store_id: StoreId) -> Store:
    row = connection.execute(select(store).where(store.c.id == store_id, stores_for(viewer))).one_or_none()
    if row is None:
        raise NotFound("store", store_id)
    return store_of(row)


def hold_store(connection: Connection, store_id: StoreId) -> None:
    """Until the transaction ends nobody else adds to the store (SQLite has only one writer anyway)."""
    connection.execute(select(store.c.id).where(store.c.id == store_id).with_for_update())


def teams(connection: Connection, viewer: Viewer) -> Sequence[Team]:
    """The teams of the stores that the viewer may see."""
    rows = connection.execute(select(team).join(store).where(stores_for(viewer)).order_by(team.c.name))
    return [Team(row.id, row.store_id, row.name) for row in rows]


def set_direct_line(connection: Connection, person_id: PersonId, number: str) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(direct_line=number))


def set_main_line(connection: Connection, store_id: StoreId, number: str) -> None:
    connection.execute(update(store).where(store.c.id == store_id).values(main_line=number))


def set_time_zone(connection: Connection, store_id: StoreId, time_zone: str) -> None:
    connection.execute(update(store).where(store.c.id == store_id).values(time_zone=time_zone))


def set_profile(connection: Connection, store_id: StoreId, profile_id: str) -> None:
    connection.execute(update(store).where(store.c.id == store_id).values(profile_id=profile_id))


def store_of(row: Row[tuple[object, ...]]) -> Store:
    return Store(row.id, row.name, row.main_line, row.time_zone, row.profile_id)


def person_of(row: Row[tuple[object, ...]]) -> Person:
    return Person(row.id, row.name, row.role, row.store_id, row.team_id, row.direct_line, row.active, row.email or "")
