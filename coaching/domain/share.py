"""A share of voicemails, and how far off it may be."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054  # of the normal distribution, for a 95 % interval


@dataclass(frozen=True, slots=True)
class Share:
    """hits of n."""

    hits: int
    n: int

    @property
    def value(self) -> float | None:
        """0 to 1; None where n is 0."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson (1927), 95 %: right also for small n and for shares near 0. None where n is 0."""
        if not self.n:
            return None
        share, z2 = self.hits / self.n, Z_95**2
        middle = (share + z2 / (2 * self.n)) / (1 + z2 / self.n)
        half = Z_95 / (1 + z2 / self.n) * sqrt(share * (1 - share) / self.n + z2 / (4 * self.n**2))
        return max(0.0, middle - half), min(1.0, middle + half)
