import pytest

from coaching.errors import InvalidFile
from coaching.scoring.phrases import SpokenText, compile_patterns
from coaching.scoring.words import spoken_words

LISTS = {"line": ["cell", "cell phone"]}


def found(pattern: str, text: str) -> list[str]:
    spoken = SpokenText(spoken_words(text))
    return [
        " ".join(word.text for word in spoken.words[first:last])
        for first, last in spoken.find(compile_patterns([pattern], LISTS))
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "quotes"),
    [
        ("text me", "Just text me, or don't text Amy.", ["text me"]),
        ("text|txt me", "txt me", ["txt me"]),
        ("reply right? to", "Reply to it. Reply right to it.", ["reply to", "reply right to"]),
        ("send ..2 text", "send me a text, send that long old text", ["send me a text"]),
        ("my <line>", "my cell phone, my cell", ["my cell phone", "my cell"]),
        ("text #", "text 555 or text us", ["text 555"]),
        ("it's me", "It’s me", ["it's me"]),
        ("text", "context texting", []),
    ],
)
def test_a_pattern_finds_whole_words_whatever_the_punctuation(pattern: str, text: str, quotes: list[str]) -> None:
    assert found(pattern, text) == quotes


@pytest.mark.parametrize("pattern", ["text (me)", "text ..", "my <phone>", "text,me"])
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(InvalidFile, match="pattern"):
        compile_patterns([pattern], LISTS)


def test_a_list_may_be_one_of_the_choices() -> None:
    pattern = compile_patterns(["<day>|tomorrow at"], {"day": ["monday", "next week"]})
    found = [bool(pattern.search(said)) for said in ("monday at ", "next week at ", "tomorrow at ", "today at ")]
    assert found == [True, True, True, False]
