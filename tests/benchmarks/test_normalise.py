import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.normalise import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two four oh, five five five, oh one eight seven", "240-555-0187"),
        ("240 555 01 87.", "(240) 555-0187"),
        ("2, 4, 0, 5-5-5, 0187", "240-5550187"),
        ("double five three", "553"),
        ("thirty-eight thousand five hundred dollars", "$38,500"),
        ("one point nine percent", "1.9%"),
        ("zero percent for thirty six months", "0% for 36 months"),
        ("a twenty twenty-five CR-V", "a 2025 CRV"),
        ("the F-150 at nine thirty a.m.", "the f150 at 9:30 AM"),
        ("Uh, okay, it's the third", "OK, its the 3rd"),
        ("ten o'clock", "10 o'clock"),
        ("send me an e-mail", "send me an email"),
        ("one hundred and five", "1 hundred and five"),
    ],
)
def test_what_sounds_the_same_is_written_the_same(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), [("240-555-0187", "240-55-0187"), ("fifteen", "fifty"), ("call me", "called me")])
def test_what_was_misheard_stays_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text())
def test_any_text_becomes_plain_words(text: str) -> None:
    assert set(normalise(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@given(st.integers(0, 999_999))
def test_digits_are_single_words(number: int) -> None:
    assert normalise(f"call {number} now") == " ".join(["call", *str(number), "now"])
