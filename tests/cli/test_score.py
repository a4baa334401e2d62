"""What keeps `score` from beginning. What it answers stands in tests/test_sample_audio.py."""

from pathlib import Path

import pytest

from coaching.cli import WRONG_USAGE, main


@pytest.mark.parametrize("text", ["{not json", "[1]", '{"attempt": "first"}'])
def test_a_lead_that_cannot_be_read_is_told_with_its_file(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    lead = tmp_path / "karen.json"
    lead.write_text(text)
    assert main(["score", str(tmp_path / "today.wav"), "--lead", str(lead)]) == WRONG_USAGE
    assert capsys.readouterr().err.startswith(f"{lead}: ")
