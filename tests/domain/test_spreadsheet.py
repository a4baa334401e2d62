import ast
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.spreadsheet import FORMULA_SIGNS, cell, csv_bytes

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", ' =HYPERLINK("http://evil.example")', "\ufeff=1", "=cmd|' /C calc'!A0"],
)
def test_what_a_spreadsheet_would_compute_stays_text(typed: str) -> None:
    assert cell(typed) == f"'{typed}"


@pytest.mark.parametrize(("value", "shown"), [("Bob", "Bob"), (-3, -3), (2.5, 2.5), (None, ""), ("a=b", "a=b")])
def test_the_rest_stays_as_it_is(value: object, shown: object) -> None:
    assert cell(value) == shown


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=1))
def test_no_cell_of_any_file_begins_with_a_formula(typed: list[str]) -> None:
    text = csv_bytes(["heading"] * len(typed), [typed]).decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert len(row) == len(typed)
    assert not [one for one in row if one.startswith(FORMULA_SIGNS)]


def test_every_export_goes_through_here() -> None:
    """A file for a spreadsheet that is written anywhere else would have formulas again."""
    writers = ("csv.writer", "csv.DictWriter", ".to_csv")
    sources = {path: ast.unparse(ast.parse(path.read_text(encoding="utf-8"))) for path in (PROJECT / "coaching").rglob("*.py")}
    found = {path.stem for path, source in sources.items() if any(writer in source for writer in writers)}
    assert found == {"spreadsheet"}
