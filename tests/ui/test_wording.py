"""How times and states are said."""

from datetime import UTC, datetime

import pytest

from coaching.domain.people import Role
from coaching.domain.scorecard import Outcome, ValueKind
from coaching.domain.voicemail import Progress, Stage
from coaching.ui import wording

NOW = datetime(2024, 10, 7, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (NOW, "today 9:05 am"),
        (datetime(2024, 10, 7, 3, 0, tzinfo=UTC), "October 6, 11:00 pm"),
        (datetime(2024, 10, 6, 4, 30, tzinfo=UTC), "October 6, 12:30 am"),
        (datetime(2023, 12, 31, 17, 0, tzinfo=UTC), "December 31, 2023, 12:00 pm"),
    ],
)
def test_a_time_is_said_as_the_clock_of_the_store_shows_it(time: datetime, said: str) -> None:
    assert wording.day(time, "America/New_York", NOW) == said


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (9.9, "0:09"), (72.4, "1:12"), (300, "5:00")])
def test_seconds_are_said_as_minutes_and_seconds(seconds: float, said: str) -> None:
    assert wording.clock(seconds) == said


def test_progress_says_how_far() -> None:
    assert wording.status(Progress(Stage.TRANSCRIBING, done=0.42)) == "Transcribing 42%"
    assert wording.status(Progress(Stage.FAILED)) == "Failed"


def test_every_word_of_the_domain_has_its_word_on_the_screen() -> None:
    assert set(wording.ROLES) == set(Role)
    assert set(wording.OUTCOMES) == set(Outcome)
    assert set(wording.KINDS) == set(ValueKind)
    assert set(wording.STAGES) == set(Stage)


@pytest.mark.parametrize("length_s", [0.0, 8.892, 21.92, 45.5])
def test_a_length_in_words_is_the_one_on_the_players_clock(length_s: float) -> None:
    assert wording.seconds(length_s) == f"{int(wording.clock(length_s).split(':')[1])} s"
