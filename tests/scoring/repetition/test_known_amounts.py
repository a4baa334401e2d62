import pytest

from coaching.scoring.repetition.amounts import find_amounts
from coaching.scoring.repetition.known_amounts import is_computed, same_amount


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("three hundred and twenty bucks", "three nineteen a month"),
        ("right around six percent", "six point one percent"),
        ("just under two thousand", "nineteen hundred"),
        ("sixty-four", "sixty-four hundred"),
        ("four forty-nine", "four point four nine"),
        ("six thousand four", "sixty-four hundred"),
        ("six four percent", "six point four"),
        ("ninety days", "three payments"),
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
        ("sixty days", "three months"),
    ],
)
def test_other_figures_are_not(said: str, heard: str) -> None:
    assert not same_amount(find_amounts(f"it is {said}")[0], find_amounts(f"it is {heard}")[0])


HEARD = find_amounts("thirty-five hundred for it, and the limit is twenty-eight hundred")


@pytest.mark.parametrize(("said", "computed"), [("seven hundred", True), ("about six eighty", True), ("four hundred", False)])
def test_only_their_difference_is_arithmetic_on_two_figures(said: str, computed: bool) -> None:
    assert is_computed(find_amounts(f"it is {said} under")[0], HEARD) is computed
