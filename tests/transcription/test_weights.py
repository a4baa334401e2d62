from dataclasses import replace
from pathlib import Path

import pytest

from coaching.errors import TranscriptionError
from coaching.transcription import weights
from coaching.transcription.weights import BESIDE_WEIGHTS, PACKAGED, WEIGHTS, packaged_model


def test_a_packaged_model_is_unpacked_once_with_all_that_lies_beside_it(tmp_path: Path) -> None:
    folder = packaged_model("tiny.en", tmp_path)
    assert folder is not None
    assert sorted(path.name for path in folder.iterdir()) == sorted([WEIGHTS, *BESIDE_WEIGHTS])
    before = (folder / WEIGHTS).stat()
    assert packaged_model("tiny.en", tmp_path) == folder
    assert (folder / WEIGHTS).stat() == before


def test_any_other_name_is_left_to_the_engine(tmp_path: Path) -> None:
    assert packaged_model("small.en", tmp_path) is None
    assert packaged_model(str(tmp_path / "my-model"), tmp_path) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"sha256": "0" * 64}, "SHA-256 differs"),
        ({"parts": (("a_package_that_nobody_has", "model.bin"),)}, "not installed"),
    ],
)
def test_weights_that_are_missing_or_not_the_reviewed_ones_are_refused(
    change: dict[str, object], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "PACKAGED", {"tiny.en": replace(PACKAGED["tiny.en"], **change)})
    with pytest.raises(TranscriptionError, match=sentence) as error:
        packaged_model("tiny.en", tmp_path)
    assert not error.value.may_retry
    assert not list(tmp_path.rglob(WEIGHTS))


def test_a_home_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(TranscriptionError, match="COACHING_HOME"):
        packaged_model("tiny.en", tmp_path / "home")
