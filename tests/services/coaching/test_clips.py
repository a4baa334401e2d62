"""What is heard of an exemplar: the passage, and nothing of the voicemail around it."""

import io
import wave

import numpy as np
import pytest

from coaching.audio.beep import TONE_HZ
from coaching.domain.audit import Action
from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen
from coaching.domain.people import MACHINE
from coaching.domain.recording import SAMPLE_RATE
from coaching.errors import NotFound
from coaching.services.coaching.clips import LEAD_IN_S, clip
from coaching.services.coaching.library import choose
from coaching.storage import audit
from tests.aloud import left_aloud
from tests.services.privacy.test_redacting import loudest_hz
from tests.world import Cast, Clock

RED_HONDA = Passage(2.4, 3.6)  # "the red" ... of 6 seconds
CALL_NUMBER = Passage(3.7, 4.8)


def samples(content: bytes) -> np.ndarray:
    with wave.open(io.BytesIO(content)) as wav:
        return np.frombuffer(wav.readframes(wav.getnframes()), "<i2") / 32767


def test_only_the_passage_is_in_it(cast: Cast) -> None:
    alice, services = cast.as_seen_by(cast.alice), cast.services
    made = choose(services, alice, left_aloud(cast), Chosen("text_invited", RED_HONDA, "Good."))
    heard = samples(clip(services, cast.as_seen_by(cast.charlie), made))
    assert len(heard) / SAMPLE_RATE == pytest.approx(1.2 + 2 * LEAD_IN_S, abs=0.001)
    assert abs(loudest_hz(heard, 0.7) - 440) < 10


def test_an_anonymous_one_beeps_where_somebody_is_named(cast: Cast) -> None:
    alice, services = cast.as_seen_by(cast.alice), cast.services
    made = choose(services, alice, left_aloud(cast), Chosen("direct_line_given", CALL_NUMBER, "Good.", anonymous=True))
    heard = samples(clip(services, alice, made))
    assert round(loudest_hz(heard, 4.55 - CALL_NUMBER.start_s + LEAD_IN_S), -2) == TONE_HZ
    assert abs(loudest_hz(heard, 0.3) - 440) < 10


def test_the_history_says_once_that_somebody_listened(cast: Cast, clock: Clock) -> None:
    alice, services = cast.as_seen_by(cast.alice), cast.services
    made = choose(services, alice, left_aloud(cast), Chosen("text_invited", RED_HONDA, "Good."))
    for _ in range(2):
        clip(services, cast.as_seen_by(cast.charlie), made)
    with services.database.reading() as connection:
        heard = [one.entry for one in audit.listed(connection, MACHINE) if one.entry.action is Action.HEARD]
    assert [(one.by, one.what) for one in heard] == [(cast.charlie, "exemplar")]


def test_nobody_of_another_store_hears_it(cast: Cast) -> None:
    made = choose(cast.services, cast.as_seen_by(cast.alice), left_aloud(cast), Chosen("text_invited", RED_HONDA, "Good."))
    with pytest.raises(NotFound):
        clip(cast.services, cast.as_seen_by(cast.erin), made)
