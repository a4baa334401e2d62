import pytest

from coaching.scoring.parse import MessageParser
from coaching.scoring.repetition.amounts import find_amounts
from coaching.scoring.repetition.comparison import FEATURES, Earlier, compare, same_amount
from coaching.scoring.repetition.reasons import read_reasons

SILVER = "Hi Dana, the silver Accord landed this morning and it's twenty-six five. Call me at 240-555-0187."


def compared(text: str, *earlier: str) -> dict[str, float]:
    parser = MessageParser()
    return compare(read_reasons(parser.parse(text)), Earlier(tuple(read_reasons(parser.parse(one)) for one in earlier)))


def test_every_feature_is_measured() -> None:
    assert set(compared(SILVER, SILVER)) == set(FEATURES)


def test_the_same_message_holds_nothing_new() -> None:
    comparison = compared(SILVER, SILVER)
    assert comparison["word_for_word"] == 1
    assert all(comparison[name] == pytest.approx(0, abs=1e-5) for name in FEATURES if name.startswith("new_"))


def test_a_fact_may_have_been_heard_in_any_earlier_message() -> None:
    text = "Dana, the silver one is here, twenty-six thousand five hundred."
    assert compared(text, SILVER, "Dana, just checking in.")["new_facts"] == 0
    assert compared(text, SILVER, "Dana, just checking in.")["new_amounts"] == 0
    assert compared(text, "Dana, just checking in.")["new_amounts"] == 1


def test_a_number_to_call_is_no_news() -> None:
    assert compared("Call me at 240-555-0199 or six one two, five five five, oh one two seven.", SILVER)["new_amounts"] == 0


def test_arithmetic_on_what_was_heard_is_no_news() -> None:
    pulls = "It pulls thirty-five hundred pounds and your boat is twenty-eight hundred pounds."
    assert compared("You are seven hundred pounds under the limit.", pulls)["new_amounts"] == 0
    assert compared("You are five hundred pounds under the limit.", pulls)["new_amounts"] == 1


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("three hundred and twenty bucks", "three nineteen a month"),
        ("right around six percent", "six point one percent"),
        ("just under two thousand", "nineteen hundred"),
        ("sixty-four", "sixty-four hundred"),
        ("four forty-nine", "four point four nine"),
    ],
)
def test_rounded_and_shortened_figures_are_the_same(said: str, heard: str) -> None:
    assert same_amount(find_amounts(f"it is {said}")[0], find_amounts(f"it is {heard}")[0])


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("twenty-five nine", "twenty-six five"),
        ("four point six percent", "five point two percent"),
        ("sixty months", "36 months"),
    ],
)
def test_other_figures_are_not(said: str, heard: str) -> None:
    assert not same_amount(find_amounts(f"it is {said}")[0], find_amounts(f"it is {heard}")[0])
