import pytest

from coaching.domain.context import CallContext
from coaching.scoring.parse import MessageParser
from coaching.scoring.repetition.comparison import FEATURES, Earlier, compare
from coaching.scoring.repetition.reasons import read_reasons

SILVER = "Hi Dana, the silver Accord landed this morning and it's twenty-six five. Call me at 240-555-0187."


def compared(text: str, *earlier: str) -> dict[str, float]:
    parser = MessageParser()
    return compare(read_reasons(parser.parse(text)), Earlier(tuple(read_reasons(parser.parse(one)) for one in earlier)))


def test_every_feature_is_measured() -> None:
    assert set(compared(SILVER, SILVER)) == set(FEATURES)


def test_the_same_message_holds_nothing_new() -> None:
    comparison = compared(SILVER, SILVER)
    assert comparison["word_for_word"] == 1
    assert all(comparison[name] == pytest.approx(0, abs=1e-5) for name in FEATURES if name.startswith("new_"))


def test_a_fact_may_have_been_heard_in_any_earlier_message() -> None:
    text = "Dana, the silver one is here, twenty-six thousand five hundred."
    assert compared(text, SILVER, "Dana, just checking in.")["new_facts"] == 0
    assert compared(text, SILVER, "Dana, just checking in.")["new_amounts"] == 0
    assert compared(text, "Dana, just checking in.")["new_amounts"] > 0.5


def test_a_number_to_call_is_no_news() -> None:
    assert compared("Call me at 240-555-0199 or six one two, five five five, oh one two seven.", SILVER)["new_amounts"] == 0


def test_arithmetic_on_what_was_heard_is_no_news() -> None:
    pulls = "It pulls thirty-five hundred pounds and your boat is twenty-eight hundred pounds."
    assert compared("You are seven hundred pounds under the limit.", pulls)["new_amounts"] == 0
    assert compared("You are five hundred pounds under the limit.", pulls)["new_amounts"] > 0.5
    price = "The Trax is twenty-two four, so that is under your twenty-three."
    assert compared("You would keep six hundred of your budget.", price)["new_amounts"] == 0
    assert compared("You would keep two thousand of your budget.", price)["new_amounts"] > 0.5


def test_a_number_within_a_known_fact_is_no_news() -> None:
    assert compared("They quit making it with three pedals.", "The stick is gone on that one.")["new_amounts"] == 0
    assert compared("They quit making it with three pedals.", "Just checking in.")["new_amounts"] > 0


def test_facts_of_small_talk_count_for_little() -> None:
    small_talk = "I was at my brother's house on Sunday."
    offer = "The blue one landed on Sunday, so I am holding it."
    assert compared(small_talk, SILVER)["new_facts"] < compared(offer, SILVER)["new_facts"] / 2


def test_what_the_customer_told_the_store_is_no_news() -> None:
    context = CallContext(facts={"colour": "Reservoir Blue", "question": "Anything under 400 a month?"})
    said, earlier = (
        read_reasons(MessageParser().parse(text, context)) for text in ("The blue one, under 400.", "Just checking in.")
    )
    comparison = compare(said, Earlier((earlier,)))
    assert (comparison["new_colour"], comparison["new_amounts"]) == (0, 0)


def test_what_they_know_set_against_something_else_is_a_contrast() -> None:
    miles = "It has eighteen thousand miles on it."
    assert compared("It is nine thousand miles, not eighteen thousand.", miles)["contrasts"] > 0
    assert compared("It is not far from the highway.", miles)["contrasts"] == 0


def test_what_the_last_message_said_is_held_apart_from_what_they_ever_heard() -> None:
    long_ago = compared(SILVER, SILVER, "Your trade is worth nine thousand.")
    just_now = compared(SILVER, "Your trade is worth nine thousand.", SILVER)
    assert long_ago["covered_meaning"] == just_now["covered_meaning"]
    assert long_ago["covered_by_last"] < just_now["covered_by_last"]
