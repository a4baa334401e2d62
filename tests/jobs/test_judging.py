import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import NumberMatch
from coaching.errors import CoachingError
from coaching.jobs.judging import JudgeBeside
from coaching.rubrics import load_scorer
from coaching.scoring.parse import Spoken

LINE = "240-555-0187"
MESSAGE = Spoken(f"Hi Walt, call or text me on {LINE}.", CallContext(rep=RepOnFile("Bob", LINE)))


@pytest.fixture
def beside() -> Iterator[JudgeBeside]:
    judge = JudgeBeside()
    yield judge
    judge.end()


def test_it_says_what_the_same_rubric_says_here_and_says_it_again_after_it_was_ended(beside: JudgeBeside) -> None:
    here = load_scorer().score(MESSAGE)
    assert beside.score(MESSAGE) == here
    assert [number.match for number in here.numbers] == [NumberMatch.DIRECT_LINE]
    beside.end()
    assert beside.score(MESSAGE) == here


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Where a process of ours writes its id."""
    return tmp_path / "id"


def noting(note: Path, program: str) -> list[str]:
    return [sys.executable, "-c", f"import os, pathlib; pathlib.Path({str(note)!r}).write_text(str(os.getpid())); {program}"]


def is_running(note: Path) -> bool:
    try:
        os.kill(int(note.read_text()), 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("program", ["raise SystemExit", "import time; time.sleep(60)"], ids=["ends", "hangs"])
def test_a_process_that_does_not_answer_is_an_error_that_says_what_to_do(program: str, note: Path) -> None:
    judge = JudgeBeside(noting(note, program), answer_s=1.0)
    with pytest.raises(CoachingError, match="Try again"):
        judge.score(MESSAGE)
    assert not is_running(note)


def test_it_goes_when_nobody_asks_any_more(note: Path) -> None:
    answering = "import pickle, sys, time; pickle.dump(None, sys.stdout.buffer); sys.stdout.flush(); time.sleep(60)"
    JudgeBeside(noting(note, answering), idle_s=0.1).score(MESSAGE)
    for _ in range(100):
        if not is_running(note):
            return
        time.sleep(0.1)
    pytest.fail("it still runs")
