import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.domain.context import CallContext, RepOnFile
from coaching.scoring.heard import HeardWord, heard_words, wording
from coaching.scoring.phone_runs import phone_numbers

CONTEXT = CallContext(
    RepOnFile(name="Marcus Tillery", dealership="Fairhaven Honda"), "Mrs. Denise Okafor", {"vehicle": "2025 Honda CR-V"}
)

PIECES = ["so", "the CR-V", "Denise", "landed", "at 410-555-0172", "for $38,500", "call me"]


def said(text: str, context: CallContext = CONTEXT) -> str:
    return wording(heard_words(text, context))


@pytest.mark.parametrize(
    "number",
    [
        "410-555-0172",
        "(410) 555-0172",
        "four one oh, five five five, oh one seven two",
        "4105550172",
        "410 triple five oh one seventy-two",
        "four one oh, five five five, oh one hundred",
        "4-1-0-5-5-5-0-1-7-2",
    ],
)
def test_a_telephone_number_says_nothing(number: str) -> None:
    assert said(f"My cell is {number}, thanks.") == "my cell is thanks"


@pytest.mark.parametrize("figure", ["zero percent for sixty months", "twenty-six nine", "$31,450", "2.9", "seventy-two hundred"])
def test_a_price_or_a_rate_is_kept(figure: str) -> None:
    kept = said(f"It is {figure} now")
    assert kept.startswith("it is ")
    assert len(kept.split()) > 3


def test_a_price_said_right_before_a_telephone_number_is_kept() -> None:
    assert said("You'd be at thirty-one nine, 410-555-0172.") == "you'd be at thirty one nine"


def test_names_and_store_on_file_are_left_out_and_others_kept() -> None:
    assert said("Hi Denise, it's Marcus at Fairhaven Honda, Luis has your file.") == "hi it's at luis has your file"


def test_a_title_is_no_name() -> None:
    assert said("Good morning Mrs. Okafor.") == "good morning mrs"


@pytest.mark.parametrize("car", ["CR-V", "Honda CR-V", "crv", "Accord", "RAV4", "Grand Cherokee"])
def test_every_car_is_a_car(car: str) -> None:
    assert said(f"The white {car} landed.") == "the white car landed"


def test_a_make_alone_is_the_maker() -> None:
    assert said("Toyota put another thousand on it.", CallContext()) == "the maker put another thousand on it"


def test_what_is_hidden_is_remembered() -> None:
    (car,) = (word for word in heard_words("the Honda CR-V", CONTEXT) if word.said)
    assert car == HeardWord("§car", 4, 14, "cr v")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I'm callin' 'bout the colour, wanna see 'em?", "im calling bout the color want to see them"),
        ("Well — it's a stick-shift.", "well its a stick shift"),
        ("Uh, e-mail me, okay?", "email me ok"),
        ("I'm THINKIN' I don't wanna", "i'm thinking i don't want to"),
        ("wait...so it went down", "Wait. So it went down!"),
    ],
)
def test_one_spelling_for_what_sounds_the_same(one: str, other: str) -> None:
    words, others = (heard_words(text, CallContext()) for text in (one, other))
    assert [word.text for word in words] == [word.text for word in others]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_capitals_and_marks_change_nothing_and_every_word_stands_where_it_says(pieces: list[str]) -> None:
    text = ", ".join(pieces)
    words = heard_words(text, CONTEXT)
    assert [word.text for word in words] == [word.text for word in heard_words(text.replace(", ", " ").upper(), CONTEXT)]
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(not re.search(r"[.,!?]", word.text) or word.text == "$38,500" for word in words)


def test_too_few_digits_are_no_telephone_number() -> None:
    assert list(phone_numbers(["five", "five", "five", "oh", "one"])) == []
