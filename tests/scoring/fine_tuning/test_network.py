import hashlib

import numpy as np
import pytest
import torch

pytest.importorskip("onnx")

from coaching.scoring.encoder import Encoder, Text, packaged_encoder, packaged_weights
from coaching.scoring.fine_tuning.network import Network
from coaching.scoring.fine_tuning.stored import StoredWeights
from coaching.scoring.fine_tuning.tuning import tensors
from coaching.scoring.repetition.reading import text_beside

BESIDE = text_beside("zero percent / call me", ["no interest at all for three years"])
SHORTER = text_beside("call me", ["hi"])


def seen_by_the_head(network: Network, *texts: Text) -> np.ndarray:
    seen = []
    hook = network.head.register_forward_hook(lambda _module, given, _result: seen.append(given[0]))
    network.eval()(*tensors(texts))
    hook.remove()
    vectors: np.ndarray = seen[0].detach().numpy()
    return vectors


def seen_when_judging(encoder: Encoder) -> np.ndarray:
    (vectors,) = encoder([BESIDE])
    return np.concatenate([vectors[0], vectors[: BESIDE.second_from].mean(axis=0)])


def test_what_learns_sees_what_judging_will_see() -> None:
    packaged = packaged_encoder()
    network = Network(StoredWeights().values)
    assert seen_by_the_head(network, BESIDE)[0] == pytest.approx(seen_when_judging(packaged), abs=1e-5)


def test_filling_up_a_shorter_text_changes_nothing() -> None:
    network = Network(StoredWeights().values)
    alone, beside = seen_by_the_head(network, SHORTER)[0], seen_by_the_head(network, SHORTER, BESIDE)[0]
    assert beside == pytest.approx(alone, abs=1e-5)


def test_weights_that_learned_are_what_is_written() -> None:
    stored = StoredWeights()
    network = Network(stored.values)
    with torch.no_grad():
        for parameter in network.layers[0].matrices.parameters():
            parameter.mul_(0.9)
    written = stored.replaced(network.weights())
    judging = seen_when_judging(Encoder(written, hashlib.sha256(written).hexdigest(), ""))
    assert seen_by_the_head(network, BESIDE)[0] == pytest.approx(judging, abs=1e-3)
    assert judging != pytest.approx(seen_when_judging(packaged_encoder()), abs=1e-2)


def test_the_table_of_words_stands_in_the_packaged_file_and_in_every_one_made_from_it() -> None:
    stored = StoredWeights()
    table = stored.table_of_words()
    assert len(table) > 11_000_000
    assert packaged_weights().count(table) == stored.replaced(Network(stored.values).weights()).count(table) == 1
