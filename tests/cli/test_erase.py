"""The command lines by which operators erase and back up, as processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coaching.services.reading import list_leads, list_voicemails
from tests.screens import PROJECT
from tests.world import Cast

SAID = "hello Denise Okafor"


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"COACHING_HOME": str(home)}
    command = [sys.executable, "-m", "coaching", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)


@pytest.fixture
def home(cast: Cast, tmp_path: Path) -> Path:
    if cast.services.database.engine.dialect.name != "sqlite":
        pytest.skip("the command line is the same over PostgreSQL")
    cast.leaves(SAID, lead=cast.denise, attempt=1)
    return tmp_path


@pytest.mark.parametrize("whom", ["Denise Okafor", "denise okafor", "1"])
def test_a_customer_is_erased_by_name_or_number(cast: Cast, home: Path, whom: str) -> None:
    done = run(home, "erase", "--customer", whom, "--yes")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["erased"], report["customer"], report["voicemails"]) == (True, cast.denise, 1)
    assert "Denise" not in done.stdout + done.stderr
    assert list_leads(cast.services, cast.as_seen_by(cast.abe)) == []
    assert list_voicemails(cast.services, cast.as_seen_by(cast.abe)) == []


def test_a_rep_is_erased(cast: Cast, home: Path) -> None:
    report = json.loads(run(home, "erase", "--rep", "Bob", "--yes").stdout)
    assert (report["person"], report["voicemails"]) == (cast.bob, 1)


@pytest.mark.parametrize("more", [["--dry-run"], []], ids=["to look", "without being sure"])
def test_nothing_goes_by_itself(cast: Cast, home: Path, more: list[str]) -> None:
    done = run(home, "erase", "--customer", "Denise Okafor", *more)
    assert done.returncode == (0 if more else 2)
    assert len(list_leads(cast.services, cast.as_seen_by(cast.abe))) == 1
    assert not more or json.loads(done.stdout)["erased"] is False


@pytest.mark.parametrize(
    "wrong",
    [
        ["--customer", "Nobody Atall", "--yes"],
        ["--rep", "99", "--yes"],
        ["--customer", "Denise Okafor", "--store", "X", "--yes"],
        [],
    ],
)
def test_who_is_not_there_is_said(home: Path, wrong: list[str]) -> None:
    assert run(home, "erase", *wrong).returncode == 2


def test_it_is_the_store_that_is_not_there(home: Path) -> None:
    done = run(home, "erase", "--customer", "Denise Okafor", "--store", "Nowhere", "--dry-run")
    assert done.returncode == 2
    assert "no store 'Nowhere'" in done.stderr
    assert "Known: Fairhaven Honda, Riverbend Toyota" in done.stderr


def test_nobody_is_sent_to_a_list_that_a_command_line_has_not(home: Path) -> None:
    said = run(home, "erase", "--customer", "Nobody Atall", "--store", "Riverbend Toyota").stderr
    assert "no customer 'Nobody Atall' at Riverbend Toyota" in said
    assert "list" not in said


def test_help_shows_an_example(tmp_path: Path) -> None:
    for command in ("erase", "backup"):
        assert f"python -m coaching {command} " in run(tmp_path, command, "--help").stdout


def test_a_backup_is_a_home(cast: Cast, home: Path, tmp_path: Path) -> None:
    done = run(home, "backup", str(tmp_path / "monday"))
    assert json.loads(done.stdout) == {"folder": str(tmp_path / "monday"), "database": True, "recordings": 1, "missing": 0}
    report = json.loads(run(tmp_path / "monday", "erase", "--customer", "1", "--dry-run").stdout)
    assert report["voicemails"] == 1
