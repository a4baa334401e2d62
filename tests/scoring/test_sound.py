from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.scoring.sound import likeness, sound_of

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("heard", "known"),
    [
        ("brazinski", "brzezinski"),
        ("fareed", "farid"),
        ("tomus", "tomas"),
        ("tatem", "tatum"),
        ("halden", "holden"),
        ("jodi", "jody"),
    ],
)
def test_what_a_recogniser_makes_of_a_name_is_alike(heard: str, known: str) -> None:
    assert likeness(heard, known) >= 0.8


@pytest.mark.parametrize(("heard", "known"), [("michelle", "melissa"), ("there", "thea"), ("mark", "marisol")])
def test_another_name_is_not(heard: str, known: str) -> None:
    assert likeness(heard, known) < 0.62


@given(LETTERS, LETTERS)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert likeness(one, one) == 1.0


@given(LETTERS)
def test_a_sound_has_no_doubled_letters(word: str) -> None:
    sound = sound_of(word)
    assert all(first != second for first, second in pairwise(sound))
