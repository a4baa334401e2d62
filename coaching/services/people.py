"""Who is here, and the numbers they are called back on."""

from collections.abc import Sequence

from coaching.accounts.permissions import allow, may_act_for, may_change_store
from coaching.domain.lengths import LONGEST_NAME
from coaching.domain.people import MACHINE, Person, PersonId, Role, Store, StoreId, Team, Viewer
from coaching.domain.phone import ending
from coaching.errors import UnknownName, refuse_longer
from coaching.rubrics import load_rubric
from coaching.services.auditing import note_change
from coaching.services.employment_noted import note_direct_line
from coaching.services.lines import checked_direct_line, checked_main_line
from coaching.services.parts import Services
from coaching.storage import jobs, people, voicemails
from coaching.storage.database import Connection


def viewer(services: Services, person_id: PersonId) -> Viewer:
    """On whose behalf a page asks. Raises NotFound for somebody who is not here, or no longer."""
    with services.database.reading() as connection:
        return people.viewer(connection, person_id)


def everybody(services: Services) -> Sequence[Person]:
    """All who may sign in, by name: for choosing who one is, in demo mode only."""
    with services.database.reading() as connection:
        return people.listed(connection, MACHINE)


def reps(services: Services, viewer: Viewer) -> Sequence[Person]:
    """The reps for whom the viewer may upload (a rep: only themselves), by name."""
    with services.database.reading() as connection:
        return people.listed(connection, viewer, Role.REP)


def present(services: Services, viewer: Viewer) -> Sequence[Person]:
    """All whom the viewer may see and who are here, by name."""
    with services.database.reading() as connection:
        return people.listed(connection, viewer)


def stores(services: Services, viewer: Viewer) -> Sequence[Store]:
    with services.database.reading() as connection:
        return people.stores(connection, viewer)


def teams(services: Services, viewer: Viewer) -> Sequence[Team]:
    with services.database.reading() as connection:
        return people.teams(connection, viewer)


def open_first_store(services: Services, viewer: Viewer, name: str) -> StoreId:
    """In a home without any store. Raises NotAllowed, CoachingError."""
    allow(viewer.role is Role.ADMINISTRATOR, "open a store")
    refuse_longer("A name", name, LONGEST_NAME)
    with services.database.writing() as connection:
        store_id = people.add_store(connection, name, "")
        note_change(services, connection, viewer, "opened", people.get_store(connection, MACHINE, store_id))
        return store_id


def change_numbers(
    services: Services, viewer: Viewer, rep_id: PersonId, store_id: StoreId, direct_line: str, main_line: str
) -> None:
    """Both or neither. One that stays as it is is not looked at again, and may be another's to change. Raises as the next two."""
    with services.database.writing() as connection:
        rep, store = people.get(connection, viewer, rep_id), people.get_store(connection, viewer, store_id)
        is_new = direct_line.strip() != rep.direct_line
        if is_new:
            people.set_direct_line(connection, rep_id, "")  # what was theirs may be the main line from now on
        if main_line.strip() != store.main_line:
            _change_main_line(services, connection, viewer, store, main_line)
        if is_new:
            _change_direct_line(services, connection, viewer, rep, direct_line)


def change_direct_line(services: Services, viewer: Viewer, rep_id: PersonId, number: str) -> None:
    """Keeps the number as written; the rep's voicemails are judged again. Raises NotFound, NotAllowed, CoachingError."""
    with services.database.writing() as connection:
        _change_direct_line(services, connection, viewer, people.get(connection, viewer, rep_id), number)


def _change_direct_line(services: Services, connection: Connection, viewer: Viewer, rep: Person, number: str) -> None:
    allow(may_act_for(viewer, rep), "change this rep's direct line")
    line = checked_direct_line(connection, number, rep.store_id, rep.id)
    people.set_direct_line(connection, rep.id, line)
    note_direct_line(services, connection, viewer, rep, line)
    judge_again(services, connection, rep.id)


def judge_again(services: Services, connection: Connection, rep_id: PersonId) -> None:
    """The rep's voicemails: another number is theirs now."""
    theirs = voicemails.where(connection, MACHINE, rep_id=rep_id)
    jobs.renew(connection, [voicemail.id for voicemail in theirs], services.now())


def choose_profile(services: Services, viewer: Viewer, store_id: StoreId, profile_id: str) -> None:
    """The store's voicemails are judged again, by that profile. Raises NotFound, NotAllowed, UnknownName."""
    profiles = load_rubric().profiles
    if profile_id not in profiles:
        raise UnknownName("profile", profile_id, profiles)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_change_store(viewer, store), "choose what this store is judged by")
        people.set_profile(connection, store_id, profile_id)
        note_change(services, connection, viewer, "profile", store, profile=profile_id)
        _judge_store_again(services, connection, store_id)


def change_main_line(services: Services, viewer: Viewer, store_id: StoreId, number: str) -> None:
    """Keeps the number as written; the store's voicemails are judged again. Raises NotFound, NotAllowed, CoachingError."""
    with services.database.writing() as connection:
        _change_main_line(services, connection, viewer, people.get_store(connection, viewer, store_id), number)


def _change_main_line(services: Services, connection: Connection, viewer: Viewer, store: Store, number: str) -> None:
    allow(may_change_store(viewer, store), "change this store's main line")
    line = checked_main_line(connection, number, store.id)
    people.set_main_line(connection, store.id, line)
    note_change(services, connection, viewer, "main_line", store, before=ending(store.main_line), now=ending(line))
    _judge_store_again(services, connection, store.id)


def _judge_store_again(services: Services, connection: Connection, store_id: StoreId) -> None:
    its = voicemails.where(connection, MACHINE, store_id=store_id)
    jobs.renew(connection, [voicemail.id for voicemail in its], services.now())
