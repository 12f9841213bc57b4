"""How estimates are read: bands instead of numbers, what stays under every assumption, how much an assumption moves.

The browser does the same in `assets/js/58-dial.js`; a test compares the two.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from corridors.analysis.flows.balance import Array

Flags = npt.NDArray[np.bool_]
# Lower ends of the bands; the last one reaches to the cap (no pair is above the least published one).
BANDS: Final = (0, 10, 50, 100, 250, 500)
TOP: Final = 25


def band(guns: Array) -> npt.NDArray[np.intp]:
    """The band (an index of BANDS) of each number of guns."""
    return np.asarray(np.searchsorted(np.asarray(BANDS[1:], float), guns, side="right"))


def rough(guns: float) -> int:
    """A number of estimated guns as it is written: to the hundred, the ten or the five, by its size."""
    step = 100 if guns >= 1000 else 10 if guns >= 100 else 5
    return int(np.floor(guns / step + 0.5)) * step


def among_top(tables: Sequence[Array], apart: Flags, top: int = TOP) -> npt.NDArray[np.intp]:
    """In how many of some tables (all of one shape, flat) each cell is among the `top` largest; `apart` never is.

    Of equal cells the earlier one is the larger.
    """
    count = np.zeros(len(apart), int)
    for table in tables:
        order = np.argsort(-np.where(apart, -1.0, table), kind="stable")[:top]
        count[order] += 1
    return np.where(apart, 0, count)


def moved(one: Array, other: Array) -> float:
    """The share of guns that stand in another cell under another assumption: ½ Σ|x - x'| / Σx."""
    return float(np.abs(one - other).sum() / 2 / one.sum())
