from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.services.file_names import Guess, guess, is_surely_no_recording

REPS = ("Marcus Tillery", "Nora Whitfield")
OCTOBER_7 = date(2024, 10, 7)


@pytest.mark.parametrize(
    ("file_name", "guessed"),
    {
        "2024-10-07 Marcus Tillery - Denise Okafor 2.wav": Guess("Marcus Tillery", "Denise Okafor", 2, OCTOBER_7),
        "denise_okafor_attempt2.mp3": Guess(customer="Denise Okafor", attempt=2),
        "nora-whitfield_karen-doyle_3.amr": Guess("Nora Whitfield", "Karen Doyle", 3),
        "Denise Okafor - Marcus Tillery.m4a": Guess("Marcus Tillery", "Denise Okafor"),
        "marcus tillery to denise okafor vm 1.ogg": Guess("Marcus Tillery", "Denise Okafor", 1),
        "Okafor, Denise.wav": Guess(customer="Denise Okafor"),
        r"C:\calls\20241007_Denise Okafor_#4.wav": Guess(customer="Denise Okafor", attempt=4, day=OCTOBER_7),
        "Denise Okafor (1).wav": Guess(customer="Denise Okafor"),
        "Ann-Marie O'Neil.wav": Guess(customer="Ann Marie O'Neil"),
        "nora_to_henderson_1.mp3": Guess(),
        "recording.wav": Guess(),
        "New Recording 12.m4a": Guess(),
        "vm-20241007-091530.wav": Guess(day=OCTOBER_7),
        "4105550172.wav": Guess(),
        "2024-06-31 call.wav": Guess(),
        "Tom Reed - Ann Lee - Joe Dunn.wav": Guess(),
        "": Guess(),
    }.items(),
)
def test_a_file_name_tells_what_it_tells_and_no_more(file_name: str, guessed: Guess) -> None:
    assert guess(file_name, REPS) == guessed


def test_a_lead_on_file_is_found_where_the_name_alone_would_leave_a_doubt() -> None:
    assert guess("Tom Reed - Ann Lee - Joe Dunn.wav", customers=["Ann Lee"]).customer == "Ann Lee"


@given(st.text(max_size=60), st.sampled_from([".wav", "", ".tar.gz"]))
def test_any_name_is_read_without_complaint(stem: str, ending: str) -> None:
    guessed = guess(stem + ending, REPS)
    assert guessed.rep is None or guessed.rep in REPS
    assert guessed.attempt is None or 1 <= guessed.attempt <= 20


@pytest.mark.parametrize(
    ("file_name", "none"),
    [
        ("README.md", True),
        ("photo.jpg", True),
        ("list.csv", True),
        ("a.amr", False),
        ("a.3gp", False),
        ("a.caf", False),
        ("a", False),
    ],
)
def test_only_what_is_surely_no_recording_is_doubted(file_name: str, none: bool) -> None:
    assert is_surely_no_recording(file_name) is none
