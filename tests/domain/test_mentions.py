import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.mentions import Mentions

KAREN = Mentions(("Karen Doyle",), ("(410) 555-0144",), ("k.doyle@example.org",))


@pytest.mark.parametrize(
    "text",
    [
        "Karen Doyle",
        "KAREN  DOYLE",
        "karen_doyle",
        "Doyle, Karen",
        "karen-doyle",
        "410-555-0144",
        "+1 410 555 0144",
        "4105550144",
        "(410) 555.0144",
        "4 1 0, 5 5 5, 0 1 4 4",
        "four one oh five five five zero one four four",
        "k.doyle@example.org",
        "K.Doyle@Example.org",
    ],
)
def test_a_person_is_found_however_they_are_written(text: str) -> None:
    masked = KAREN.masked(f"before {text} after")
    assert masked.startswith("before ")
    assert masked.endswith(" after")
    assert len(masked) == len(f"before {text} after")
    assert not any(letter.isalpha() or letter in "04" for letter in masked[7:-6].removeprefix("+1"))


@pytest.mark.parametrize(
    "text", ["Karen Doyleson", "McKaren Doyle", "Karen called Doyle", "14105550144999", "410-555-0145", "Karen"]
)
def test_others_are_left_alone(text: str) -> None:
    assert KAREN.masked(text) == text


@pytest.mark.parametrize("mentions", [Mentions(), Mentions(("Bob",)), Mentions((), ("911",)), Mentions((), (), ("",))])
def test_what_would_hit_everybody_is_not_searched_for(mentions: Mentions) -> None:
    assert mentions.masked("Bob dialled 911.") == "Bob dialled 911."


def test_a_name_may_hold_any_sign() -> None:
    assert Mentions(("Zoë (O'Neil",)).masked("for Zoë (O'Neil: hi") == "for ••• (•'••••: hi"


def test_texts_within_lists_and_keys_are_masked_too() -> None:
    assert KAREN.masked_in({"Karen Doyle": ["x", 3, None, {"a": "410-555-0144"}]}) == {
        "••••• •••••": ["x", 3, None, {"a": "•••-•••-••••"}]
    }


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(KAREN.masked(text)) == len(text)
