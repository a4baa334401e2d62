"""Who works here: added, changed, let go and let back in by an administrator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coaching.accounts.permissions import allow
from coaching.domain.assignment import Ending
from coaching.domain.lengths import LONGEST_EMAIL, LONGEST_NAME
from coaching.domain.people import MACHINE, Person, PersonId, Role, StoreId, TeamId, Viewer
from coaching.domain.sign_in import Purpose
from coaching.errors import CoachingError, NotFound, refuse_longer
from coaching.services.auditing import note_change
from coaching.services.employment_noted import note_employment
from coaching.services.lines import checked_direct_line
from coaching.services.parts import Services
from coaching.services.people import judge_again
from coaching.storage import assignments, counting, credentials, people, sign_ins
from coaching.storage import staff as employment
from coaching.storage.database import Connection

NO_NAME = "Write the person's name."
NO_EMAIL = "Write the e-mail address like name@example.com, or leave it empty for somebody who does not sign in."
NO_STORE = "Choose the store where they work."
OTHER_TEAM = "This team belongs to another store. Choose a team of their store."
LAST = "There would be no administrator left. Make somebody else administrator first."
NOT_YOURSELF = "You cannot deactivate yourself. Ask another administrator."


class Access(StrEnum):
    """How somebody signs in with a password: not yet, by a link that waits for them, or with the one they chose."""

    NONE = "none"
    INVITED = "invited"
    PASSWORD = "password"


@dataclass(frozen=True, slots=True)
class Member:
    """team_ids: the teams a trainer trains. store_ids: the stores a manager manages."""

    person: Person
    team_ids: frozenset[TeamId] = frozenset()
    store_ids: frozenset[StoreId] = frozenset()
    access: Access = Access.NONE


def members(services: Services, viewer: Viewer) -> Sequence[Member]:
    """Everybody, also those who have left, by name. Raises NotAllowed."""
    _allow(viewer)
    with services.database.reading() as connection:
        teams, stores = employment.looked_after(connection)
        waiting = credentials.waiting(connection, Purpose.PASSWORD, services.now())
        signed_up = credentials.with_password(connection)
        everybody = employment.all_of(connection, viewer)
    return [
        Member(
            one,
            teams.get(one.id, frozenset()),
            stores.get(one.id, frozenset()),
            Access.INVITED if one.id in waiting else Access.PASSWORD if one.id in signed_up else Access.NONE,
        )
        for one in everybody
    ]


def member(services: Services, viewer: Viewer, person_id: PersonId) -> Member:
    """Raises NotAllowed, NotFound."""
    found = next((one for one in members(services, viewer) if one.person.id == person_id), None)
    if found is None:
        raise NotFound("person", person_id)
    return found


def add(services: Services, viewer: Viewer, member: Member) -> PersonId:
    """The person's id is not looked at. Raises NotAllowed, CoachingError."""
    _allow(viewer)
    with services.database.writing() as connection:
        return add_in(services, connection, viewer, member)


def add_in(services: Services, connection: Connection, viewer: Viewer, member: Member) -> PersonId:
    """The same in a transaction that goes on. Raises CoachingError."""
    new = _checked(connection, member, None)
    person_id = people.add_person(
        connection,
        new.person.name,
        new.person.role,
        store_id=new.person.store_id,
        team_id=new.person.team_id,
        direct_line=new.person.direct_line,
        email=new.person.email or None,
        trains_teams=new.team_ids,
        manages_stores=new.store_ids,
    )
    note_change(services, connection, viewer, "added", people.get(connection, MACHINE, person_id), role=new.person.role.value)
    return person_id


def change(services: Services, viewer: Viewer, member: Member) -> None:
    """Their sign-ins go on, with what they may see now. Raises NotAllowed, NotFound, CoachingError."""
    _allow(viewer)
    with services.database.writing() as connection:
        before = people.get(connection, viewer, member.person.id)
        new = _checked(connection, member, before)
        _keep_an_administrator(connection, before, new.person.role is Role.ADMINISTRATOR)
        looked_after = tuple(found.get(before.id, frozenset()) for found in employment.looked_after(connection))
        employment.change(connection, new.person, new.team_ids, new.store_ids)
        if new.person.email != before.email:
            credentials.void(connection, before.id, Purpose.PASSWORD)  # the link may have gone to the old address
        if new.person.team_id != before.team_id:
            counting.rep_changed(connection, before.id)
        if (new.person.role, new.person.store_id) != (before.role, before.store_id):
            assignments.end(connection, Ending.LEFT, services.now(), rep_ids=[before.id])
        if new.person.direct_line != before.direct_line:
            judge_again(services, connection, before.id)
        note_employment(services, connection, viewer, before, new.person, looked_after != (new.team_ids, new.store_ids))


