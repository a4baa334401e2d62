import json
from pathlib import Path
from typing import Any

import pytest

from coaching import bootstrap
from coaching.cli import main

ADF = """<?adf version="1.0"?><adf><prospect><id>1</id><customer><contact><name>Ann Lee</name></contact></customer></prospect>
<prospect><id>2</id><customer><contact><name>Bo Tran</name></contact></customer></prospect></adf>
<adf><prospect><id>3</id><customer><contact><name>Cy Gray</name></contact></customer></prospect></adf>"""
FILES = {
    "leads.csv": "Name,Phone\nAnn Lee,410-555-0101\nBo Tran,12\n",
    "leads.xml": ADF,
    "bomb.xml": '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><adf><prospect>&b;</prospect></adf>',
    "outside.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><adf><prospect>&x;</prospect></adf>',
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of the files above; the home beside them is empty."""
    monkeypatch.setenv("COACHING_HOME", str(tmp_path / "home"))
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[dict[str, Any]]]:
    code = main(["import-leads", *map(str, arguments)])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_three_leads_of_one_file_come_in_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = {"file": "leads.xml", "added": 3, "already_here": 0, "without_rep": [], "refused": []}
    assert run(capsys, folder / "leads.xml") == (0, [report])
    assert run(capsys, folder / "leads.xml") == (0, [{**report, "added": 0, "already_here": 3}])


def test_hostile_files_and_bad_rows_are_told_and_stop_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, reports = run(capsys, *(folder / name for name in ("bomb.xml", "outside.xml", "missing.csv", "leads.csv")))
    assert code == 1
    assert "nothing was imported" in reports[0]["error"]
    assert "nothing was imported" in reports[1]["error"]
    assert "cannot be read" in reports[2]["error"]
    assert reports[3]["added"] == 1
    assert reports[3]["refused"] == [{"line": 3, "error": "'12' is no telephone number: it has too few digits."}]


def test_a_salesperson_who_is_nobody_here_is_told_and_stops_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "reps.csv").write_text("Name,Sales rep\nAnn Lee,Max Muster\n")
    code, (report,) = run(capsys, folder / "reps.csv")
    assert (code, report["added"], report["without_rep"][0]["line"]) == (0, 1, 2)
    assert "Max Muster" in report["without_rep"][0]["remark"]


def test_a_column_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "own.csv").write_text("Wer\nAnn Lee\n")
    assert run(capsys, folder / "own.csv")[0] == 1
    assert run(capsys, folder / "own.csv", "--column", "Wer=customer_name")[1][0]["added"] == 1


def test_a_file_without_a_name_says_how_to_name_the_column(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "nocust.csv").write_text("Wer\nAnn Lee\n")
    assert '--column "NAME=customer_name"' in run(capsys, folder / "nocust.csv")[1][0]["error"]


def test_where_there_are_several_stores_one_must_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from coaching.storage import people

    with bootstrap.services().database.writing() as connection:
        for name in ("Fairhaven Honda", "Riverbend Toyota"):
            people.add_store(connection, name, "")
    assert main(["import-leads", str(folder / "leads.xml")]) == 2
    assert "Fairhaven Honda, Riverbend Toyota" in capsys.readouterr().err
    assert run(capsys, folder / "leads.xml", "--store", "Riverbend Toyota")[0] == 0
