"""What a back-test prints: how near an estimate comes to a truth that it was not shown."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.facts import Mask

TOP: Final = 50
LARGE: Final = 10  # small counts over-cover: coverage is counted among cells estimated at this or more


@dataclass(frozen=True)
class Scores:
    """Common part of commuters (0 to 1), R² of the counts, how many of the largest pairs are found, the median of
    |estimate - truth| / truth among cells estimated at LARGE or more, and the share of truths inside the interval:
    among those cells, and among all."""

    cpc: float
    r2: float
    top50: int
    median_error: float
    coverage80: float
    coverage80_all: float


def scores(truth: Array, estimate: Array, low: Array, high: Array, cells: Mask) -> Scores:
    """Scores over `cells` (m, n). The interval is closed and of whole numbers. A truth of zero counts as one in the
    relative error."""
    t, x = truth[cells], estimate[cells]
    inside = (low[cells] <= t) & (t <= high[cells])
    large = x >= LARGE
    ranked = [set(np.argsort(-found, kind="stable")[:TOP]) for found in (t, x)]
    return Scores(
        cpc=float(2 * np.minimum(t, x).sum() / (t.sum() + x.sum())),
        r2=float(np.corrcoef(t, x)[0, 1] ** 2),
        top50=len(ranked[0] & ranked[1]),
        median_error=float(np.median(np.abs(x - t)[large] / np.maximum(t[large], 1))) if large.any() else np.nan,
        coverage80=float(inside[large].mean()) if large.any() else np.nan,
        coverage80_all=float(inside.mean()),
    )
