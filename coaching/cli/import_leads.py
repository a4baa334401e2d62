"""`import-leads`: leads from CSV or ADF/XML come into a store."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.cli.shapes import print_line
from coaching.errors import CoachingError, InvalidFile, UnknownName

if TYPE_CHECKING:
    from coaching.domain.people import StoreId
    from coaching.services.parts import Services

NAME_IT = 'Name it with --column "NAME=customer_name".'
FIRST_STORE = "Our store"
WHICH_STORE = "There are several stores; say which one with --store NAME: "
EXAMPLE = """examples:
  python -m coaching import-leads leads.csv
  python -m coaching import-leads export.csv --column "Buyer=customer_name" --column "Car=vehicle"
  python -m coaching import-leads morning.xml --store "Fairhaven Honda\""""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "import-leads", help="take leads from CSV or ADF/XML files", epilog=EXAMPLE, formatter_class=EXAMPLES
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV with column names in the first row, or ADF/XML")
    parser.add_argument("--store", metavar="NAME", help="the store they are for, where there are several; opened where none is")
    parser.add_argument(
        "--column",
        action="append",
        type=column,
        metavar="NAME=FIELD",
        help="what a column of a CSV file holds; else it is guessed",
    )
    parser.set_defaults(run=run)


def column(text: str) -> tuple[str, str]:
    name, equals, field = text.rpartition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=FIELD")
    return name, field


def run(asked: argparse.Namespace) -> int:
    """One line of JSON a file; the files after a bad one are still imported."""
    from coaching import bootstrap

    services = bootstrap.services()
    store_id = _store(services, asked.store)
    mapping = dict(asked.column) if asked.column else None
    reports = [_imported(services, store_id, file, mapping) for file in asked.files]
    for report in reports:
        print_line(report)
    return int(any("error" in report or report["refused"] for report in reports))


def _store(services: "Services", name: str | None) -> "StoreId":
    """Raises UnknownName, and InvalidFile where several stores could be meant."""
    from coaching.domain.people import MACHINE
    from coaching.services.people import open_first_store, stores

    known = {store.name: store.id for store in stores(services, MACHINE)}
    if not known:
        return open_first_store(services, MACHINE, name or FIRST_STORE)
    if name is not None and name not in known:
        raise UnknownName("store", name, known)
    if name is None and len(known) > 1:
        raise InvalidFile(WHICH_STORE + ", ".join(sorted(known)) + ".")
    return known[name] if name else next(iter(known.values()))


def _imported(services: "Services", store_id: "StoreId", file: Path, mapping: dict[str, str] | None) -> dict[str, Any]:
    from coaching.domain.people import MACHINE
    from coaching.follow_up.leads.columns import NoNameColumn
    from coaching.services.follow_up.lead_files import import_leads

    try:
        imported = import_leads(services, MACHINE, store_id, file.read_bytes(), mapping)
    except OSError as error:
        return {"file": file.name, "error": f"The file cannot be read: {error.strerror}."}
    except NoNameColumn as error:
        return {"file": file.name, "error": f"{error} {NAME_IT}"}
    except CoachingError as error:
        return {"file": file.name, "error": str(error)}
    return {
        "file": file.name,
        "added": len(imported.added),
        "already_here": len(imported.already_here),
        "without_rep": [{"line": one.line, "remark": one.sentence} for one in imported.without_rep],
        "refused": [{"line": one.line, "error": one.sentence} for one in imported.refused],
    }
