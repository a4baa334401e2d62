"""`check`: judges text, no audio."""

import argparse
import sys
from pathlib import Path

from coaching.cli.arguments import EXAMPLES, Commands, add_profile
from coaching.cli.rows import BadLine, Row, read_lines, read_rows
from coaching.cli.shapes import print_line, scorecard_shape

EXAMPLE = """example:
  python -m coaching check messages.jsonl --rubric short_and_curious > verdicts.jsonl"""


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("check", help="judge voicemails given as text", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument("file", type=Path, metavar="FILE.jsonl", help="one voicemail a line; only id and text are required")
    add_profile(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from coaching.rubrics import load_scorer
    from coaching.scoring.parse import Spoken

    scorer = load_scorer(asked.rubric)
    rows = read_rows(read_lines(asked.file))
    if not rows:
        print(f"There is no voicemail in {asked.file}. Write one a line, with id and text.", file=sys.stderr)
    scorecards = scorer.score_all(Spoken(row.text, row.context) for row in rows if isinstance(row, Row))
    for row in rows:
        if isinstance(row, BadLine):
            print_line({"id": row.id, "line": row.line, "error": row.error})
        else:
            print_line({"id": row.id, **scorecard_shape(next(scorecards))})
    return int(any(isinstance(row, BadLine) for row in rows))
