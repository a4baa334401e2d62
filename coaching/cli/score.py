"""`score`: transcribes and judges recordings."""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from coaching.cli.arguments import EXAMPLES, Commands, add_engine, add_profile, settings_of
from coaching.cli.paper import print_refusal, print_scorecard
from coaching.cli.recordings import HeardFile, RefusedFile, audio_files, hear_all
from coaching.cli.rows import Row, lead_of, read_lines, read_object, with_earlier
from coaching.cli.shapes import delivery_shape, heard_shape, print_line, scorecard_shape
from coaching.domain.scorecard import Scorecard
from coaching.errors import AudioProblem, InvalidFile
from coaching.scoring.on_file import read_context

EXAMPLE = """example:
  python -m coaching score sample_audio --leads sample_audio/leads.jsonl --json
  python -m coaching score today.wav --lead karen.json"""

OnFile = Callable[[Path], Mapping[str, Any]]


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("score", help="transcribe and judge recordings", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument("audio", nargs="+", type=Path, metavar="AUDIO", help="recordings, or folders of them")
    on_file = parser.add_mutually_exclusive_group()
    on_file.add_argument("--lead", type=Path, metavar="LEAD.json", help="what is on file about the call, for all recordings")
    on_file.add_argument("--leads", type=Path, metavar="LEADS.jsonl", help='one such object a line with "recording"')
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each")
    add_profile(parser)
    add_engine(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from coaching.bootstrap import at_once, open_listener
    from coaching.rubrics import load_scorer
    from coaching.scoring.parse import Spoken

    scorer, on_file = load_scorer(asked.rubric), _on_file(asked)
    settings = settings_of(asked, os.environ)
    paths = audio_files(asked.audio, without=asked.leads or asked.lead)
    all_heard = hear_all(paths, open_listener(settings), lambda path: read_context(on_file(path)), at_once(settings))
    answers = [_unless_silent(one) for one in all_heard]
    heard = [one for one in answers if isinstance(one, HeardFile)]
    rows = _rows(heard, on_file)
    cards = scorer.score_all(Spoken(row.text, row.context, one.heard.transcript) for row, one in zip(rows, heard, strict=True))
    for answer in answers:
        if isinstance(answer, RefusedFile):
            print_line(answer.shape) if asked.json else print_refusal(answer)
        elif asked.json:
            print_line(_shape(answer, next(cards)))
        else:
            print_scorecard(answer, next(cards), scorer.rubric)
    return int(len(heard) < len(answers))


def _on_file(asked: argparse.Namespace) -> OnFile:
    """Raises InvalidFile, before anything is heard."""
    if asked.lead:
        lead = _lead(asked.lead)
        return lambda path: lead
    by_name = dict(map(_named, enumerate(read_lines(asked.leads), 1))) if asked.leads else {}
    return lambda path: by_name.get(path.name, {})


def _lead(file: Path) -> Mapping[str, Any]:
    lines = read_lines(file)
    try:
        lead = read_object("\n".join(lines))
        read_context(lead)
    except InvalidFile as error:
        raise InvalidFile(f"{file}: {error}") from error
    return lead


def _named(numbered: tuple[int, str]) -> tuple[str, Mapping[str, Any]]:
    number, line = numbered
    try:
        lead = read_object(line)
        read_context(lead)
    except InvalidFile as error:
        raise InvalidFile(f"line {number} of the leads: {error}") from error
    if not isinstance(lead.get("recording"), str):
        raise InvalidFile(f'line {number} of the leads: "recording" (the name of the audio file) is missing')
    return lead["recording"], lead


def _rows(heard: Sequence[HeardFile], on_file: OnFile) -> list[Row]:
    """What was heard as rows of text, those of one lead knowing what was said in the attempts before them."""
    rows: list[Row] = []
    for one in heard:
        fields = on_file(one.path)
        context = read_context(fields)
        rows.append(Row(one.path.name, lead_of(fields), context.attempt, one.heard.transcript.text, context, fields))
    return [row for row in with_earlier(rows) if isinstance(row, Row)]


def _unless_silent(answer: HeardFile | RefusedFile) -> HeardFile | RefusedFile:
    if isinstance(answer, HeardFile) and not answer.heard.transcript.words:
        from coaching.audio.refusals import refusal

        return RefusedFile(answer.path, AudioProblem.NO_SPEECH.value, str(refusal(AudioProblem.NO_SPEECH)))
    return answer


def _shape(file: HeardFile, card: Scorecard) -> dict[str, Any]:
    return {**heard_shape(file.recording, file.heard), "delivery": delivery_shape(file.heard.delivery), **scorecard_shape(card)}
