import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.recording import Delivery
from coaching.follow_up.drafts.pace import USUAL_WORDS_PER_MINUTE, Pace, spoken_words


def delivery(words_per_minute: float | None) -> Delivery:
    return Delivery(words_per_minute, 1.0, 0, 3.0, 20.0, -20.0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hi Denise, it's Marcus.", 4),
        ("the CR-V", 4),
        ("the 2026 Pilot", 4),
        ("2.9 percent for 60 months", 7),
        ("$1,500 cash", 4),
        ("", 0),
    ],
)
def test_words_are_counted_as_they_are_heard(text: str, words: int) -> None:
    assert spoken_words(text) == words


def test_a_telephone_number_is_said_digit_by_digit() -> None:
    pace = Pace(120, 2.5)
    assert pace.seconds("Call me, 410-555-0172.") == pytest.approx(2 / 2 + 10 / 2.5)
    assert pace.seconds("(410) 555-0172") == pytest.approx(4.0)


def test_a_rep_has_a_pace_after_three_voicemails() -> None:
    assert Pace.of([delivery(180), delivery(190)]).words_per_minute == USUAL_WORDS_PER_MINUTE
    assert Pace.of([delivery(180), delivery(190), delivery(110), delivery(None)]).words_per_minute == 180


@given(st.text(), st.text())
def test_two_texts_after_each_other_take_as_long_as_both(one: str, other: str) -> None:
    pace = Pace()
    joined = pace.seconds(f"{one}. | {other}")
    assert joined == pytest.approx(pace.seconds(one) + pace.seconds(other))
