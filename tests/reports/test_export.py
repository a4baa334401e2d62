import io
import zipfile
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from coaching.domain.spreadsheet import FORMULA_SIGNS
from coaching.domain.team_scores import Scope
from coaching.errors import CoachingError
from coaching.reports import export
from coaching.reports.export import as_csv, as_excel, as_parquet, ending, tables_of, voicemails_of
from coaching.reports.team import read_team
from coaching.storage.tables import person
from tests.team_history import WEIGHTS, live_through
from tests.world import Cast

NAMES = {"value_offered": "Value", "text_invited": "Text invitation"}
SCOPE = Scope(date(2024, 9, 16), date(2024, 10, 7))
FORMULA = '=HYPERLINK("http://example.org","Bob")'


@pytest.fixture
def tables(cast: Cast) -> export.Tables:
    live_through(cast)
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(name=FORMULA))
    dana = cast.as_seen_by(cast.dana)
    report = read_team(cast.services.database, dana, SCOPE, WEIGHTS)
    return {**tables_of(report, NAMES), **voicemails_of(cast.services.database, dana, SCOPE, NAMES)}


def test_excel_opens_it_with_dates_and_numbers_one_sheet_a_table(tables: export.Tables) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_excel(tables)))
    assert book.sheetnames == ["Weeks", "Criteria by week", "Reps by criterion", "Changes", "Totals", "Voicemails"]
    head, first = list(book["Weeks"].iter_rows(min_row=1, max_row=2))
    assert [cell.value for cell in head] == ["Week", "Voicemails", "Total", "Low 95%", "High 95%"]
    assert first[0].is_date
    assert isinstance(first[0].value, datetime)
    assert [cell.data_type for cell in first[1:]] == ["n"] * 4
    voicemails = book["Voicemails"]
    assert voicemails.max_row == len(tables["Voicemails"]) + 1
    assert voicemails["B2"].is_date


def test_a_name_that_is_a_formula_stays_a_name(tables: export.Tables) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_excel(tables)))
    cells = [cell for row in book["Voicemails"].iter_rows() for cell in row if cell.value == FORMULA]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "b"}
    only = {"Voicemails": tables["Voicemails"]}
    text = as_csv(only).decode("utf-8-sig")
    read = pd.read_csv(io.StringIO(text))
    assert f"'{FORMULA}" in set(read["Rep"])
    assert not any(str(value).startswith(FORMULA_SIGNS) for column in read.select_dtypes("str") for value in read[column])


def test_parquet_keeps_every_figure(tables: export.Tables) -> None:
    only = {"Voicemails": tables["Voicemails"]}
    assert ending(only, "parquet") == "parquet"
    back = pd.read_parquet(io.BytesIO(as_parquet(only)))
    pd.testing.assert_frame_equal(back, tables["Voicemails"], check_dtype=False)


def test_many_tables_come_in_one_archive_and_always_as_the_same_bytes(tables: export.Tables) -> None:
    assert ending(tables, "csv") == "zip"
    assert as_csv(tables) == as_csv(tables)
    names = zipfile.ZipFile(io.BytesIO(as_csv(tables))).namelist()
    assert names == [f"{title}.csv" for title in tables]


def test_nobody_takes_home_what_they_may_not_see(cast: Cast) -> None:
    live_through(cast)
    database = cast.services.database
    assert voicemails_of(database, cast.as_seen_by(cast.erin), SCOPE, NAMES)["Voicemails"].empty
    bobs = voicemails_of(database, cast.as_seen_by(cast.bob), SCOPE, NAMES)["Voicemails"]
    assert set(bobs["Rep"]) == {"Bob"}


def test_too_many_rows_are_a_sentence(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    live_through(cast)
    monkeypatch.setattr(export, "MOST_ROWS", 3)
    with pytest.raises(CoachingError, match="Choose fewer weeks"):
        voicemails_of(cast.services.database, cast.as_seen_by(cast.dana), SCOPE, NAMES)
