import pytest

from coaching.scoring.encoder import tokenizer
from coaching.scoring.odds import EVEN
from coaching.scoring.readers import MOST_PIECES, REPETITION, load_reader
from coaching.scoring.repetition.reading import CRITERION, MOST_SAID, text_beside

RATE = "zero percent for thirty-six months on the car / call me"
ARRIVAL = "a white one with the tow package came in last night / i am holding it for you"


def chance_of_news(said: str, *earlier: str) -> float:
    return load_reader(REPETITION)(text_beside(said, earlier))[CRITERION]


def words(pieces: list[int]) -> str:
    text: str = tokenizer().decode(pieces)
    return text


def test_a_message_stands_before_the_earlier_ones_and_the_latest_of_these_first() -> None:
    text = text_beside("call me", [RATE, ARRIVAL])
    before = words(text.pieces[text.second_from :])
    assert words(text.pieces[: text.second_from]) == "call me"
    assert before.index("white") < before.index("zero")


def test_what_is_too_long_is_cut_at_the_end() -> None:
    text = text_beside("very " * 500, ["good " * 500])
    assert text.second_from == MOST_SAID + 2
    assert len(text) == MOST_PIECES


@pytest.mark.parametrize(
    "said",
    ["three years and you pay no interest at all", "you would pay back what you borrow and not a penny more for three years"],
)
def test_the_same_in_other_words_is_no_news(said: str) -> None:
    assert chance_of_news(said, RATE) < EVEN


@pytest.mark.parametrize(
    "said", ["they stretched the zero percent to sixty months", "our manager values your truck at nineteen thousand"]
)
def test_what_was_not_said_before_is_news(said: str) -> None:
    assert chance_of_news(said, RATE) > EVEN


@pytest.mark.parametrize("earlier", [(ARRIVAL,), (ARRIVAL, RATE), (RATE, ARRIVAL)], ids=["just now", "long ago", "after another"])
def test_an_earlier_message_counts_however_long_ago_it_was(earlier: tuple[str, ...]) -> None:
    said = "a white one with the hitch is here since last night and it is set aside for you"
    assert chance_of_news(said, *earlier) < EVEN
