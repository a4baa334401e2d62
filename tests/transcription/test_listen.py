"""What is done with an engine's segments, on real speech: a short message, spoken and encoded once."""

from pathlib import Path

import numpy as np
import pytest

from coaching.audio.decode import decode
from coaching.domain.recording import SAMPLE_RATE
from coaching.transcription.listen import Search, is_invented, known_inventions, listen
from coaching.transcription.speech import find_speech
from coaching.transcription.words import Piece, Segment

SPOKEN = Path(__file__).parents[1] / "audio" / "spoken.opus.ogg"
SILENCE = np.zeros(5 * SAMPLE_RATE, np.float32)
WHOLE = "Hi Denise. Call me, 240-555-0187. Again, 240-555-0187."  # as many words, digits counted, as 13 seconds hold
GREETING = "Hi Denise, this is Marcus at Riverbend Toyota, and my direct line is"
HINTS = ("Kyle Zastrow", "Sawyer Bend Chevrolet", "2024 Chevrolet Silverado 2500HD")


@pytest.fixture(scope="module")
def spoken() -> np.ndarray:
    """About 13 seconds of speech."""
    return decode(SPOKEN.read_bytes()).samples


def segment(text: str, start_s: float, end_s: float, *, log_probability: float = -0.2, compression: float = 1.2) -> Segment:
    words = text.split()
    length_s = (end_s - start_s) / len(words)
    pieces = tuple(
        Piece(f" {word}", start_s + at * length_s, start_s + (at + 1) * length_s, 0.9) for at, word in enumerate(words)
    )
    return Segment(pieces, log_probability, compression)


class Engine:
    """Answers each pass with the next of the prepared results, and keeps what it was asked."""

    def __init__(self, *passes: list[Segment]) -> None:
        self._passes = list(passes)
        self.asked: list[tuple[float, Search]] = []

    def __call__(self, samples: np.ndarray, search: Search) -> list[Segment]:
        self.asked.append((round(len(samples) / SAMPLE_RATE, 1), search))
        return self._passes.pop(0)


def text(samples: np.ndarray, engine: Engine) -> str:
    return " ".join(word.text for word in listen(samples, engine))


def test_where_nobody_speaks_the_engine_is_not_even_asked() -> None:
    noise = np.random.default_rng(1).normal(0.0, 0.05, 5 * SAMPLE_RATE).astype(np.float32)
    tone = (0.3 * np.sin(np.arange(5 * SAMPLE_RATE) * 0.2)).astype(np.float32)
    for samples in (SILENCE, SILENCE[:0], noise, tone):
        assert listen(samples, Engine()) == ()


def test_a_quiet_voice_is_heard(spoken: np.ndarray) -> None:
    assert find_speech(spoken * 0.003).anybody


def test_a_thank_you_over_silence_is_dropped_and_a_spoken_one_is_kept(spoken: np.ndarray) -> None:
    samples = np.concatenate([spoken, SILENCE])
    end_s = len(spoken) / SAMPLE_RATE
    said = segment(f"{WHOLE} Thank you.", 0.2, end_s)
    assert text(samples, Engine([said, segment("Thank you.", end_s + 2, end_s + 4)])) == f"{WHOLE} Thank you."


def test_what_the_engine_itself_doubts_is_dropped_only_where_nobody_speaks(spoken: np.ndarray) -> None:
    speech = find_speech(np.concatenate([spoken, SILENCE]))
    end_s = len(spoken) / SAMPLE_RATE
    assert is_invented(segment("I bought a horse", end_s + 1, end_s + 4, log_probability=-0.9), speech)
    assert not is_invented(segment("I bought a horse", end_s + 1, end_s + 4), speech)
    assert not is_invented(segment("Call me", 1.0, 3.0, log_probability=-0.9), speech)


def test_a_name_in_the_last_tenth_of_a_second_was_not_said(spoken: np.ndarray) -> None:
    speech, end_s = find_speech(spoken), len(spoken) / SAMPLE_RATE - 0.5
    assert is_invented(segment("2021 Toyota RAV4 Hybrid", end_s - 0.2, end_s, log_probability=-0.9), speech)
    assert not is_invented(segment("2021 Toyota RAV4 Hybrid", end_s - 2.0, end_s, log_probability=-0.9), speech)
    assert not is_invented(segment("Bye now.", end_s - 0.1, end_s, log_probability=-0.2), speech)


