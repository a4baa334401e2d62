"""No criterion falls below its floor on the labelled sets (eval/floors.toml)."""

import tomllib
from pathlib import Path

import pytest

from coaching.cli.evaluate import hold_against
from coaching.cli.rows import Row, read_lines, read_rows
from coaching.rubrics import load_rubric, load_scorer
from coaching.scoring.parse import Spoken

EVAL = Path(__file__).parents[1] / "eval"
FLOORS = tomllib.loads((EVAL / "floors.toml").read_text(encoding="utf-8"))
SETS = [(name, field) for name, fields in FLOORS.items() for field in fields]


@pytest.mark.parametrize(("name", "field"), SETS)
def test_every_criterion_keeps_its_floor(name: str, field: str) -> None:
    rows = [row for row in read_rows(read_lines(EVAL / f"{name}.jsonl"), field) if isinstance(row, Row)]
    cards = list(load_scorer().score_all(Spoken(row.text, row.context) for row in rows))
    found = {criterion_id: agreement.macro_f1 for criterion_id, agreement in hold_against(rows, cards).items()}
    below = {
        criterion_id: (found[criterion_id], floor)
        for criterion_id, floor in FLOORS[name][field].items()
        if (found[criterion_id] or 0.0) < floor
    }
    assert not below


@pytest.mark.parametrize(("name", "field"), SETS)
def test_every_criterion_has_a_floor(name: str, field: str) -> None:
    assert set(FLOORS[name][field]) == {criterion.id for criterion in load_rubric().criteria}


@pytest.mark.parametrize("path", sorted(EVAL.rglob("*.jsonl")), ids=lambda path: path.stem)
def test_every_row_of_a_set_can_be_read(path: Path) -> None:
    assert all(isinstance(row, Row) for row in read_rows(read_lines(path)))
