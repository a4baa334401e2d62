from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.scoring.parse import MessageParser

PARSER = MessageParser()
PIECES = [
    "so",
    "and",
    "the",
    "rate",
    "is",
    "240",
    "555",
    "oh",
    "one",
    "call",
    "me",
    "at",
    "dot",
    "com",
    "Mr.",
    "ok.",
    "yes?",
    "--",
    "…",
    "\n",
    "é",
]


def sentences_of(text: str) -> list[str]:
    message = PARSER.parse(text)
    return [message.quote(sentence) for sentence in message.sentences]


def test_full_stops_part_sentences_but_titles_do_not() -> None:
    text = "Hi Mr. Okafor, it's Dee. The rate went to 0.9% today. Mail me at dee at lakeview dot com."
    assert sentences_of(text) == [
        "Hi Mr. Okafor, it's Dee.",
        "The rate went to 0.9% today.",
        "Mail me at dee at lakeview dot com.",
    ]


@pytest.mark.parametrize(
    "number",
    [
        "240. 555. 0187",
        "two four oh, five five five, oh one eight seven",
        "240-555-0187",
        "two four oh. five five five. oh one eight seven",
    ],
)
def test_a_telephone_number_stays_in_one_sentence(number: str) -> None:
    text = f"so call me on my cell whenever you have a moment this week and the number is {number} and thanks for your time"
    assert any(number in sentence for sentence in sentences_of(text))


def test_unpunctuated_text_is_split_where_thoughts_begin() -> None:
    text = (
        "hi miss simmons deshawn over at crossroads hyundai so i had our finance guy run the lease both ways "
        "and i emailed you the sheet so just reply right to that email and tell me which or call 919-555-0164"
    )
    sentences = sentences_of(text)
    assert "so i had our finance guy run the lease both ways" in sentences
    assert len(sentences) >= 4


def test_a_short_thought_is_left_whole() -> None:
    assert sentences_of("so call me on my cell and thanks") == ["so call me on my cell and thanks"]


def test_nothing_said_has_no_sentences() -> None:
    assert sentences_of("") == sentences_of("  \n ") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=70))
def test_sentences_hold_every_word_once_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    message = PARSER.parse(text)
    assert "".join("".join(sentences_of(text)).split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(message.sentences))
    assert all(message.quote(sentence) == message.quote(sentence).strip() != "" for sentence in message.sentences)
