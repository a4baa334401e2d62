"""`python -m coaching`: JSON to standard output, messages to standard error; exit 0 all handled, 1 some failed, 2 wrong usage."""

import argparse
import logging
import sys
from collections.abc import Sequence

from coaching.cli import (
    add_user,
    backup,
    check,
    demo,
    erase,
    evaluate,
    import_leads,
    labelled_cases,
    mail,
    score,
    train,
    transcribe,
    worker,
)
from coaching.errors import CoachingError, InvalidFile, NotFound, UnknownName

COMMANDS = (score, check, transcribe, evaluate, demo, worker, import_leads, add_user, train, labelled_cases, backup, erase, mail)
SOME_FAILED, WRONG_USAGE = 1, 2


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="python -m coaching", description="Judge and coach the voicemails that dealership reps leave."
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(commands)
    return top


def main(arguments: Sequence[str]) -> int:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    asked = parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except (UnknownName, InvalidFile, NotFound) as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    except CoachingError as error:
        print(error, file=sys.stderr)
        return SOME_FAILED
    except BrokenPipeError:  # `... | head`: whoever read us has enough
        sys.stderr.close()
        return SOME_FAILED
