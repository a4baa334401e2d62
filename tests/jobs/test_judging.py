import sys
from collections.abc import Iterator

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
    assert not beside.is_running, "it starts when it is asked"
    here = load_scorer().score(MESSAGE)
    assert beside.score(MESSAGE) == here
    assert [number.match for number in here.numbers] == [NumberMatch.DIRECT_LINE]
    beside.end()
    assert not beside.is_running
    assert beside.score(MESSAGE) == here


@pytest.mark.parametrize("program", ["raise SystemExit", "import time; time.sleep(60)"], ids=["ends", "hangs"])
def test_a_process_that_does_not_answer_is_an_error_that_says_what_to_do(program: str) -> None:
    judge = JudgeBeside([sys.executable, "-c", program], answer_s=1.0)
    with pytest.raises(CoachingError, match="Try again"):
        judge.score(MESSAGE)
    assert not judge.is_running


def test_it_goes_when_nobody_asks_any_more() -> None:
    judge = JudgeBeside([sys.executable, "-c", "raise SystemExit"], idle_s=0.0)
    with pytest.raises(CoachingError):
        judge.score(MESSAGE)
    judge.end()
    assert not judge.is_running
