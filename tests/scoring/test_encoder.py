import numpy as np
import pytest

from coaching.errors import InvalidFile
from coaching.scoring.encoder import DIMENSIONS, Encoder, Text, packaged_encoder, tokenizer


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return packaged_encoder()


def text(said: str, second_from: int | None = None) -> Text:
    return Text(tokenizer().encode(said).ids, second_from)


def test_every_piece_has_its_vector(encoder: Encoder) -> None:
    rate = text("zero percent for thirty-six months")
    (vectors,) = encoder([rate])
    assert vectors.shape == (len(rate), DIMENSIONS)


def test_it_matters_where_the_second_text_begins(encoder: Encoder) -> None:
    said = "zero percent for thirty-six months"
    one, beside = encoder([text(said), text(said, second_from=3)])
    assert not np.allclose(one, beside)


def test_a_text_is_the_same_bits_whatever_it_is_filled_up_beside(encoder: Encoder) -> None:
    short, beside, long = text("call me"), text("no interest . zero percent", 4), text("the white one with the tow package " * 5)
    together = encoder([short, beside, long])
    assert [one.tobytes() for one in together] == [encoder([one])[0].tobytes() for one in (short, beside, long)]


def test_other_weights_are_refused_and_the_remedy_is_named() -> None:
    with pytest.raises(InvalidFile, match=r"This is not the language model .*\. Restore it\."):
        Encoder(b"something else", "0" * 64, "Restore it.")
