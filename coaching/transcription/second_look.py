"""Whether a number on file was said where an engine printed other digits: the number held against all its near misses.

The engine is never told the number before it hears; it says only how well one and the other fit what it heard.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coaching.transcription.engine import Weigher

if TYPE_CHECKING:
    import numpy as np

DIGITS = "0123456789"
# A digit that has more than this for itself leaves its rivals less than the rest: they need not be weighed.
CLEAR = 0.5
ALWAYS_WEIGHED = 2  # digits at the start, where the engine spreads itself over ways of printing a number
# Mean log-probability of a digit. On telephone audio what was not said at all is below, what was said is mostly above.
LEAST_FIT = -1.6
_LEAST = 1e-5


def probability(number: str, weigher: Weigher, samples: "np.ndarray", before: str) -> float:
    """That `number` was said in samples, after the words `before`, and not one that differs from it in one digit.

    0 where it does not fit what was heard.
    """
    (own,) = weigher.weigh(samples, before, [number])
    if _fit(own) < LEAST_FIT * len(number):
        return 0.0
    rivals = near_misses(number, [at for at, digit in enumerate(own) if at < ALWAYS_WEIGHED or digit <= CLEAR])
    fits = [_fit(own), *map(_fit, weigher.weigh(samples, before, rivals))]
    return math.exp(fits[0] - max(fits)) / sum(math.exp(fit - max(fits)) for fit in fits)


def near_misses(number: str, places: Sequence[int]) -> list[str]:
    """All numbers that differ from it in one digit at one of the places."""
    return [number[:at] + digit + number[at + 1 :] for at in places for digit in DIGITS if digit != number[at]]


def _fit(digits: Sequence[float]) -> float:
    return sum(math.log(max(digit, _LEAST)) for digit in digits)
