import json
from pathlib import Path

from coaching.rubrics import SENTENCES
from coaching.scoring.labelled_sentences import (
    LabelledMessage,
    cut_sentences,
    labelled_messages,
    locate,
    without_pauses,
    written_sentences,
)
from coaching.scoring.marks import without_marks
from coaching.scoring.parse import MessageParser
from coaching.scoring.training import LEARNED

ROW = {
    "id": "x-1",
    "author": "X",
    "rep": {"name": "Lou Reyes", "dealership": "Summit Kia"},
    "customer": {"name": "Dana Fox"},
    "facts": {},
    "text": "Hi Dana, it's Lou. The rate went down to two point nine. Call me when you can.",
    "labels": {"value_offered": "met", "urgency_shown": "not_met", "call_to_action": "met", "no_repetition": "not_applicable"},
    "ambiguous": ["call_to_action"],
    "evidence": {"value_offered": "rate went down to two point nine"},
    "value_kind": "incentive",
}


def messages_of(folder: Path) -> list[LabelledMessage]:
    (folder / "x.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return labelled_messages(folder / "x.jsonl", MessageParser())


def test_a_row_is_read_as_said_and_as_a_recogniser_prints_it(tmp_path: Path) -> None:
    said, heard = messages_of(tmp_path)
    assert (said.field, heard.field) == ("text", "asr_text")
    assert heard.message.text == "hi dana it's lou the rate went down to two point nine call me when you can"
    assert said.labels == heard.labels == {"value_offered": True, "urgency_shown": False}


def test_the_sentence_of_the_evidence_proves_it_and_the_others_stay_open(tmp_path: Path) -> None:
    cut = {without_marks(one.wording): (one.labels, one.kind) for one in cut_sentences(messages_of(tmp_path)[0])}
    assert cut["the rate went down to two point nine"] == ({"value_offered": True, "urgency_shown": False}, "incentive")
    assert cut["call me when you can"] == ({"urgency_shown": False}, "")


def test_evidence_is_found_where_it_was_printed_differently() -> None:
    found = locate("so boss knocked 500 off it this morning so it's 84 90", "Boss knocked five hundred off it this mornin'")
    assert found is not None
    assert found.start <= 4
    assert locate("have a nice day", "Boss knocked five hundred off it") is None


def test_pauses_are_left_out_but_not_those_inside_figures() -> None:
    assert without_pauses("Yes, it's $1,500 at 2.9%. OK?") == "yes it's $1 500 at 2.9% ok"


def test_the_projects_own_sentences_are_many_labelled_and_said_once() -> None:
    written = list(written_sentences(SENTENCES, LEARNED))
    assert len({one.wording for one in written}) > 0.95 * len(written)
    for criterion in LEARNED:
        labels = [one.labels[criterion] for one in written if criterion in one.labels]
        assert sum(labels) >= 50
        assert len(labels) - sum(labels) >= 250
    assert all(bool(one.kind) == one.labels["value_offered"] for one in written if "value_offered" in one.labels)
