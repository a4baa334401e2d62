"""What people said of verdicts can be held against the machine."""

import argparse
import json
from pathlib import Path

import pytest

from coaching.cli import evaluate
from coaching.domain.audit import Action
from coaching.domain.job import JobKind
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.jobs.worker import Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.labelled_cases import labelled_cases
from coaching.services.settling import overrule, settle
from coaching.storage import audit
from tests.stand_ins import MUMBLED, FakeListener, judge
from tests.world import Cast

LINE, AGAIN = "direct_line_given", "no_repetition"
FIRST, SECOND = f"Hello Denise my direct line is {MUMBLED}", "Hello Denise call or text me"


@pytest.fixture
def second(cast: Cast) -> VoicemailId:
    """Overruled twice; the first message for the same lead was settled."""
    first = cast.leaves(FIRST, lead=cast.denise, attempt=1)
    left = cast.leaves(SECOND, lead=cast.denise, attempt=2)
    handler = JudgeVoicemail(cast.services, FakeListener(), judge)
    worker = Worker(cast.services.database, {JobKind.JUDGE: handler}, cast.services.now)
    while worker.work_one():
        pass
    alice = cast.as_seen_by(cast.alice)
    settle(cast.services, alice, first, LINE, Outcome.MET)
    overrule(cast.services, alice, left, LINE, Outcome.MET, "I hear it.")
    overrule(cast.services, alice, left, LINE, Outcome.NOT_MET, "I was wrong.")
    overrule(cast.services, alice, left, AGAIN, Outcome.NOT_APPLICABLE, "Another car.")
    return left


def test_a_case_has_the_words_the_labels_and_what_was_on_file(cast: Cast, second: VoicemailId) -> None:
    first, case = labelled_cases(cast.services, cast.as_seen_by(cast.alice))
    assert (first["text"], first["labels"], first["attempt"]) == (FIRST, {LINE: "met"}, 1)
    assert case["labels"] == {LINE: "not_met", AGAIN: "not_applicable"}
    assert (case["text"], case["asr_text"], case["earlier"]) == (SECOND, SECOND, [FIRST])
    assert (case["rep"]["name"], case["customer"]["name"]) == ("Bob", "Denise Okafor")
    assert case["facts"] == {"vehicle": "2025 Honda CR-V"}


@pytest.mark.parametrize(("who", "sees"), {"alice": 2, "bob": 2, "charlie": 0, "dana": 2, "erin": 0, "abe": 2}.items())
def test_everybody_has_the_cases_of_what_they_may_see(cast: Cast, second: VoicemailId, who: str, sees: int) -> None:
    assert len(labelled_cases(cast.services, cast.as_seen_by(getattr(cast, who)))) == sees


def test_the_history_says_that_they_were_taken_out(cast: Cast, second: VoicemailId) -> None:
    labelled_cases(cast.services, cast.as_seen_by(cast.alice))
    with cast.services.database.reading() as connection:
        last = audit.listed(connection, cast.as_seen_by(cast.abe))[0].entry
    assert (last.action, last.what, last.by, last.details) == (Action.EXPORTED, "labelled_cases", cast.alice, {"cases": 2})


def test_evaluate_reads_them(cast: Cast, second: VoicemailId, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ours.jsonl"
    file.write_text("".join(json.dumps(case) + "\n" for case in labelled_cases(cast.services, cast.as_seen_by(cast.abe))))
    asked = argparse.Namespace(set=file, field="asr_text", json=True, min_f1={}, rubric="default")
    assert evaluate.run(asked) == 0
    criteria = json.loads(capsys.readouterr().out)["criteria"]
    assert (criteria[LINE]["n"], criteria[LINE]["met"], criteria[AGAIN]["n"]) == (2, 1, 0)