def deactivate(services: Services, viewer: Viewer, person_id: PersonId) -> None:
    """They are signed out and cannot sign in; what they did stays. Raises NotAllowed, NotFound, CoachingError."""
    _allow(viewer)
    if person_id == viewer.id:
        raise CoachingError(NOT_YOURSELF)
    with services.database.writing() as connection:
        leaving = people.get(connection, viewer, person_id)
        _keep_an_administrator(connection, leaving, False)
        employment.set_active(connection, person_id, False)
        sign_ins.end_all(connection, person_id)
        credentials.void(connection, person_id, Purpose.PASSWORD)
        assignments.end(connection, Ending.LEFT, services.now(), rep_ids=[person_id])
        note_change(services, connection, viewer, "left", leaving)


def let_back(services: Services, viewer: Viewer, person_id: PersonId) -> None:
    """Raises NotAllowed, NotFound."""
    _allow(viewer)
    with services.database.writing() as connection:
        employment.set_active(connection, person_id, True)
        note_change(services, connection, viewer, "came_back", people.get(connection, viewer, person_id))


def _allow(viewer: Viewer) -> None:
    allow(viewer.role is Role.ADMINISTRATOR, "keep people")


def _checked(connection: Connection, member: Member, before: Person | None) -> Member:
    """As it is kept: with what goes with the role, and nothing else. Raises CoachingError."""
    told = member.person
    name, email = " ".join(told.name.split()), told.email.strip().lower()
    if not name:
        raise CoachingError(NO_NAME)
    if email and not _is_address(email):
        raise CoachingError(NO_EMAIL)
    refuse_longer("A name", name, LONGEST_NAME)
    refuse_longer("An e-mail address", email, LONGEST_EMAIL)
    holder = employment.holder_of(connection, email) if email else None
    if holder is not None and (before is None or holder.id != before.id):
        left = "" if holder.active else ", who has left; let them back in instead"
        raise CoachingError(f"{email} is the address of {holder.name}{left}.")
    new = _of_role(connection, replace(member, person=replace(told, name=name, email=email)))
    return replace(new, person=replace(new.person, direct_line=_checked_line(connection, new.person, before)))


def _checked_line(connection: Connection, told: Person, before: Person | None) -> str:
    """One that is on file already, from before numbers were checked, keeps nobody from changing the rest."""
    if before is not None and (told.direct_line.strip(), told.store_id) == (before.direct_line, before.store_id):
        return before.direct_line
    return checked_direct_line(connection, told.direct_line, told.store_id, before.id if before else None)


def _of_role(connection: Connection, member: Member) -> Member:
    told = member.person
    if told.role is Role.ADMINISTRATOR:
        return Member(replace(told, team_id=None, store_id=None))
    if told.role is Role.MANAGER:
        own = told.store_id or min(member.store_ids, default=None)
        if own is None:
            raise CoachingError(NO_STORE)
        return Member(replace(told, team_id=None, store_id=own), store_ids=member.store_ids | {own})
    if told.store_id is None:
        raise CoachingError(NO_STORE)
    if told.role is Role.TRAINER:
        return Member(replace(told, team_id=None), team_ids=member.team_ids)
    team = next((one for one in people.teams(connection, MACHINE) if one.id == told.team_id), None)
    if team is not None and team.store_id != told.store_id:
        raise CoachingError(OTHER_TEAM)
    return Member(told)


def _is_address(email: str) -> bool:
    """Roughly: whether it works is seen when somebody signs in with it."""
    name, _, host = email.partition("@")
    return bool(name) and "." in host and not any(letter.isspace() or letter in "@,;<>" for letter in name + host)


def _keep_an_administrator(connection: Connection, before: Person, stays: bool) -> None:
    others = [one for one in people.listed(connection, MACHINE, Role.ADMINISTRATOR) if one.id != before.id]
    if before.role is Role.ADMINISTRATOR and not stays and not others:
        raise CoachingError(LAST)
