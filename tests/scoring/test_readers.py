import json

import pytest

from coaching.errors import UnknownName
from coaching.rubrics import load_rubric
from coaching.scoring.meanings import text_of
from coaching.scoring.odds import EVEN
from coaching.scoring.readers import MESSAGE, READERS, REPETITION, SURE, Reader, agreed, load_reader

ANSWER = text_of(["you asked about the third row and yes it folds flat", "call me"])
CHECK_IN = text_of(["i am just calling to see if you are still looking", "call me"])


def test_a_message_is_read_for_every_criterion_that_leaves_it_to_the_reader() -> None:
    left = {criterion.id for criterion in load_rubric().criteria if criterion.check.options.get("read")}
    assert left
    assert left <= set(load_reader(MESSAGE)(ANSWER))


def test_an_answer_is_told_from_a_check_in() -> None:
    answer, check_in = load_reader(MESSAGE)(ANSWER), load_reader(MESSAGE)(CHECK_IN)
    assert answer["value_offered"] > EVEN > check_in["value_offered"]


def test_what_is_read_does_not_depend_on_what_was_read_before() -> None:
    before = load_reader(MESSAGE)(ANSWER)
    load_reader(MESSAGE)(CHECK_IN)
    assert load_reader(MESSAGE)(ANSWER) == before


@pytest.mark.parametrize("name", [MESSAGE, REPETITION])
def test_a_reader_says_how_many_examples_it_learned_from(name: str) -> None:
    assert json.loads((READERS / f"{name}.json").read_text(encoding="utf-8"))["examples"] > 2000


def test_a_name_that_was_never_trained_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"message, repetition"):
        Reader("mind")


def test_whoever_is_sure_is_not_asked_again() -> None:
    def read() -> float:
        raise AssertionError("was asked")

    assert (agreed(SURE, read), agreed(1 - SURE, read)) == (SURE, 1 - SURE)


def test_in_doubt_both_have_the_same_say() -> None:
    assert agreed(0.4, lambda: 0.8) == pytest.approx(0.6)
