import pytest

from coaching.scoring.words import folded, spoken_words


@pytest.mark.parametrize("printed", ["ray@muskiebay.com", "Ray at MuskieBay.com", "ray at muskiebay dot com"])
def test_an_address_has_the_words_that_are_spoken(printed: str) -> None:
    assert folded(printed) == ("ray", "at", "muskiebay", "dot", "com")


@pytest.mark.parametrize("text", ["It's here. Commute in it.", "Call me @ noon.", "The rate ends Monday.Call me."])
def test_other_marks_are_no_words(text: str) -> None:
    assert not {"at", "dot"} & set(folded(text))


def test_every_word_knows_where_it_stands() -> None:
    text = "José’s at ray@summitkia.com, uh, noon."
    assert [text[word.start : word.end] for word in spoken_words(text)][2:7] == ["ray", "@", "summitkia", ".", "com"]
