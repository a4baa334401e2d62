"""Text that is only text."""

import pytest

from coaching.ui.plain import plain


@pytest.mark.parametrize(
    "hostile",
    [
        "![x](http://evil.example/x.png)",
        ":red[call]",
        "$1$",
        "**bold**",
        "<b>x</b>",
        "`code`",
        "# title",
        "- item",
        ":smile:",
        "a_b_c",
        "~~x~~",
    ],
)
def test_no_sign_is_left_that_means_something(hostile: str) -> None:
    shown = plain(hostile)
    bare = [sign for before, sign in zip(" " + shown, shown, strict=False) if sign in "!*_[]()<>`#~$:" and before != "\\"]
    assert bare == []


@pytest.mark.parametrize("address", ["http://evil.example", "www.evil.example", "bob@evil.example", "HTTPS://X.example"])
def test_an_address_is_no_link(address: str) -> None:
    unescaped = plain(address).replace("\\", "")
    assert "://" not in unescaped
    assert "www." not in unescaped
    assert "@evil" not in unescaped


def test_lines_become_one() -> None:
    assert plain("one\n\n# two\t three") == "one \\# two three"


def test_ordinary_words_stay_as_they_are() -> None:
    assert plain("Zoë O'Brien, 3 Main St") == "Zoë O'Brien, 3 Main St"
