"""Nothing to do is said, on standard error: silence would look like work done."""

import json
from pathlib import Path

import pytest

from coaching.cli import main


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    file = tmp_path / "empty.jsonl"
    file.write_text("\n")
    return file


@pytest.mark.parametrize("command", ["score", "transcribe"])
def test_a_folder_without_recordings(tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "inbox" / "monday").mkdir(parents=True)
    assert main([command, str(tmp_path / "inbox"), "--json"]) == 0
    told = capsys.readouterr()
    assert (told.out, "no recording in" in told.err) == ("", True)


def test_a_file_without_voicemails_to_check(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(empty)]) == 0
    told = capsys.readouterr()
    assert (told.out, "no voicemail in" in told.err) == ("", True)


def test_a_set_without_voicemails_measures_nothing_and_holds_no_floor(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(empty), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["criteria"] == {}
    assert "nothing was measured" in told.err
    assert main(["evaluate", str(empty), "--min-f1", "value_offered=0.9"]) == 1
    assert "value_offered lies below its floor" in capsys.readouterr().err
