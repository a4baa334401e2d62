from coaching.scoring.parse import MessageParser
from coaching.scoring.repetition.comparison import Earlier
from coaching.scoring.repetition.reasons import Passage, Reasons, read_reasons
from coaching.scoring.repetition.side_by_side import newest, returns, why_they_called

RATE = "Hello Walter, it's Farid. Zero percent for thirty-six months on the Ariya. Please call 510-555-0120."
TRADE = "Walter, Farid. We would give you eleven thousand four hundred for your Leaf. Call me."


def read(text: str) -> Reasons:
    return read_reasons(MessageParser().parse(text))


def quote(reasons: Reasons, passage: Passage) -> str:
    return reasons.text[passage.span.start : passage.span.end]


def test_a_reason_is_shown_beside_the_earlier_words_for_it() -> None:
    earlier = Earlier((read(TRADE), read(RATE)))
    message = read("Walter, good day. Three years with no interest at all on the Ariya. Kindly ring me.")
    (match,) = returns(message, earlier)
    assert match.message == 1
    assert quote(message, match.passage).startswith("Three years")
    assert quote(earlier.messages[1], match.before).startswith("Zero percent")


def test_greetings_are_not_shown_as_repetition() -> None:
    assert returns(read("Hello Walter, it's Farid. Please call 510-555-0120."), Earlier((read(RATE),))) == ()


def test_of_a_script_without_a_reason_the_question_is_shown() -> None:
    script = "Hi Walter, it's Farid at Castle Nissan. I'm calling to see if you're still in the market. Call 510-555-0120."
    message = read(script)
    (match,) = why_they_called(message, Earlier((read(script),)))
    assert "still in the market" in quote(message, match.passage)


def test_the_newest_passage_is_the_one_with_the_new_figure() -> None:
    message = read("Walter, Farid. That zero percent is still on. And we would give you twelve thousand for your Leaf now.")
    passage = newest(message, Earlier((read(RATE), read(TRADE))))
    assert passage
    assert "twelve thousand" in quote(message, passage)
