"""`labelled-cases`: what people said instead of the machine, as a set for `evaluate`."""

import argparse

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.cli.shapes import print_line

EXAMPLE = """example:
  python -m coaching labelled-cases > ours.jsonl && python -m coaching evaluate ours.jsonl"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "labelled-cases", help="print every overruled verdict as a labelled case", epilog=EXAMPLE, formatter_class=EXAMPLES
    )
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """One line of JSON a voicemail."""
    from coaching import bootstrap
    from coaching.domain.people import MACHINE
    from coaching.services.labelled_cases import labelled_cases

    for case in labelled_cases(bootstrap.services(), MACHINE):
        print_line(case)
    return 0
