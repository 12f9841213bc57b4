"""Intervals: many tables under everything that is uncertain, and the span that holds the middle of them."""

from collections.abc import Callable
from typing import Final

import numpy as np

from corridors.analysis.flows.balance import Array

SHARE: Final = 0.80
SEED: Final = 20_200_214
_HALVINGS: Final = 6


def spread(shape: tuple[int, ...], sigma: float, rng: np.random.Generator) -> Array:
    """Factors of mean one for cells, margins or whole rows: lognormal, `sigma` in logarithms."""
    return np.asarray(np.exp(sigma * rng.standard_normal(shape) - sigma**2 / 2))


def interval(tables: Array, rng: np.random.Generator, share: float = SHARE) -> tuple[Array, Array]:
    """The closed interval of whole numbers that holds `share` of the counts, cell by cell.

    `tables` (draws, m, n) are expected counts; each gets the noise of a count (Poisson) before the span is taken.
    """
    counts = rng.poisson(np.minimum(tables, 1e12))
    tail = (1 - share) / 2
    low, high = np.quantile(counts, [tail, 1 - tail], axis=0, method="inverted_cdf")
    return low, high


def calibrated(coverage: Callable[[float], float], share: float = SHARE, most: float = 1.5) -> float:
    """The dispersion of cells at which `coverage(sigma)`, which grows with it, is `share`: by halving."""
    low, high = 0.0, most
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if coverage(middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2
