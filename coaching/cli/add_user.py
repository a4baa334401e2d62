"""`add-user`: somebody who works here, and the link by which they choose their password."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.cli.shapes import print_line
from coaching.errors import CoachingError, UnknownName
from coaching.settings import DEFAULT_ADDRESS

if TYPE_CHECKING:
    from coaching.domain.people import PersonId, Store
    from coaching.services.parts import Services
    from coaching.services.staff import Member

Named = TypeVar("Named")
REP = "rep"
ROLES = (REP, "trainer", "manager", "administrator")
ON_FILE = (
    "{0} is on file already, and {1} would change that. "
    "Change it on their page in the app, or leave {1} out to get them a new link."
)
WHICH_STORE = "Say at which store they work with --store NAME."
EXAMPLE = """examples:
  python -m coaching add-user "Ada Long" --email ada@example.com --role administrator
  python -m coaching add-user "Nora Whitfield" --email nora@example.com --store "Fairhaven Honda" --team Internet
  python -m coaching add-user "Nora Whitfield" --email nora@example.com      # again: a new link, for who forgot the password"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "add-user", help="add somebody who works here, or give them a new link", epilog=EXAMPLE, formatter_class=EXAMPLES
    )
    parser.add_argument("name", help="as it is said on the telephone")
    parser.add_argument("--email", required=True, help="by which they sign in")
    parser.add_argument("--role", choices=ROLES, help=f"what they may see (default: {REP})")
    parser.add_argument("--store", metavar="NAME", help="where they work, where there are several stores")
    parser.add_argument("--team", metavar="NAME", help="the team they are on, or train")
    parser.add_argument("--direct-line", metavar="NUMBER", help="the number that rings at them")
    parser.add_argument(
        "--address", type=_address, default=DEFAULT_ADDRESS, help="of the app, for the link (default: %(default)s)"
    )
    parser.set_defaults(run=run)


def _address(told: str) -> str:
    parts = urlsplit(told)
    if parts.scheme not in ("http", "https") or not parts.hostname or any(map(str.isspace, told)):
        raise argparse.ArgumentTypeError(
            f"{told!r} is no address of the app; it looks like {DEFAULT_ADDRESS} or https://coach.example.com"
        )
    return told.rstrip("/")


def run(asked: argparse.Namespace) -> int:
    """Prints one line of JSON: who it is, and the link."""
    from coaching import bootstrap
    from coaching.domain.people import MACHINE
    from coaching.services.first_run import refuse_other_world
    from coaching.services.invitations import VALID_FOR, invite

    services = bootstrap.services()
    refuse_other_world(services, demo=False)
    known = _known(services, asked.email)
    if known is not None:
        _refuse_changes(services, asked, known)
    person_id = known.person.id if known else _add(services, asked)
    link = f"{asked.address}/invitation/{invite(services, MACHINE, person_id)}"
    print_line({"id": person_id, "new": known is None, "link": link, "days": VALID_FOR.days})
    return 0


def _known(services: "Services", email: str) -> "Member | None":
    from coaching.domain.people import MACHINE
    from coaching.services.staff import members

    wanted = email.strip().lower()
    return next((member for member in members(services, MACHINE) if member.person.email == wanted), None)


def _refuse_changes(services: "Services", asked: argparse.Namespace, known: "Member") -> None:
    """A new link changes nothing else, so whoever asks for more is told. Raises UnknownName, CoachingError."""
    from coaching.domain.people import MACHINE
    from coaching.domain.phone import written
    from coaching.services import people

    person, stores = known.person, people.stores(services, MACHINE)
    teams = people.teams(services, MACHINE)
    _store_named(stores, asked.store)
    if asked.team:
        _named("team", {team.name: team for team in teams}, asked.team)
    on_file = {
        "--role": (asked.role, {person.role.value}),
        "--store": (asked.store, {store.name for store in stores if store.id in {person.store_id, *known.store_ids}}),
        "--team": (asked.team, {team.name for team in teams if team.id in {person.team_id, *known.team_ids}}),
        "--direct-line": (asked.direct_line and written(asked.direct_line), {written(person.direct_line)}),
    }
    if others := [option for option, (told, there) in on_file.items() if told is not None and told not in there]:
        raise CoachingError(ON_FILE.format(person.name, " and ".join(others)))


def _add(services: "Services", asked: argparse.Namespace) -> "PersonId":
    from coaching.domain.people import MACHINE, Person, PersonId, Role
    from coaching.services import people
    from coaching.services.staff import Member, add

    role, stores = Role(asked.role or REP), people.stores(services, MACHINE)
    store = _store_named(stores, asked.store)
    if role is Role.ADMINISTRATOR:
        store = None
    elif store is None:
        if len(stores) != 1:
            raise CoachingError(WHICH_STORE)
        store = stores[0]
    teams = {one.name: one for one in people.teams(services, MACHINE) if store and one.store_id == store.id}
    team = _named("team", teams, asked.team) if asked.team else None
    person = Person(
        PersonId(0),
        asked.name,
        role,
        store.id if store else None,
        team.id if team and role is Role.REP else None,
        asked.direct_line or "",
        email=asked.email,
    )
    return add(services, MACHINE, Member(person, frozenset({team.id} if team and role is Role.TRAINER else ())))


def _store_named(stores: "Sequence[Store]", name: str | None) -> "Store | None":
    """Raises UnknownName."""
    return _named("store", {one.name: one for one in stores}, name) if name else None


def _named(kind: str, known: dict[str, Named], name: str) -> Named:
    if name not in known:
        raise UnknownName(kind, name, known)
    return known[name]
