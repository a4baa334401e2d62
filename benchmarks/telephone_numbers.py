"""How often the rep's direct line is recognised, and how often a number like it is taken for it, with and without a second look.

    python benchmarks/telephone_numbers.py build/speech [--kind telephone] [--limit 40]        (after render.py)

Each recording in which the line is said is heard once. Then the true line is on file, and in turn IMPOSTORS lines that differ
from what is said in one digit or two: none of those may be recognised.
"""

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from coaching.audio.decode import decode
from coaching.cli.rows import read_context
from coaching.domain.context import CallContext
from coaching.domain.scorecard import NumberMatch, SpokenNumber
from coaching.domain.transcript import Transcript
from coaching.scoring.numbers import find_numbers, line_digits
from coaching.scoring.parse import MessageParser, Spoken
from coaching.services.judge import hints, lines
from coaching.services.looking_again import look_again
from coaching.settings import Settings
from coaching.transcription.engine import load_transcriber

IMPOSTORS = 4
PARSER = MessageParser(find_numbers)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--kind", choices=("clean", "telephone"), default="telephone")
    arguments.add_argument("--limit", type=int, default=40)
    asked = arguments.parse_args()
    rows = [json.loads(line) for line in (asked.folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    said = [row for row in rows if row["recording"].startswith(asked.kind) and is_said(row)][: asked.limit]
    counted: Counter[str] = Counter()
    for place, row in enumerate(said, 1):
        counted += one(asked.folder / row["recording"], row, place)
        print(f"{place} of {len(said)}: {dict(counted)}", file=sys.stderr)
    print(json.dumps(dict(sorted(counted.items())), indent=1))


def is_said(row: Mapping[str, Any]) -> bool:
    return recognised(numbers(row["text"], read_context(row), None))


def one(recording: Path, row: Mapping[str, Any], seed: int) -> Counter[str]:
    context, samples = read_context(row), decode(recording.read_bytes()).samples
    settings = Settings.from_environment(os.environ)
    transcriber = load_transcriber(settings.engine, settings.model, home=settings.home)
    heard = transcriber.transcribe(samples, hints=hints(context))
    counted = Counter(recordings=1)
    for kind, on_file in (("line", context), *(("impostor", other) for other in impostors(context, seed))):
        started = time.monotonic()
        again = look_again(transcriber, samples, heard, lines(on_file))
        counted[f"{kind}: thousandths of a second"] += round(1000 * (time.monotonic() - started))
        for look, transcript in (("first look", heard), ("second look", again)):
            found = numbers(transcript.text, on_file, transcript)
            counted[f"{kind}: tried"] += look == "first look"
            counted[f"{kind}: recognised at {look}"] += recognised(found)
            counted[f"{kind}: certain at {look}"] += recognised([number for number in found if number.certain])
    return counted


def impostors(context: CallContext, seed: int) -> list[CallContext]:
    chance, line = random.Random(seed), line_digits(context.rep.direct_line)
    made = []
    for at in range(IMPOSTORS):
        digits = list(line)
        for place in chance.sample(range(len(line)), 1 + at % 2):
            digits[place] = chance.choice([digit for digit in "0123456789" if digit != line[place]])
        made.append(replace(context, rep=replace(context.rep, direct_line="".join(digits))))
    return made


def numbers(text: str, context: CallContext, transcript: Transcript | None) -> tuple[SpokenNumber, ...]:
    return next(iter(PARSER.parse_all([Spoken(text, context, transcript)]))).numbers


def recognised(found: tuple[SpokenNumber, ...] | list[SpokenNumber]) -> bool:
    return any(number.match is NumberMatch.DIRECT_LINE for number in found)


if __name__ == "__main__":
    main()
