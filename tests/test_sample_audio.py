"""The sample recordings, heard and judged for real, are what leads.jsonl expects of them."""

import json
import sys
from pathlib import Path
from statistics import fmean
from typing import Any

import jiwer
import pytest

from coaching.cli import main
from coaching.domain.scorecard import Outcome

PROJECT = Path(__file__).parents[1]
SAMPLES = PROJECT / "sample_audio"
ROWS = {row["recording"]: row for row in map(json.loads, (SAMPLES / "leads.jsonl").read_text(encoding="utf-8").splitlines())}
MOST_WORDS_WRONG = {"clean": 0.12, "telephone": 0.30}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """recording -> what `score` prints for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COACHING_HOME", str(tmp_path_factory.mktemp("home")))
        lines: list[str] = []
        patch.setattr(sys, "stdout", type("Lines", (), {"write": lambda _, text: lines.append(text), "flush": lambda _: None})())
        assert main(["score", str(SAMPLES), "--leads", str(SAMPLES / "leads.jsonl"), "--json"]) == 0
    return {line["recording"]: line for line in map(json.loads, "".join(lines).splitlines())}


def test_every_recording_is_scored_once(scored: dict[str, Any]) -> None:
    assert set(scored) == set(ROWS)


@pytest.mark.parametrize("recording", ROWS)
def test_the_verdicts_are_those_expected_or_unsure_where_the_line_was_bad(scored: dict[str, Any], recording: str) -> None:
    row, criteria = ROWS[recording], scored[recording]["criteria"]
    allowed = {Outcome.UNSURE} if row["telephone"] else set()
    wrong = {
        criterion_id: criteria[criterion_id]["outcome"]
        for criterion_id, expected in row["expected"].items()
        if criteria[criterion_id]["outcome"] not in {expected, *allowed}
    }
    assert not wrong


@pytest.mark.parametrize("recording", ROWS)
def test_evidence_is_an_exact_part_of_what_was_heard_and_lies_inside_the_recording(
    scored: dict[str, Any], recording: str
) -> None:
    text, duration_s = scored[recording]["transcript"]["text"], scored[recording]["duration_seconds"]
    for finding in scored[recording]["criteria"].values():
        for evidence in finding["evidence"]:
            assert text[evidence["start_char"] : evidence["end_char"]] == evidence["quote"]
            assert 0 <= evidence["start"] <= evidence["end"] <= duration_s


@pytest.mark.parametrize("recording", ROWS)
def test_no_wrong_number_is_shown_as_certain(scored: dict[str, Any], recording: str) -> None:
    rep = ROWS[recording]["rep"]
    said = {rep["direct_line"].replace("-", ""), rep["main_line"].replace("-", "")}
    certain = {number["digits"] for number in scored[recording]["numbers"] if number["certain"] and number["complete"]}
    assert certain <= said


@pytest.mark.parametrize("kind", MOST_WORDS_WRONG)
def test_the_words_are_heard_well_enough(scored: dict[str, Any], kind: str, normalise: Any) -> None:
    rows = [row for row in ROWS.values() if bool(row["telephone"]) == (kind == "telephone")]
    rates = [jiwer.wer(normalise(row["text"]), normalise(scored[row["recording"]]["transcript"]["text"])) for row in rows]
    assert fmean(rates) <= MOST_WORDS_WRONG[kind]


@pytest.fixture
def normalise() -> Any:
    """Digits in one form, as the benchmarks count words."""
    sys.path.insert(0, str(PROJECT / "benchmarks"))
    from normalise import normalise

    return normalise
