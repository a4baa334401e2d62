import json
from pathlib import Path

import pytest
import torch

pytest.importorskip("onnx")

from coaching.scoring.encoder import packaged_weights
from coaching.scoring.fine_tuning.network import Network
from coaching.scoring.fine_tuning.stored import StoredWeights
from coaching.scoring.fine_tuning.tuning import tensors
from coaching.scoring.fine_tuning.written import write
from coaching.scoring.meanings import text_of
from coaching.scoring.odds import chance
from coaching.scoring.readers import LAYERS, Reader

CRITERIA = ("value_offered", "urgency_shown")
SAID = text_of(["the rate on it ends on monday"])


def test_what_is_written_reads_as_the_network_does(tmp_path: Path) -> None:
    network = Network(StoredWeights().values, heads=len(CRITERIA)).eval()
    with torch.no_grad():
        for parameter in network.layers[0].matrices.parameters():
            parameter.mul_(0.9)
        odds = network(*tensors([SAID]))[0].tolist()
    write("trial", network, CRITERIA, examples=7, folder=tmp_path)
    read = Reader("trial", tmp_path)(SAID)
    assert read == pytest.approx({name: chance(one) for name, one in zip(CRITERIA, odds, strict=True)}, abs=1e-3)
    assert json.loads((tmp_path / "trial.json").read_text(encoding="utf-8"))["examples"] == 7


def test_the_table_of_words_is_not_written_again(tmp_path: Path) -> None:
    write("trial", Network(StoredWeights().values), CRITERIA[:1], examples=0, folder=tmp_path)
    assert (tmp_path / "trial").with_suffix(LAYERS).stat().st_size < 0.5 * len(packaged_weights())
