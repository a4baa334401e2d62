"""`transcribe`: what was said in recordings, nothing judged."""

import argparse
import os
from pathlib import Path

from coaching.cli.arguments import EXAMPLES, Commands, add_engine, settings_of
from coaching.cli.recordings import HeardFile, RefusedFile, audio_files, hear_all
from coaching.cli.shapes import heard_shape, print_line
from coaching.domain.context import CallContext

EXAMPLE = """example:
  python -m coaching transcribe voicemails/*.wav --json > transcripts.jsonl"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("transcribe", help="write down what recordings say", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument("audio", nargs="+", type=Path, metavar="AUDIO", help="recordings, or folders of them")
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each")
    add_engine(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from coaching.bootstrap import at_once, open_listener

    settings = settings_of(asked, os.environ)
    failed = False
    for file in hear_all(audio_files(asked.audio), open_listener(settings), lambda _: CallContext(), at_once(settings)):
        failed |= isinstance(file, RefusedFile)
        if asked.json:
            print_line(heard_shape(file.recording, file.heard) if isinstance(file, HeardFile) else file.shape)
        elif isinstance(file, HeardFile):
            print(f"{file.path.name}: {file.heard.transcript.text or '(nobody speaks)'}")
        else:
            print(f"{file.path.name}: {file.message}")
    return int(failed)
