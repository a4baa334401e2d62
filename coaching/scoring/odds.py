"""From log odds, as regressions add them up, to a chance."""

from math import exp

EVEN = 0.5  # met and not met weigh the same in training, so nothing but the message decides


def chance(odds: float) -> float:
    """0 to 1, of log odds."""
    return 1 / (1 + exp(-odds))
