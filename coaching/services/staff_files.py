"""People from a CSV file: each row is somebody new, somebody known, or a sentence saying what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from coaching.accounts.permissions import allow
from coaching.domain.lengths import LONGEST_NAME
from coaching.domain.people import MACHINE, Person, PersonId, Role, Store, Team, Viewer
from coaching.errors import CoachingError, InvalidFile, refuse_longer
from coaching.follow_up.csv_table import BadRow, named_cells, open_table
from coaching.follow_up.leads.columns import Field, check_fields, read_fields, suggest
from coaching.follow_up.leads.csv_file import examples_of
from coaching.follow_up.leads.file import Column, refuse_unreadable
from coaching.follow_up.leads.reading import Refused
from coaching.services.parts import Services
from coaching.services.staff import Member, add_in
from coaching.storage import people
from coaching.storage.database import Connection

ROLES = {
    **{role.value: role for role in Role},
    "sales": Role.REP,
    "salesperson": Role.REP,
    "sales rep": Role.REP,
    "bdc": Role.REP,
    "coach": Role.TRAINER,
    "sales manager": Role.MANAGER,
    "admin": Role.ADMINISTRATOR,
}
TWICE = "The same person is in the file twice: line {line} has this e-mail address too. They come in once."
NO_NAMES = "No column was recognised as the name. Choose the columns."


@dataclass(frozen=True, slots=True)
class StaffImport:
    """new: who was, or in a preview would be, added, with the id 0 in a preview. known: how many are here by their address."""

    new: tuple[Member, ...]
    added: tuple[PersonId, ...]
    known: int
    refused: tuple[Refused, ...]


class _Undone(Exception):
    """Ends the transaction of a preview."""


@cache
def staff_fields() -> Mapping[str, Field]:
    return read_fields(files(__package__).joinpath("staff_columns.toml").read_text(encoding="utf-8"))


def staff_columns(viewer: Viewer, content: bytes) -> Sequence[Column]:
    """With the fields that we suggest. Raises InvalidFile, NotAllowed."""
    _allow(viewer)
    refuse_unreadable(content)
    examples = examples_of(content)
    suggested = suggest(list(examples), staff_fields())
    return [Column(name, suggested.get(name), example) for name, example in examples.items()]


def preview_staff(services: Services, viewer: Viewer, content: bytes, mapping: Mapping[str, str]) -> StaffImport:
    """Changes nothing: imports, and takes it back. Raises as `import_staff`."""
    done: list[StaffImport] = []
    try:
        with services.database.writing() as connection:
            done.append(_import(services, connection, viewer, content, mapping))
            raise _Undone
    except _Undone:
        return done[0]


def import_staff(services: Services, viewer: Viewer, content: bytes, mapping: Mapping[str, str]) -> StaffImport:
    """mapping: name of a column -> field. Teams that are missing are opened; stores are not, for a mistyped one is soon made.

    Raises InvalidFile where nothing can be used, NotAllowed.
    """
    with services.database.writing() as connection:
        return _import(services, connection, viewer, content, mapping)


def _import(
    services: Services, connection: Connection, viewer: Viewer, content: bytes, mapping: Mapping[str, str]
) -> StaffImport:
    _allow(viewer)
    refuse_unreadable(content)
    new: list[Member] = []
    added: list[PersonId] = []
    refused: list[Refused] = []
    known = 0
    first_line: dict[str, int] = {}
    for line, cells in _rows(content, mapping, refused):
        try:
            member = _member(connection, cells)
            email = member.person.email.strip().lower()
            if email in first_line:
                raise CoachingError(TWICE.format(line=first_line[email]))
            if email and people.by_email(connection, email):
                known += 1
            else:
                added.append(add_in(services, connection, viewer, member))
                new.append(member)
            first_line |= {email: line} if email else {}
        except CoachingError as error:
            refused.append(Refused(line, str(error)))
    return StaffImport(tuple(new), tuple(added), known, tuple(sorted(refused, key=lambda one: one.line)))


def _rows(content: bytes, mapping: Mapping[str, str], refused: list[Refused]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Field -> what stands in that row; a row that cannot be read is added to `refused`."""
    lines, headers = open_table(content)
    check_fields(mapping, headers, staff_fields(), "field of a person")
    if "name" not in mapping.values():
        raise InvalidFile(NO_NAMES)
    for line, row in lines:
        try:
            named = named_cells(row, headers)
        except BadRow as error:
            refused.append(Refused(line, str(error)))
            continue
        if any(named.values()):
            yield line, {field: named.get(header, "") for header, field in mapping.items()}


def _member(connection: Connection, cells: Mapping[str, str]) -> Member:
    """Raises CoachingError."""
    role = _role(cells.get("role", ""))
    store = _store(people.stores(connection, MACHINE), cells.get("store", "")) if role is not Role.ADMINISTRATOR else None
    team = _team(connection, store, cells.get("team", "")) if store and role in (Role.REP, Role.TRAINER) else None
    person = Person(
        PersonId(0),
        cells["name"],
        role,
        store.id if store else None,
        team.id if team and role is Role.REP else None,
        cells.get("direct_line", ""),
        email=cells.get("email", ""),
    )
    return Member(person, frozenset({team.id} if team and role is Role.TRAINER else ()))


def _role(word: str) -> Role:
    """A list of the sales floor often names none."""
    if not word:
        return Role.REP
    if word.lower() not in ROLES:
        raise CoachingError(f"There is no role {word!r}. Write rep, trainer, manager or administrator.")
    return ROLES[word.lower()]


def _store(stores: Sequence[Store], name: str) -> Store:
    if not name and len(stores) == 1:
        return stores[0]
    found = next((store for store in stores if store.name.lower() == name.lower()), None)
    if found is None:
        known = ", ".join(store.name for store in stores) or "none"
        raise CoachingError(f"There is no store {name!r}. Stores: {known}. Add the store first.")
    return found


def _team(connection: Connection, store: Store, name: str) -> Team | None:
    if not name:
        return None
    refuse_longer("The team's name", name, LONGEST_NAME)
    teams = [team for team in people.teams(connection, MACHINE) if team.store_id == store.id]
    found = next((team for team in teams if team.name.lower() == name.lower()), None)
    return found or Team(people.add_team(connection, store.id, name), store.id, name)


def _allow(viewer: Viewer) -> None:
    allow(viewer.role is Role.ADMINISTRATOR, "import people")
