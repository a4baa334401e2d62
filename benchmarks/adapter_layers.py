"""The layers of an encoder that learn, and what they have learned under the names of CTranslate2's file."""

import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from whisper.model import AudioEncoder

RANK = 32  # width of the narrow matrices: 3.5 MB in all
# A tensor of CTranslate2's layer -> the layers of OpenAI's block that it joins.
JOINED = {
    "self_attention/linear_0": ("attn.query", "attn.key", "attn.value"),
    "self_attention/linear_1": ("attn.out",),
    "ffn/linear_0": ("mlp.0",),
    "ffn/linear_1": ("mlp.2",),
}
PLAIN = {
    "conv1.weight": "conv1/weight",
    "conv1.bias": "conv1/bias",
    "conv2.bias": "conv2/bias",
    "ln_post.weight": "layer_norm/gamma",
    "ln_post.bias": "layer_norm/beta",
}


class Narrow(nn.Module):
    """A frozen layer with the product of two narrow matrices beside it (LoRA); at first the product is nothing."""

    def __init__(self, frozen: nn.Linear) -> None:
        super().__init__()
        outputs, inputs = frozen.weight.shape
        self.frozen = frozen
        self.down = nn.Parameter(torch.randn(RANK, inputs) / math.sqrt(inputs))
        self.up = nn.Parameter(torch.zeros(outputs, RANK))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        added: torch.Tensor = functional.linear(functional.linear(values, self.down), self.up)
        return added + self.frozen(values)


def learning_layers(encoder: AudioEncoder) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """What learns in an encoder that was frozen: narrow matrices beside its layers, and a few whole tensors."""
    narrow = []
    for block in encoder.blocks:
        for name in (one for layers in JOINED.values() for one in layers):
            layer = Narrow(block.get_submodule(name))
            owner, _, own_name = name.rpartition(".")
            setattr(block.get_submodule(owner), own_name, layer)
            narrow += [layer.down, layer.up]
    plain = [encoder.get_parameter(name).requires_grad_(True) for name in PLAIN]
    return narrow, plain


def go_on_from(path: Path, encoder: AudioEncoder) -> None:
    """Give an encoder with learning layers what an adapter of `save` has learned."""
    with np.load(path) as file:
        arrays = {name: torch.from_numpy(file[name].astype(np.float32)) for name in file.files}
    with torch.no_grad():
        for number, block in enumerate(encoder.blocks):
            for theirs, names in JOINED.items():
                weight = f"encoder/layer_{number}/{theirs}/weight"
                outputs = len(arrays[f"{weight}.up"]) // len(names)
                for place, name in enumerate(names):
                    layer, ranks = block.get_submodule(name), slice(place * RANK, (place + 1) * RANK)
                    layer.down.copy_(arrays[f"{weight}.down"][ranks])
                    layer.up.copy_(arrays[f"{weight}.up"][place * outputs : (place + 1) * outputs, ranks])
        for ours, theirs in PLAIN.items():
            encoder.get_parameter(ours).add_(arrays[f"encoder/{theirs}.added"])


def save(learned: AudioEncoder, frozen: AudioEncoder, path: Path, share: float = 1.0) -> None:
    """For `coaching/transcription/adapter.py`. share: how much of what was learned is kept, 0 to 1."""
    arrays = {}
    for number, block in enumerate(learned.blocks):
        for theirs, names in JOINED.items():
            layers = [block.get_submodule(name) for name in names]
            weight = f"encoder/layer_{number}/{theirs}/weight"
            arrays[f"{weight}.up"] = share * torch.block_diag(*(layer.up for layer in layers))
            arrays[f"{weight}.down"] = torch.cat([layer.down for layer in layers])
    for ours, theirs in PLAIN.items():
        arrays[f"encoder/{theirs}.added"] = share * (learned.get_parameter(ours) - frozen.get_parameter(ours))
    np.savez_compressed(path, **{name: array.detach().numpy().astype(np.float16) for name, array in arrays.items()})
