"""A few passes over the examples, short ones beside short ones, with what is rarer weighing more."""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

from coaching.scoring.encoder import Text, filled_up
from coaching.scoring.fine_tuning.network import Network

if TYPE_CHECKING:
    import numpy as np

# Usual for so small a network; after the third pass the authors held out gained no more.
PASSES = 4
AT_ONCE = 16
LEARNING_RATE, HEAD_RATE = 6e-5, 1e-3
WEIGHT_DECAY = 0.01
WARM_UP = 0.1  # of all steps
SLOWEST = 0.02  # of the rate, at the end
STEEPEST = 1.0  # norm of a gradient
LENGTHS_MIXED = 60  # pieces: lengths are alike within a batch, but never the same company twice
BELIEVED = 0.97  # how far a label is believed: labels err
SEED = 0


@dataclass(frozen=True, slots=True)
class Example:
    """labels: criterion -> whether it is met; one that is missing is doubtful or was not labelled."""

    text: Text
    labels: Mapping[str, bool]
    weight: float


def tuned(
    weights: "Mapping[str, np.ndarray]", criteria: Sequence[str], examples: Sequence[Example], passes: int = PASSES
) -> Network:
    """weights: those to begin with. A network that has learned; from the same examples it learns the same."""
    torch.manual_seed(SEED)
    network, chance = Network(weights, heads=len(criteria)).train(), random.Random(SEED)
    wanted = torch.tensor([[_wanted(one.labels.get(name)) for name in criteria] for one in examples])
    shares = torch.stack([_shares(examples, name) for name in criteria], dim=1)
    optimiser = _optimiser(network)
    schedule = _schedule(optimiser, steps=passes * math.ceil(len(examples) / AT_ONCE))
    for number in range(1, passes + 1):
        losses = []
        for batch in _batches([len(one.text) for one in examples], chance):
            odds = network(*tensors([examples[at].text for at in batch]))
            errors = functional.binary_cross_entropy_with_logits(odds, wanted[batch], reduction="none")
            losses.append(_learn(network, optimiser, (errors * shares[batch]).sum(1).mean()))
            schedule.step()
        print(f"pass {number} of {passes}: loss {sum(losses) / len(losses):.3f}", flush=True)
    return network.eval()


def tensors(texts: Sequence[Text]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """ids, kinds and present, as the network takes them."""
    ids, kinds, present = map(torch.from_numpy, filled_up(texts))
    return ids, kinds, present.bool()


def _learn(network: Network, optimiser: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    optimiser.zero_grad()
    torch.autograd.backward(loss)
    nn.utils.clip_grad_norm_(network.parameters(), STEEPEST)
    optimiser.step()
    return loss.item()


def _wanted(met: bool | None) -> float:
    return BELIEVED if met else 1 - BELIEVED


def _shares(examples: Sequence[Example], criterion: str) -> torch.Tensor:
    """How much each example counts, so that met and not met weigh the same in all; nothing where it has no label."""
    total = {met: sum(one.weight for one in examples if one.labels.get(criterion) is met) for met in (False, True)}
    half = sum(total.values()) / 2
    return torch.tensor(
        [one.weight * half / total[one.labels[criterion]] if criterion in one.labels else 0.0 for one in examples]
    )


def _optimiser(network: Network) -> torch.optim.Optimizer:
    groups = [
        {"params": [*network.layers.parameters()], "lr": LEARNING_RATE},
        {"params": [*network.head.parameters()], "lr": HEAD_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY)


def _schedule(optimiser: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    def rate(step: int) -> float:
        return min(1.0, (step + 1) / (steps * WARM_UP)) * max(SLOWEST, (steps - step) / steps)

    return torch.optim.lr_scheduler.LambdaLR(optimiser, rate)


def _batches(lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Places of the examples, AT_ONCE together."""
    order = sorted(range(len(lengths)), key=lambda at: lengths[at] + chance.random() * LENGTHS_MIXED)
    batches = [order[at : at + AT_ONCE] for at in range(0, len(order), AT_ONCE)]
    chance.shuffle(batches)
    return iter(batches)
