import json
from pathlib import Path

import pytest

pytest.importorskip("onnx")

from coaching.scoring.encoder import tokenizer
from coaching.scoring.fine_tuning.message import CRITERIA, SENTENCE_WEIGHT, sentence_examples, voicemail_examples
from coaching.scoring.fine_tuning.repetition import repetition_examples

SAID = "Hi Walter, it's Farid. Zero percent for thirty-six months on the Ariya. Call me."


def voicemail(**more: object) -> dict[str, object]:
    labels = {"value_offered": "met", "urgency_shown": "not_met", "no_repetition": "not_applicable", "greeted_by_name": "met"}
    return {"id": "t-1", "text": SAID, "lead": "t", "attempt": 1, "labels": labels, "evidence": {}, "ambiguous": [], **more}


def written(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_voicemail_teaches_what_hangs_on_the_whole_of_it(tmp_path: Path) -> None:
    (example,) = voicemail_examples([written(tmp_path / "someone.jsonl", voicemail())])
    assert example.labels == {"value_offered": True, "urgency_shown": False}
    assert set(example.labels) <= set(CRITERIA)
    assert example.weight == 1


def test_a_voicemail_weighs_the_same_however_many_recognisers_printed_it_in_other_words(tmp_path: Path) -> None:
    rows = written(tmp_path / "someone.jsonl", voicemail(asr_text="hi walter is far eat zero percent for thirty six months"))
    assert [example.weight for example in voicemail_examples([rows])] == [0.5, 0.5]


def test_what_is_ambiguous_teaches_nothing(tmp_path: Path) -> None:
    rows = written(tmp_path / "someone.jsonl", voicemail(ambiguous=["value_offered"]))
    assert [dict(example.labels) for example in voicemail_examples([rows])] == [{"urgency_shown": False}]


def test_a_sentence_teaches_less_than_a_voicemail() -> None:
    examples = list(sentence_examples(Path("coaching/rubrics/voicemail/sentences")))
    assert len(examples) > 2000
    assert {example.weight for example in examples} == {SENTENCE_WEIGHT}


def test_a_pair_is_read_as_it_is_when_judging(tmp_path: Path) -> None:
    pair = {"earlier": [SAID], "text": "Walter, three years without interest.", "outcome": "met", "kind": "new"}
    (example,) = repetition_examples([written(tmp_path / "pairs.jsonl", pair)])
    said, before = example.text.pieces[: example.text.second_from], example.text.pieces[example.text.second_from :]
    assert "three years without interest" in tokenizer().decode(said)
    assert "zero percent" in tokenizer().decode(before)
    assert example.labels == {"no_repetition": True}
