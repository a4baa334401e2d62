"""On a Whisper with two small layers and weights by chance."""

import copy
from pathlib import Path

import numpy as np
import pytest
import torch
from whisper.model import AudioEncoder

from benchmarks.adapter_layers import PLAIN, go_on_from, learning_layers, save

WIDTH = 64


@pytest.fixture
def encoder() -> AudioEncoder:
    torch.manual_seed(0)
    return AudioEncoder(n_mels=80, n_ctx=50, n_state=WIDTH, n_head=2, n_layer=2).requires_grad_(False)


@pytest.fixture
def sound() -> torch.Tensor:
    return torch.randn(1, 80, 100)


def test_before_it_learns_an_encoder_hears_as_it_did(encoder: AudioEncoder, sound: torch.Tensor) -> None:
    learning = copy.deepcopy(encoder)
    learning_layers(learning)
    assert torch.equal(learning(sound), encoder(sound))


def test_what_was_learned_is_what_is_saved(encoder: AudioEncoder, sound: torch.Tensor, tmp_path: Path) -> None:
    learning = copy.deepcopy(encoder)
    _learn(learning, sound)
    save(learning, encoder, tmp_path / "learned.npz")
    arrays = np.load(tmp_path / "learned.npz")
    changed = copy.deepcopy(encoder)
    for number, block in enumerate(changed.blocks):
        attention, feed_forward = (f"encoder/layer_{number}/{part}" for part in ("self_attention", "ffn"))
        added = _change(arrays, f"{attention}/linear_0").split(WIDTH)
        for layer, part in zip((block.attn.query, block.attn.key, block.attn.value), added, strict=True):
            layer.weight += part
        block.attn.out.weight += _change(arrays, f"{attention}/linear_1")
        block.mlp[0].weight += _change(arrays, f"{feed_forward}/linear_0")
        block.mlp[2].weight += _change(arrays, f"{feed_forward}/linear_1")
    for ours, theirs in PLAIN.items():
        changed.get_parameter(ours).add_(torch.from_numpy(np.float32(arrays[f"encoder/{theirs}.added"])))
    assert not torch.allclose(encoder(sound), learning(sound), atol=1e-3)
    assert torch.allclose(changed(sound), learning(sound), atol=1e-2)


def test_learning_goes_on_where_it_ended(encoder: AudioEncoder, sound: torch.Tensor, tmp_path: Path) -> None:
    learned = copy.deepcopy(encoder)
    _learn(learned, sound)
    save(learned, encoder, tmp_path / "learned.npz")
    going_on = copy.deepcopy(encoder)
    learning_layers(going_on)
    go_on_from(tmp_path / "learned.npz", going_on)
    assert torch.allclose(going_on(sound), learned(sound), atol=1e-2)
    assert not torch.allclose(going_on(sound), encoder(sound), atol=1e-2)


def test_a_share_of_nothing_changes_nothing(encoder: AudioEncoder, sound: torch.Tensor, tmp_path: Path) -> None:
    learned = copy.deepcopy(encoder)
    _learn(learned, sound)
    save(learned, encoder, tmp_path / "nothing.npz", share=0.0)
    without = copy.deepcopy(encoder)
    learning_layers(without)
    go_on_from(tmp_path / "nothing.npz", without)
    assert torch.allclose(without(sound), encoder(sound), atol=1e-4)


def _learn(learning: AudioEncoder, sound: torch.Tensor) -> None:
    narrow, plain = learning_layers(learning)
    optimiser = torch.optim.SGD([*narrow, *plain], lr=0.01)
    for _ in range(3):
        learning(sound).square().mean().backward()
        optimiser.step()
        optimiser.zero_grad()


def _change(arrays: "np.lib.npyio.NpzFile", name: str) -> torch.Tensor:
    return torch.from_numpy(np.float32(arrays[f"{name}/weight.up"]) @ np.float32(arrays[f"{name}/weight.down"]))
