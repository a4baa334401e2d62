import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from coaching.scoring.repetition.combiner import MODEL
from coaching.scoring.repetition.training import Example, by_unseen_hand, examples_of, fitted

RATE = "Hi Walter, it's Farid. Zero percent for thirty-six months on the Ariya. Call me."
PAIRS = sorted(Path("coaching/rubrics/voicemail/pairs").glob("*.jsonl"))


def voicemail(attempt: int, text: str, label: str, **more: object) -> dict[str, object]:
    return {"lead": "t-1", "attempt": attempt, "text": text, "labels": {"no_repetition": label}, **more}


@pytest.fixture
def examples(tmp_path: Path) -> list[Example]:
    rows = [
        voicemail(1, RATE, "not_applicable"),
        voicemail(
            2, "Walter, three years, no interest, as I said.", "not_met", asr_text="walter three years no interest as i said"
        ),
        voicemail(3, "Walter, we would give you eleven thousand for your Leaf.", "met"),
        voicemail(4, "Walter, just checking in.", "not_met", ambiguous=["no_repetition"]),
    ]
    (tmp_path / "someone.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    pairs = [
        {"earlier": [RATE], "text": RATE, "outcome": "not_met"},
        {"earlier": [RATE], "text": "Walter, a white Ariya was traded in last night.", "outcome": "met"},
    ]
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in pairs))
    return list(examples_of([tmp_path / "someone.jsonl", tmp_path / "pairs.jsonl"]))


def test_first_attempts_and_ambiguous_rows_are_not_learned(examples: list[Example]) -> None:
    assert [(example.hand, example.is_news) for example in examples] == [
        ("someone", False),
        ("someone", False),
        ("someone", True),
        ("pairs", False),
        ("pairs", True),
    ]


def test_a_row_weighs_the_same_however_many_recognisers_printed_it(examples: list[Example]) -> None:
    assert [example.weight for example in examples[:3]] == [0.5, 0.5, 1.0]


def test_the_same_rows_give_the_same_weights(examples: list[Example]) -> None:
    assert fitted(examples) == fitted(list(examples))


def test_nobody_is_tested_on_their_own_words(examples: list[Example]) -> None:
    assert set(by_unseen_hand(examples)) == {"someone", "pairs"}


def test_the_report_names_how_many_examples_were_learned() -> None:
    report = json.loads(MODEL.read_text(encoding="utf-8"))["report"]
    assert report["examples"] > sum(len(path.read_text(encoding="utf-8").splitlines()) for path in PAIRS)


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_every_pair_says_who_speaks_and_why_it_was_written(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["voice"]
        assert row["earlier"]
        assert row["kind"] in {"verbatim", "edited", "paraphrase", "check_in", "new_same_kind", "new"}
        assert (row["outcome"] == "met") == row["kind"].startswith("new")
