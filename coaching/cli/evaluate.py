"""`evaluate`: holds the verdicts against a labelled set."""

import argparse
import dataclasses
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.cli.arguments import EXAMPLES, Commands, add_profile
from coaching.cli.rows import BadLine, Row, read_lines, read_rows
from coaching.cli.shapes import print_line
from coaching.domain.scorecard import Outcome, Scorecard
from coaching.errors import InvalidFile, UnknownName

if TYPE_CHECKING:
    from coaching.scoring.evaluation import Agreement

FIELDS = ("text", "asr_text")
SHOWN_DIGITS = 3
NOTHING_MEASURED = "There is no voicemail in {}, so nothing was measured. Write one a line, with labels."
EXAMPLE = """example:
  python -m coaching evaluate eval/voicemails.jsonl --field asr_text --min-f1 value_offered=0.9,text_invited=0.95"""

Floors = Mapping[str, float]


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("evaluate", help="measure the verdicts", epilog=EXAMPLE, formatter_class=EXAMPLES)
    parser.add_argument(
        "set", type=Path, metavar="SET.jsonl", help="labelled voicemails: rows of check with labels and ambiguous"
    )
    parser.add_argument("--field", choices=FIELDS, default=FIELDS[0], help="what was written, or what a recogniser heard")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--min-f1", type=_floors, default={}, metavar="ID=F1,...", help="exit 1 where a macro F1 lies below")
    add_profile(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from coaching.rubrics import load_scorer
    from coaching.scoring.parse import Spoken

    scorer = load_scorer(asked.rubric)
    _refuse_unknown(asked.min_f1, [criterion.id for criterion in scorer.rubric.criteria])
    rows = [_usable(row) for row in read_rows(read_lines(asked.set), asked.field)]
    cards = list(scorer.score_all(Spoken(row.text, row.context) for row in rows))
    agreements = hold_against(rows, cards)
    if asked.json:
        print_line(
            {"set": asked.set.name, "field": asked.field, "rubric": scorer.rubric.version, "criteria": _shapes(agreements)}
        )
    else:
        print(table(agreements))
    if not rows:
        print(NOTHING_MEASURED.format(asked.set), file=sys.stderr)
    below = [criterion_id for criterion_id, floor in asked.min_f1.items() if _macro_f1(agreements, criterion_id) < floor]
    for criterion_id in below:
        print(f"{criterion_id} lies below its floor of {asked.min_f1[criterion_id]}.", file=sys.stderr)
    return int(bool(below))


def _macro_f1(agreements: Mapping[str, "Agreement"], criterion_id: str) -> float:
    """What was not measured holds no floor."""
    return (agreements[criterion_id].macro_f1 or 0.0) if criterion_id in agreements else 0.0


def hold_against(rows: Sequence[Row], cards: Sequence[Scorecard]) -> dict[str, "Agreement"]:
    """Criterion -> agreement of verdicts with labels, without labels of not_applicable and what a row calls ambiguous."""
    from coaching.scoring.evaluation import LABELS, measure

    pairs: dict[str, list[tuple[Outcome, Outcome]]] = {}
    for row, card in zip(rows, cards, strict=True):
        labels, ambiguous = row.fields["labels"], row.fields.get("ambiguous") or ()
        for finding in card.findings:
            of_criterion = pairs.setdefault(finding.criterion_id, [])
            if labels.get(finding.criterion_id) in LABELS and finding.criterion_id not in ambiguous:
                of_criterion.append((Outcome(labels[finding.criterion_id]), finding.outcome))
    return {criterion_id: measure(of_criterion) for criterion_id, of_criterion in pairs.items()}


def table(agreements: Mapping[str, "Agreement"]) -> str:
    heading = (
        "criterion",
        "n",
        "met",
        "precision",
        "recall",
        "F1 met",
        "F1 not met",
        "macro F1 (95 %)",
        "kappa (95 %)",
        "unsure",
    )
    lines = [heading, *(_cells(criterion_id, agreement) for criterion_id, agreement in agreements.items())]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _cells(criterion_id: str, found: "Agreement") -> tuple[str, ...]:
    shares = (found.precision, found.recall, found.f1_met, found.f1_not_met)
    return (
        criterion_id,
        str(found.n),
        str(found.met),
        *map(_shown, shares),
        f"{_shown(found.macro_f1)} {_range(found.macro_f1_interval)}",
        f"{_shown(found.kappa)} {_range(found.kappa_interval)}",
        str(found.unsure),
    )


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _range(interval: tuple[float, float] | None) -> str:
    return "" if interval is None else f"({interval[0]:.2f} to {interval[1]:.2f})"


def _shapes(agreements: Mapping[str, "Agreement"]) -> dict[str, object]:
    return {criterion_id: agreement_shape(agreement) for criterion_id, agreement in agreements.items()}


def agreement_shape(agreement: "Agreement") -> object:
    return _rounded(dataclasses.asdict(agreement))


def _rounded(shape: object) -> object:
    if isinstance(shape, dict):
        return {key: _rounded(value) for key, value in shape.items()}
    if isinstance(shape, list | tuple):
        return [_rounded(value) for value in shape]
    return round(shape, SHOWN_DIGITS) if isinstance(shape, float) else shape


def _usable(row: Row | BadLine) -> Row:
    if isinstance(row, BadLine):
        raise InvalidFile(f"line {row.line} of the set: {row.error}")
    if not isinstance(row.fields.get("labels"), dict):
        raise InvalidFile(f'{row.id} of the set: "labels" (criterion to outcome) is missing')
    return row


def _refuse_unknown(floors: Floors, criterion_ids: Sequence[str]) -> None:
    for criterion_id in floors:
        if criterion_id not in criterion_ids:
            raise UnknownName("criterion", criterion_id, criterion_ids)


def _floors(asked: str) -> Floors:
    try:
        return {name: float(floor) for name, floor in (one.split("=") for one in asked.split(",") if one)}
    except ValueError as error:
        raise argparse.ArgumentTypeError("expected criterion=floor,criterion=floor,... as in value_offered=0.9") from error
