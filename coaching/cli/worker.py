"""`worker`: transcribes and judges what was uploaded. The app starts one by itself; more may run beside it."""

import argparse
import logging
import os

from coaching.cli.arguments import EXAMPLES, Commands
from coaching.settings import Settings

EXAMPLE = """example:
  COACHING_HOME=/srv/voicemail-coach python -m coaching worker"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("worker", help="work off the queue of recordings", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument("--parent", type=int, metavar="PID", help="end when this process, which started the worker, is gone")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from coaching import bootstrap
    from coaching.jobs import process

    logging.getLogger("coaching").setLevel(logging.INFO)
    process.run(bootstrap.open_worker(Settings.from_environment(os.environ)), asked.parent)
    return 0
