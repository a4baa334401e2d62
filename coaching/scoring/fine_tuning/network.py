"""A reader as a network that can learn: MiniLM's layers and a head for each criterion. The embeddings stay as they are."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

from coaching.scoring.encoder import DIMENSIONS
from coaching.scoring.fine_tuning.stored import EMBEDDINGS, EMBEDDINGS_NORM, LAYERS, MATRICES, NORMS, layer_part

if TYPE_CHECKING:
    import numpy as np

ATTENTION_HEADS, INNER = 12, 1536
NORM_EPSILON = 1e-12
DROPPED = 0.1  # as MiniLM was trained
HEAD_SCALE = 0.02


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        sizes = [(DIMENSIONS, DIMENSIONS)] * 4 + [(DIMENSIONS, INNER), (INNER, DIMENSIONS)]
        self.matrices = nn.ModuleList(nn.Linear(wide, narrow) for wide, narrow in sizes)
        self.norms = nn.ModuleList(nn.LayerNorm(DIMENSIONS, eps=NORM_EPSILON) for _ in NORMS)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, pieces: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
        query, key, value, out, inner, outer = self.matrices
        attention_norm, norm = self.norms
        seen = functional.scaled_dot_product_attention(
            _by_head(query(pieces)), _by_head(key(pieces)), _by_head(value(pieces)), attn_mask=present[:, None, None, :]
        )
        pieces = attention_norm(pieces + self.drop(out(seen.transpose(1, 2).flatten(2))))
        result: torch.Tensor = norm(pieces + self.drop(outer(functional.gelu(inner(pieces)))))
        return result


def _by_head(projected: torch.Tensor) -> torch.Tensor:
    texts, pieces, _ = projected.shape
    return projected.view(texts, pieces, ATTENTION_HEADS, -1).transpose(1, 2)


class Network(nn.Module):
    """weights: as StoredWeights gives them."""

    def __init__(self, weights: "Mapping[str, np.ndarray]", heads: int = 1) -> None:
        super().__init__()
        self.embeddings = {kind: torch.tensor(weights[f"{name}.weight"]) for kind, name in EMBEDDINGS.items()}
        self.norm = nn.LayerNorm(DIMENSIONS, eps=NORM_EPSILON).requires_grad_(False)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for part, name in [(self.norm, EMBEDDINGS_NORM), *self._named()]:
            _fill(part, weights, name)
        self.drop = nn.Dropout(DROPPED)
        self.head = nn.Linear(2 * DIMENSIONS, heads)
        nn.init.normal_(self.head.weight, std=HEAD_SCALE)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, kinds: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
        """Log odds, of shape (texts, heads).

        ids, kinds: int64 of shape (texts, pieces); present: bool of that shape, False where a shorter text is filled up.
        """
        places = self.embeddings["position"][: ids.shape[1]]
        pieces = self.embeddings["word"][ids] + places + self.embeddings["token_type"][kinds]
        pieces = self.drop(self.norm(pieces))
        for layer in self.layers:
            pieces = layer(pieces, present)
        own = (present & (kinds == 0)).unsqueeze(2).float()
        mean = (pieces * own).sum(1) / own.sum(1)
        odds: torch.Tensor = self.head(torch.cat([pieces[:, 0], mean], 1))
        return odds

    def weights(self) -> "dict[str, np.ndarray]":
        """Of the layers, in the form of StoredWeights."""
        named = ((f"{name}.{kind}", parameter) for part, name in self._named() for kind, parameter in part.named_parameters())
        return {name: parameter.detach().numpy() for name, parameter in named}

    def _named(self) -> Iterator[tuple[nn.Module, str]]:
        for at, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            parts = zip([*layer.matrices, *layer.norms], [*MATRICES, *NORMS], strict=True)
            yield from ((part, layer_part(at, name)) for part, name in parts)


def _fill(part: nn.Module, weights: "Mapping[str, np.ndarray]", name: str) -> None:
    with torch.no_grad():
        for kind, parameter in part.named_parameters():
            parameter.copy_(torch.tensor(weights[f"{name}.{kind}"]))
