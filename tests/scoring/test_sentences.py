from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.scoring.heard import heard_words
from coaching.scoring.parse import NOTHING_KNOWN, MessageParser

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
    return [message.quote(sentence.span) for sentence in message.sentences]


def test_a_thought_ends_where_its_words_end_whether_or_not_a_full_stop_was_printed() -> None:
    text = "Hi Mr. Okafor, it's Dee. The rate went down to 0.9% today. Call me back at the store, thanks."
    flat = "hi mr okafor it's dee the rate went down to 0.9% today call me back at the store thanks"
    wordings = [sentence.wording for sentence in PARSER.parse(text).sentences]
    assert wordings == [sentence.wording for sentence in PARSER.parse(flat).sentences]
    assert "the rate went down to 0.9% today" in wordings


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


def test_long_text_is_split_where_thoughts_begin() -> None:
    text = (
        "hi miss simmons deshawn over at crossroads hyundai so i had our finance guy run the lease both ways "
        "and i emailed you the sheet so just reply right to that email and tell me which or call 919-555-0164"
    )
    sentences = sentences_of(text)
    assert any(sentence.startswith("so i had our finance guy") for sentence in sentences)
    assert len(sentences) >= 3


def test_a_short_thought_is_left_whole() -> None:
    assert sentences_of("so call me on my cell and thanks") == ["so call me on my cell and thanks"]


def test_no_sentence_ends_within_an_amount() -> None:
    """As it once did: "zero percent for thirty | six came out"."""
    text = "zero percent for thirty six came out yesterday on the Ram and I thought of you right off it's eighteen hundred less"
    assert not any(one.endswith(("thirty", "eighteen")) for one in sentences_of(text))


def test_nothing_said_has_no_sentences() -> None:
    assert sentences_of("") == sentences_of("  \n ") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=70))
def test_sentences_hold_every_word_once_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    sentences = PARSER.parse(text).sentences
    assert tuple(word for sentence in sentences for word in sentence.words) == heard_words(text, NOTHING_KNOWN)
    assert all(before.span.end <= after.span.start for before, after in pairwise(sentences))


def test_a_possessive_names_the_same_car() -> None:
    one, other = (PARSER.parse(text).sentences[0].cars for text in ("the Tacoma is here", "the Tacoma's price"))
    assert one == other == ("tacoma",)


def test_no_thought_ends_behind_a_dont_that_asks() -> None:
    heard = "it hangs on my hook till friday noon don't text me now I don't look at it"
    assert any("don't text me" in sentence for sentence in sentences_of(heard))
