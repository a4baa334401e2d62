from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.scoring.repetition.amounts import find_amounts
from coaching.scoring.repetition.number_words import SMALL, TENS_SPOKEN

SAID = {
    "twenty-six five": (26500, ""),
    "26-5": (26500, ""),
    "$26,500": (26500, "money"),
    "half a grand": (500, ""),
    "half of a thousand": (500, ""),
    "fifteen-hundred-dollar": (1500, "money"),
    "a grand and a half": (1500, ""),
    "thirteen and a half thousand": (13500, ""),
    "a thousand": (1000, ""),
    "seventeen thousand two hundred": (17200, ""),
    "one hundred twenty thousand miles": (120000, "miles"),
    "three nineteen a month": (319, "monthly"),
    "twenty-nine eight thirty": (29830, ""),
    "three point nine nine percent": (3.99, "percent"),
    "0.9%": (0.9, "percent"),
    "three years": (36, "months"),
    "36 months": (36, "months"),
    "six-foot-four": (76, "inches"),
    "seventy-seven and a half inches": (77.5, "inches"),
    "the thirtieth": (30, "date"),
    "the twenty-second": (22, "date"),
    "the 31st": (31, "date"),
    "7.2 kilowatts": (7200, "watts"),
    "two nine": (2.9, ""),
    "five bills": (500, "money"),
    "just a hundred under eighteen grand": (17900, ""),
    "three hundred over thirty thousand": (30300, ""),
    "six four percent": (6.4, "percent"),
}


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_an_amount_is_one_whatever_its_form(said: str, meant: tuple[float, str]) -> None:
    assert [(amount.value, amount.unit) for amount in find_amounts(f"so it is {said} for you")] == [meant]


@pytest.mark.parametrize(
    "said",
    [
        "240-555-0187",
        "two four oh, five five five, oh one eight seven",
        "six one four. five five five. zero one three three",
        "one of them",
    ],
)
def test_telephone_numbers_and_pronouns_are_no_amounts(said: str) -> None:
    assert find_amounts(f"call me at {said} please") == ()


@pytest.mark.parametrize(
    ("one", "other"), [("twenty-six five", "26.5 thousand"), ("four forty-nine", "4.49"), ("thirteen five", "13,500")]
)
def test_the_digits_of_an_amount_are_heard_in_every_scale(one: str, other: str) -> None:
    assert find_amounts(one)[0].digits == find_amounts(other)[0].digits


@given(st.integers(min_value=20, max_value=99_999))
def test_words_and_figures_are_the_same_amount(number: int) -> None:
    (figures,) = find_amounts(f"it is {number:,} now")
    (words,) = find_amounts(f"it is {spelled(number)} now")
    assert figures.value == words.value == number


@given(st.text())
def test_amounts_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    amounts = [amount for amount in find_amounts(text) if amount.unit != "date"]
    assert all(0 <= amount.start < amount.end for amount in amounts)
    assert all(one.end <= other.start for one, other in pairwise(amounts))


def spelled(number: int) -> str:
    if number >= 1000:
        return f"{spelled(number // 1000)} thousand {spelled(number % 1000) if number % 1000 else ''}".strip()
    if number >= 100:
        return f"{spelled(number // 100)} hundred {spelled(number % 100) if number % 100 else ''}".strip()
    word = {value: word for word, value in SMALL.items() if word not in ("oh", "dozen", "couple")}
    if number in word:
        return word[number]
    return f"{TENS_SPOKEN.split()[number // 10 - 2]}-{word[number % 10]}"


@pytest.mark.parametrize(
    "text",
    ["you filled it out a couple days ago", "we give you a hundred and ten percent", "you get the second set of keys"],
)
def test_what_offers_nothing_is_no_amount(text: str) -> None:
    assert find_amounts(text) == ()


def test_noon_is_twelve_o_clock() -> None:
    (noon,), (clock,) = find_amounts("held until noon"), find_amounts("held until twelve o'clock")
    assert (noon.value, noon.unit) == (clock.value, clock.unit) == (12, "clock")


def test_amounts_that_only_stand_beside_each_other_stay_two() -> None:
    assert [one.value for one in find_amounts("thirty miles, under eighteen grand")] == [30, 18000]
