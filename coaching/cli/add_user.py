"""`add-user`: somebody who works here, and the link by which they choose their password."""

import argparse
from typing import TYPE_CHECKING, TypeVar

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.cli.shapes import print_line
from coaching.errors import CoachingError, UnknownName
from coaching.settings import DEFAULT_ADDRESS

if TYPE_CHECKING:
    from coaching.domain.people import PersonId
    from coaching.services.parts import Services

Named = TypeVar("Named")
ROLES = ("rep", "trainer", "manager", "administrator")
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
    parser.add_argument("--role", choices=ROLES, default="rep", help="what they may see (default: %(default)s)")
    parser.add_argument("--store", metavar="NAME", help="where they work, where there are several stores")
    parser.add_argument("--team", metavar="NAME", help="the team they are on, or train")
    parser.add_argument("--direct-line", default="", metavar="NUMBER", help="the number that rings at them")
    parser.add_argument("--address", default=DEFAULT_ADDRESS, help="of the app, for the link (default: %(default)s)")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Prints one line of JSON: who it is, and the link."""
    from coaching import bootstrap
    from coaching.domain.people import MACHINE
    from coaching.services.first_run import refuse_other_world
    from coaching.services.invitations import VALID_FOR, invite

    services = bootstrap.services()
    refuse_other_world(services, demo=False)
    known = _known(services, asked.email)
    person_id = known or _add(services, asked)
    link = f"{asked.address.rstrip('/')}/invitation/{invite(services, MACHINE, person_id)}"
    print_line({"id": person_id, "new": known is None, "link": link, "days": VALID_FOR.days})
    return 0


def _known(services: "Services", email: str) -> "PersonId | None":
    from coaching.domain.people import MACHINE
    from coaching.services.staff import members

    wanted = email.strip().lower()
    return next((member.person.id for member in members(services, MACHINE) if member.person.email == wanted), None)


def _add(services: "Services", asked: argparse.Namespace) -> "PersonId":
    from coaching.domain.people import MACHINE, Person, PersonId, Role
    from coaching.services import people
    from coaching.services.staff import Member, add

    role, store = Role(asked.role), None
    if role is not Role.ADMINISTRATOR:
        stores = {one.name: one for one in people.stores(services, MACHINE)}
        if asked.store is None and len(stores) != 1:
            raise CoachingError(WHICH_STORE)
        store = _named("store", stores, asked.store) if asked.store else next(iter(stores.values()))
    teams = {one.name: one for one in people.teams(services, MACHINE) if store and one.store_id == store.id}
    team = _named("team", teams, asked.team) if asked.team else None
    person = Person(
        PersonId(0),
        asked.name,
        role,
        store.id if store else None,
        team.id if team and role is Role.REP else None,
        asked.direct_line,
        email=asked.email,
    )
    return add(services, MACHINE, Member(person, frozenset({team.id} if team and role is Role.TRAINER else ())))


def _named(kind: str, known: dict[str, Named], name: str) -> Named:
    if name not in known:
        raise UnknownName(kind, name, known)
    return known[name]
