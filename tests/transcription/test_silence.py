import numpy as np

from coaching.transcription.silence import SearchingAlone, with_silent_end

BANDS = 80


def features(heard: int, padding: int) -> np.ndarray:
    loud = np.linspace(-0.6, 1.2, BANDS * heard, dtype=np.float32).reshape(BANDS, heard)
    return np.pad(loud, ((0, 0), (0, padding)))


def test_the_padding_becomes_as_quiet_as_the_quietest() -> None:
    padded = with_silent_end(features(1500, 1500))
    assert (padded[:, 1500:] == np.float32(-0.6)).all()


def test_what_was_heard_stays_as_it_was() -> None:
    given = features(1500, 1500)
    assert np.array_equal(with_silent_end(given)[:, :1500], given[:, :1500])
    assert np.array_equal(with_silent_end(features(3000, 0)), features(3000, 0))


def test_a_pause_within_the_message_is_not_padding() -> None:
    given = features(1500, 1500)
    given[:, 300:900] = 0.0
    assert np.array_equal(with_silent_end(given)[:, 300:900], given[:, 300:900])


def test_features_without_anything_heard_are_left_alone() -> None:
    nothing = np.zeros((BANDS, 3000), np.float32)
    assert np.array_equal(with_silent_end(nothing), nothing)


def test_the_features_given_are_not_changed() -> None:
    given = features(10, 10)
    with_silent_end(given)
    assert not given[:, 10:].any()


class Model:
    """In the place of one of CTranslate2's."""

    n_mels = BANDS

    def __init__(self, name: str) -> None:
        self.name = name

    def encode(self) -> str:
        return f"encoded by {self.name}"

    def align(self) -> str:
        return f"aligned by {self.name}"

    def generate(self) -> str:
        return f"searched by {self.name}"


def test_one_model_encodes_and_aligns_and_another_one_searches() -> None:
    both = SearchingAlone(Model("all threads"), Model("one thread"))
    assert (both.encode(), both.align(), both.n_mels) == ("encoded by all threads", "aligned by all threads", BANDS)
    assert both.generate() == "searched by one thread"
