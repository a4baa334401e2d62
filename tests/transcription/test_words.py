from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.transcript import Transcript
from coaching.transcription.words import Piece, Segment, joined

times = st.floats(-1.0, 40.0)
pieces = st.builds(
    Piece, st.sampled_from([" call", " 240", "-555", "-0187.", "!", " ", "", "'s"]), times, times, st.floats(0.0, 1.1)
)


def segment(*pieces: tuple[str, float, float, float]) -> Segment:
    return Segment(tuple(Piece(*piece) for piece in pieces), -0.2, 1.3)


def test_the_pieces_of_a_number_are_one_word_as_sure_as_the_least_sure() -> None:
    words = joined(
        [segment((" at", 1.0, 1.2, 0.99), (" 240", 1.3, 2.0, 0.9), ("-555", 2.0, 2.8, 0.4), ("-0187.", 2.8, 3.9, 0.8))], 5.0
    )
    assert [word.text for word in words] == ["at", "240-555-0187."]
    assert (words[1].start_s, words[1].end_s, words[1].probability) == (1.3, 3.9, 0.4)


def test_a_new_segment_begins_a_new_word_with_or_without_a_space() -> None:
    words = joined([segment((" Hello.", 0.0, 0.5, 0.9)), segment(("Bye.", 0.6, 0.9, 0.9))], 1.0)
    assert [word.text for word in words] == ["Hello.", "Bye."]


def test_times_outside_the_recording_are_brought_inside() -> None:
    words = joined([segment((" a", -0.1, 0.5, 1.0), (" b", 0.4, 0.3, 1.0), (" c", 2.5, 3.5, 1.0))], 3.0)
    assert [(word.start_s, word.end_s) for word in words] == [(0.0, 0.5), (0.5, 0.5), (2.5, 3.0)]


@given(st.lists(st.lists(pieces, min_size=1, max_size=8).map(lambda some: Segment(tuple(some), -0.3, 1.0)), max_size=5))
def test_words_have_no_white_space_and_their_times_run_forward_inside_the_recording(segments: list[Segment]) -> None:
    words = joined(segments, 30.0)
    assert Transcript(words, "en", "fake", "small").text.split() == [word.text for word in words]
    ends = [0.0, *(time for word in words for time in (word.start_s, word.end_s)), 30.0]
    assert ends == sorted(ends)
    assert all(0.0 <= word.probability <= 1.0 for word in words)
