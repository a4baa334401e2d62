"""Measure the verdicts on every labelled set and publish what comes out: docs/accuracy.md for readers, accuracy.json for the app.

    python benchmarks/accuracy.py [build/speech ...]

With folders that render.py and hear.py filled, the verdicts from audio are published too.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from end_to_end import KINDS, Numbers, heard_rows, judged, numbers, read, unsure_share, with_text

from coaching.cli.evaluate import agreement_shape, hold_against
from coaching.cli.rows import Row, read_lines, read_rows
from coaching.domain.scorecard import Scorecard
from coaching.rubrics import load_scorer
from coaching.scoring.evaluation import Agreement
from coaching.scoring.parse import Spoken

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "docs" / "accuracy.md"
FOR_THE_APP = PROJECT / "coaching" / "rubrics" / "voicemail" / "accuracy.json"
EVAL = PROJECT / "eval"
# name, title, files, field, held out
TEXT_SETS = (
    ("held_out", "Held out: authors from whom no model learned", (EVAL / "held_out").glob("*.jsonl"), "text", True),
    ("development", "Development: what the rules and models were made with", EVAL.glob("*.jsonl"), "text", False),
    ("recognised", "Development, as a small recogniser printed them", [EVAL / "voicemails.jsonl"], "asr_text", False),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One table of the page. held_out: nothing was trained on it or written after reading it."""

    name: str
    title: str
    n: int
    held_out: bool
    unsure: float
    agreements: dict[str, Agreement]
    numbers: Numbers | None = None

    @property
    def shape(self) -> dict[str, Any]:
        criteria = {criterion_id: agreement_shape(found) for criterion_id, found in self.agreements.items()}
        return {"name": self.name, "title": self.title, "n": self.n, "held_out": self.held_out, "criteria": criteria}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("spoken", type=Path, nargs="*", help="folders of render.py and hear.py")
    asked = arguments.parse_args()
    sets = [on_text(*one) for one in TEXT_SETS]
    audio = on_audio(asked.spoken) if asked.spoken else []
    shape = {"measured_on": date.today().isoformat(), "rubric": load_scorer().rubric.version}
    shape |= {"sets": [one.shape for one in sets], "audio": [one.shape for one in audio]}
    FOR_THE_APP.write_text(json.dumps(shape, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(shape, sets, audio), encoding="utf-8")


def on_text(name: str, title: str, paths: Iterable[Path], field: str, held_out: bool) -> Measured:
    rows = [row for path in sorted(paths) for row in read_rows(read_lines(path), field) if isinstance(row, Row)]
    cards = list(load_scorer().score_all(Spoken(row.text, row.context) for row in rows))
    return measured(name, title, rows, cards, held_out)


def on_audio(folders: Sequence[Path]) -> list[Measured]:
    spoken, heard = read(folders)
    found = []
    for kind in KINDS:
        there = heard_rows(spoken[kind], heard)
        said, rows = with_text(there, lambda row: row["text"]), with_text(there, lambda row: heard[row["recording"]].text)
        cards = judged(rows, [heard[row["recording"]] for row in there])
        on_words = list(load_scorer().score_all(Spoken(row.text, row.context) for row in said))
        found.append(measured(f"{kind}_words", f"The true words of the {kind} recordings", said, on_words))
        found.append(measured(kind, f"From {kind} audio", rows, cards, counted=numbers(said, cards)))
    return found


def measured(
    name: str, title: str, rows: Sequence[Row], cards: Sequence[Scorecard], held_out: bool = False, counted: Numbers | None = None
) -> Measured:
    return Measured(name, title, len(rows), held_out, unsure_share(cards), hold_against(rows, cards), counted)


def page(shape: dict[str, Any], sets: Sequence[Measured], audio: Sequence[Measured]) -> str:
    tables = "\n\n".join(section(one) for one in [*sets, *audio])
    return f"""# How accurate the verdicts are

Measured on {shape["measured_on"]} with the rubric `{shape["rubric"]}` by `python benchmarks/accuracy.py`; this page is generated.
Macro F1 is the mean of the F1 of met and of not met, so that calling everything met does not pass; an unsure verdict counts as
wrong; kappa is Cohen's. Intervals hold 95 % (bootstrap). What fair judges label differently is left out. The voicemails are
fictional, and so are the voices: expect less on real ones, and measure your own with `python -m coaching evaluate`.

How the learned models do on authors they never saw, one author at a time, stands in their
[training report](../coaching/scoring/models/REPORT.md). What was seen of the held-out authors, and how each new author was judged
before anything was written with it at hand, stands [beside the sets](../eval/README.md).

{tables}
"""


def section(one: Measured) -> str:
    lines = [f"## {one.title}", "", f"{one.n} voicemails; {one.unsure:.1%} of all verdicts unsure.", ""]
    lines += ["| criterion | n | met | macro F1 | 95 % | kappa | 95 % | unsure |", "|---|---|---|---|---|---|---|---|"]
    lines += [table_row(criterion_id, found) for criterion_id, found in one.agreements.items()]
    if one.numbers:
        counted = one.numbers
        lines += [
            "",
            f"The rep's direct line was said in {counted.lines_said} recordings and recognised in {counted.lines_recognised}.",
        ]
        lines += [f"Of {counted.shown_as_certain} numbers shown as certain, {counted.certain_but_wrong} were wrong."]
    return "\n".join(lines)


def table_row(criterion_id: str, found: Agreement) -> str:
    cells = (shown(found.macro_f1), between(found.macro_f1_interval), shown(found.kappa), between(found.kappa_interval))
    return f"| {criterion_id} | {found.n} | {found.met} | {' | '.join(cells)} | {found.unsure} |"


def shown(value: float | None) -> str:
    return "cannot be computed" if value is None else f"{value:.2f}"


def between(interval: tuple[float, float] | None) -> str:
    return "" if interval is None else f"{interval[0]:.2f} to {interval[1]:.2f}"


if __name__ == "__main__":
    main()
