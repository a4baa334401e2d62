"""`backup`: copies database and audio into a new folder while the app runs."""

import argparse
import sys
from pathlib import Path

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.cli.shapes import print_line

EXAMPLE = """example:
  python -m coaching backup /srv/backups/voicemail-coach-monday
  COACHING_HOME=/srv/backups/voicemail-coach-monday streamlit run app.py     # open it, to look or to go back"""
DUMP = "The database is PostgreSQL's: back it up with pg_dump, at the same time. The audio is in the folder."


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "backup", help="copy database and audio into a new folder", epilog=EXAMPLE, formatter_class=EXAMPLES
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is empty or not there yet")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """One line of JSON; fails where a recording's audio is missing."""
    from coaching import bootstrap
    from coaching.services.privacy.backup import back_up

    made = back_up(bootstrap.services(), asked.folder)
    if not made.database:
        print(DUMP, file=sys.stderr)
    counts = {"recordings": made.recordings, "missing": made.missing}
    print_line({"folder": str(made.folder), "database": made.database, **counts})
    return int(made.missing > 0)
