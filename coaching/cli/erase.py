"""`erase`: takes a customer or somebody who works here out of everything, and reports what went and what cannot."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.cli.shapes import print_line
from coaching.errors import InvalidFile, UnknownName

if TYPE_CHECKING:
    from coaching.domain.people import Store
    from coaching.services.parts import Services
    from coaching.services.privacy.erasing import ErasureReport

    Erase = Callable[..., ErasureReport]

NOBODY = "There is no {0} {1!r}{2}. Write the whole name as the app shows it, or the number in the address of their page."
SEVERAL = "Several have this name; say which one by its number: "
NOT_SURE = "Nothing was erased. Add --yes to erase for ever, or --dry-run to see what would go."
EXAMPLE = """examples:
  python -m coaching erase --customer "Karen Doyle" --dry-run
  python -m coaching erase --customer 12 --yes
  python -m coaching erase --rep "Nora Whitfield" --store "Riverbend Toyota" --yes"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("erase", help="erase a customer or a rep everywhere", epilog=EXAMPLE, formatter_class=EXAMPLES)
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--customer", "--lead", metavar="NAME_OR_ID", help="a customer, with every voicemail left for them")
    whom.add_argument("--rep", "--person", metavar="NAME_OR_ID", help="who works here, with every voicemail they left")
    whom.add_argument(
        "--scrub", action="store_true", help="only rewrite the database file, so that nothing deleted is left in it"
    )
    parser.add_argument("--store", metavar="NAME", help="look in this store only")
    parser.add_argument("--dry-run", action="store_true", help="report what would go, and change nothing")
    parser.add_argument("--yes", action="store_true", help="do not ask whether to erase")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """One line of JSON: what went, and what is left."""
    from coaching import bootstrap
    from coaching.domain.people import MACHINE

    services = bootstrap.services()
    if asked.scrub:
        done = services.database.scrub()
        print_line({"scrubbed": done})
        return int(not done)
    erase, key = _whom(services, asked)
    if not asked.dry_run and not (asked.yes or _confirmed(erase(services, MACHINE, key, only_look=True))):
        print(NOT_SURE, file=sys.stderr)
        return 2
    print_line(_shape(erase(services, MACHINE, key, only_look=asked.dry_run), asked.dry_run))
    return 0


def _whom(services: "Services", asked: argparse.Namespace) -> "tuple[Erase, int]":
    from coaching.domain.people import MACHINE
    from coaching.services.people import stores
    from coaching.services.privacy.erasing import erase_lead, erase_person
    from coaching.storage import leads, people

    known = stores(services, MACHINE)
    within = [store for store in known if asked.store in (None, store.name)]
    if not within and asked.store is not None:
        raise UnknownName("store", asked.store, [store.name for store in known])
    with services.database.reading() as connection:
        if asked.customer is not None:
            named = [(lead.id, lead.customer_name, lead.store_id) for lead in leads.listed(connection, MACHINE)]
            return erase_lead, _one("customer", asked.customer, named, within, asked.store)
        everybody = [(person.id, person.name, person.store_id) for person in people.everybody(connection)]
        return erase_person, _one("person", asked.rep, everybody, within, asked.store)


def _one(kind: str, wanted: str, named: Any, within: "list[Store]", store: str | None) -> int:
    """Raises InvalidFile where nobody or several could be meant."""
    ids = {one.id for one in within}
    found = [
        (key, name)
        for key, name, store_id in named
        if (store is None or store_id in ids) and (wanted == str(key) or wanted.lower() == name.lower())
    ]
    if not found:
        raise InvalidFile(NOBODY.format(kind, wanted, f" at {store}" if store else ""))
    if len(found) > 1:
        raise InvalidFile(SEVERAL + ", ".join(f"{key} ({name})" for key, name in found) + ".")
    return int(found[0][0])


def _confirmed(would: "ErasureReport") -> bool:
    if not sys.stdin.isatty():
        return False
    print(f"This erases {would.what} {would.id} with {would.voicemails} voicemails, for ever.", file=sys.stderr)
    return input("Type yes to go on: ").strip().lower() == "yes"


def _shape(report: "ErasureReport", dry_run: bool) -> dict[str, Any]:
    """Without a name: what is erased must not live on in a log of this command."""
    return {
        "erased": not dry_run,
        report.what: report.id,
        "voicemails": report.voicemails,
        "masked": dict(report.masked),
        "still_heard_in": list(report.still_heard_in),
        "left": list(report.left),
    }
