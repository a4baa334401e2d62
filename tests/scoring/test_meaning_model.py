import numpy as np
import pytest

from coaching.errors import UnknownName
from coaching.scoring.meaning_model import MODELS, WORDS_COUNT, MeaningModel, load_model, term_values

MODEL = MeaningModel(0.5, -1.0, np.array([2.0, 0.0]), {"rate": 2.0, "the rate": 3.0}, {"rate": 1.5, "the rate": 0.5})


def test_vector_and_words_both_count() -> None:
    away, along, worded = MODEL.scores(["hello there", "hello there", "the rate"], np.array([[0, 1], [1, 0], [0, 1]], np.float32))
    assert away == -1.0
    assert along == 1.0
    assert worded > away


def test_the_words_of_a_sentence_are_together_as_long_as_set() -> None:
    values = term_values("the rate is the rate", MODEL.rarity)
    assert set(values) == {"rate", "the rate"}
    assert sum(value * value for value in values.values()) == pytest.approx(WORDS_COUNT**2)


def test_a_model_comes_back_from_its_file_as_it_was() -> None:
    again = MeaningModel.from_json(MODEL.to_json())
    assert again.to_json() == MODEL.to_json()
    assert again.scores(["the rate"], np.array([[0.3, 0.7]])) == MODEL.scores(["the rate"], np.array([[0.3, 0.7]]))


def test_an_unknown_model_is_answered_with_those_that_are_known() -> None:
    with pytest.raises(UnknownName, match="Did you mean 'value_offered'"):
        load_model("value_ofered")


def test_every_committed_model_can_be_read_and_is_small() -> None:
    paths = sorted(MODELS.glob("*.json"))
    assert paths
    for path in paths:
        assert load_model(path.stem).vector.shape == (384,)
        assert path.stat().st_size < 300_000
