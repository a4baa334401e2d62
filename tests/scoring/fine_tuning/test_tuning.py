import pytest

pytest.importorskip("onnx")

from coaching.scoring.fine_tuning.stored import StoredWeights
from coaching.scoring.fine_tuning.tuning import Example, tensors, tuned
from coaching.scoring.meanings import text_of

CRITERIA = ("value_offered", "urgency_shown")
EXAMPLES = [
    Example(text_of([said]), dict(zip(CRITERIA, labels, strict=True)), 1.0)
    for said, labels in {
        "the rate on it is two point nine": (True, False),
        "the rate on it ends on monday": (True, True),
        "tell me by tomorrow at noon": (False, True),
        "just checking in with you": (False, False),
    }.items()
]


@pytest.fixture(scope="module")
def stored() -> StoredWeights:
    return StoredWeights()


def test_what_was_shown_often_is_learned(stored: StoredWeights) -> None:
    odds = tuned(stored.values, CRITERIA, EXAMPLES, passes=15)(*tensors([one.text for one in EXAMPLES]))
    assert (odds > 0).tolist() == [list(one.labels.values()) for one in EXAMPLES]


def test_what_has_no_label_teaches_nothing_of_it(stored: StoredWeights) -> None:
    rate = EXAMPLES[0]
    labelled = Example(rate.text, {**rate.labels, "personalised": False}, rate.weight)
    few = [Example(one.text, one.labels, one.weight) for one in EXAMPLES[1:]]
    odds = tuned(stored.values, [*CRITERIA, "personalised"], [labelled, *few], passes=15)(
        *tensors([one.text for one in EXAMPLES])
    )
    assert (odds[:, :2] > 0).tolist() == [list(one.labels.values()) for one in EXAMPLES]


def test_the_same_examples_teach_the_same(stored: StoredWeights) -> None:
    first, second = (tuned(stored.values, CRITERIA, EXAMPLES, passes=2).weights() for _ in range(2))
    assert all((first[name] == second[name]).all() for name in first)