def test_a_lost_end_is_decoded_again_from_the_last_segment_and_no_digit_comes_twice(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    first = segment("Hi Denise, this is Marcus.", 0.2, 3.0)
    cut = segment("My direct line is 240", 4.0, 6.0)
    whole = segment("My direct line is 240-555-0187, call or text.", 0.0, end_s - 4.0)
    engine = Engine([first, cut], [whole])
    assert text(spoken, engine) == "Hi Denise, this is Marcus. My direct line is 240-555-0187, call or text."
    assert engine.asked == [(round(end_s, 1), Search.BEAM), (round(end_s - 4.0, 1), Search.BEAM)]


def test_a_second_look_that_hears_less_changes_nothing(spoken: np.ndarray) -> None:
    first = segment("Hi Denise, this is Marcus.", 0.2, 3.0)
    engine = Engine([first, segment("My direct line is 240", 4.0, 6.0)], [segment("My line", 0.0, 1.0)], [], [])
    assert text(spoken, engine) == "Hi Denise, this is Marcus. My direct line is 240"


def test_a_second_look_that_hears_the_same_twice_changes_nothing(spoken: np.ndarray) -> None:
    first = segment("Hi Denise, this is Marcus.", 0.2, 3.0)
    engine = Engine([first, segment("Call me.", 4.0, 6.0)], [segment("Call me. Call me.", 0.0, 2.0)], [], [])
    assert text(spoken, engine) == "Hi Denise, this is Marcus. Call me."


def test_an_end_that_a_second_look_does_not_reach_is_decoded_by_itself(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    engine = Engine([segment(GREETING, 0.2, 6.0)], [segment("240-555-0187, call or text.", 0.0, end_s - 6.0)])
    assert text(spoken, engine) == f"{GREETING} 240-555-0187, call or text."
    assert engine.asked[-1] == (round(end_s - 6.0, 1), Search.BEAM)


def test_dots_are_not_words(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    engine = Engine([segment(". . . .", 0.0, end_s)], [segment(WHOLE, 0.0, end_s)])
    assert text(spoken, engine) == WHOLE


def test_an_engine_that_heard_nothing_is_asked_again(spoken: np.ndarray) -> None:
    assert text(spoken, Engine([], [segment("Hi Denise.", 0.0, len(spoken) / SAMPLE_RATE)])) == "Hi Denise."


def test_a_text_that_goes_round_in_circles_is_searched_greedily(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    engine = Engine([segment("I don't know " * 9, 0.0, end_s, compression=8.0)], [segment("Hi Denise.", 0.0, end_s)])
    assert text(spoken, engine) == "Hi Denise."
    assert [search for _, search in engine.asked] == [Search.BEAM, Search.GREEDY]


def test_hints_that_cost_a_passage_are_not_given_again(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    hinted = Engine([segment("Hi Denise,", 0.2, 1.5), segment("text.", end_s - 1.0, end_s)], [segment(WHOLE, 0.0, end_s)])
    assert " ".join(word.text for word in listen(spoken, hinted, hints=HINTS)) == WHOLE
    assert [search for _, search in hinted.asked] == [Search.HINTED, Search.BEAM]


def test_hints_that_cost_nothing_are_enough(spoken: np.ndarray) -> None:
    engine = Engine([segment(WHOLE, 0.0, len(spoken) / SAMPLE_RATE)])
    assert len(listen(spoken, engine, hints=HINTS)) == len(WHOLE.split())
    assert [search for _, search in engine.asked] == [Search.HINTED]


def test_hints_written_in_place_of_what_was_said_are_not_believed(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    parroted = segment("This is Kyle Zastrow, Sawyer Bend Chevrolet Silverado 2500HD, " * 4, 0.0, end_s)
    said = segment("Hello, it's Kyle at Sawyer Bend, the plow truck is fifteen hundred less, so call me back " * 3, 0.0, end_s)
    engine = Engine([parroted], [said])
    assert " ".join(word.text for word in listen(spoken, engine, hints=HINTS)).startswith("Hello, it's Kyle")
    assert [search for _, search in engine.asked] == [Search.HINTED, Search.BEAM]


def test_hints_written_over_and_over_are_not_believed_for_being_many_words(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    circling = segment("Sawyer Bend Chevrolet, Kyle Zastrow, " * 30, 0.0, end_s, compression=8.0)
    engine = Engine([circling], [segment(WHOLE, 0.0, end_s)])
    assert " ".join(word.text for word in listen(spoken, engine, hints=HINTS)) == WHOLE


def test_a_short_message_that_is_nearly_all_names_keeps_the_spelling_of_the_hints(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    names, misspelled = f"Kyle Zastrow, Sawyer Bend. {WHOLE}", f"Kyle Sastro, Soy Bend. {WHOLE}"
    engine = Engine([segment(names, 0.0, end_s)], [segment(misspelled, 0.0, end_s)])
    assert " ".join(word.text for word in listen(spoken, engine, hints=HINTS)) == names


def test_fewer_words_than_anybody_takes_so_long_for_are_a_lost_passage(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    engine = Engine([segment("Okay, I'm done with it.", 0.0, end_s)], [segment("Call me " * 12, 0.0, end_s)])
    assert len(listen(spoken, engine)) == 24  # the second search is taken
    assert [search for _, search in engine.asked] == [Search.BEAM, Search.GREEDY]


def test_a_number_counts_as_many_words_as_digits(spoken: np.ndarray) -> None:
    assert text(spoken, Engine([segment(WHOLE, 0.0, len(spoken) / SAMPLE_RATE)])) == WHOLE  # not asked twice


def test_where_every_search_loses_a_passage_the_fullest_is_kept(spoken: np.ndarray) -> None:
    end_s = len(spoken) / SAMPLE_RATE
    less, more = segment("or text.", end_s - 2.0, end_s), segment("call or text.", end_s - 4.0, end_s)
    assert text(spoken, Engine([less], [more])) == text(spoken, Engine([more], [less])) == "call or text."


def test_inventions_are_known_without_their_punctuation() -> None:
    assert {"you", "thank you", "thanks for watching"} <= known_inventions()
    assert not any(line.startswith("#") for line in known_inventions())
