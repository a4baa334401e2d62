import re
from pathlib import Path

import numpy as np
import pytest

from coaching.transcription.adapter import adapted, fingerprint
from coaching.transcription.ctranslate2_file import Tensors, tensors_in
from coaching.transcription.weights import WEIGHTS, packaged_model

pytestmark = pytest.mark.slow  # 145 MB twice


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    home = tmp_path_factory.mktemp("home")
    plain, telephone = packaged_model("base", home), packaged_model("base-telephone", home)
    assert plain
    assert telephone
    return plain, telephone


@pytest.fixture(scope="module")
def models(folders: tuple[Path, Path]) -> tuple[Tensors, Tensors]:
    plain, telephone = (tensors_in((folder / WEIGHTS).read_bytes()) for folder in folders)
    return plain, telephone


def test_every_layer_of_the_encoder_is_changed_and_nothing_of_the_decoder(models: tuple[Tensors, Tensors]) -> None:
    plain, telephone = models
    changed = {name for name in plain if not np.array_equal(plain[name], telephone[name])}
    assert all(name.startswith("encoder/") for name in changed)
    for number in range(6):
        assert sum(name.startswith(f"encoder/layer_{number}/") for name in changed) == 4


def test_the_change_is_small_beside_what_is_changed(models: tuple[Tensors, Tensors]) -> None:
    plain, telephone = models
    for name in plain:
        if re.match(r"encoder/layer_\d/.*weight$", name):
            before, after = plain[name].astype(np.float32), telephone[name].astype(np.float32)
            assert np.isfinite(after).all()
            assert np.linalg.norm(after - before) < np.linalg.norm(before)


def test_the_same_weights_come_out_every_time(folders: tuple[Path, Path]) -> None:
    plain, telephone = folders
    assert adapted((plain / WEIGHTS).read_bytes(), "telephone") == (telephone / WEIGHTS).read_bytes()


def test_a_new_version_of_the_adapter_gets_a_folder_of_its_own(folders: tuple[Path, Path]) -> None:
    _, telephone = folders
    assert telephone.name.startswith("base-telephone-")
    assert len(fingerprint("telephone")) == 64
