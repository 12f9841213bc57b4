"""A table with given margins, nearest to a prior: iterative proportional fitting, one table or many at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from corridors.errors import DataError

Array = npt.NDArray[np.floating]
TOLERANCE: Final = 1e-10
ROUNDS: Final = 2_000
_ROUNDING: Final = 1e-6  # by which the totals of rows and columns may differ


@dataclass(frozen=True)
class Convergence:
    """How a fit ended: its rounds, the largest miss of any fact relative to the whole, and whether that is enough."""

    rounds: int
    error: float
    met: bool


def balance(
    prior: Array, rows: Array, columns: Array, tolerance: float = TOLERANCE, most: int = ROUNDS
) -> tuple[Array, Convergence]:
    """The table with those margins that is nearest to the prior in Kullback-Leibler divergence.

    Iterative proportional fitting (Deming and Stephan 1940).

    `prior` is (…, m, n), never negative, zero where nothing can flow; `rows` (…, m) and `columns` (…, n) have the same
    total. The work is done for all tables at once in vectors of factors, never in whole tables. DataError when the
    totals differ, when a number is negative or not finite, or when a row or column with a total has no cell to put it
    in; a table that is not met within `most` rounds comes back with `met` false.
    """
    _check(prior, rows, columns)
    left = np.ones((*prior.shape[:-1], 1), dtype=prior.dtype)
    right = np.ones((*prior.shape[:-2], prior.shape[-1], 1), dtype=prior.dtype)
    turned = np.swapaxes(prior, -1, -2)
    want_rows, want_columns = rows[..., None].astype(prior.dtype), columns[..., None].astype(prior.dtype)
    total = max(float(np.max(rows.sum(axis=-1))), np.finfo(float).tiny)
    error, done = np.inf, 0
    for done in range(1, most + 1):
        sums = prior @ right
        if done > 1:  # the columns were met last: what the rows miss now is the error
            error = float(np.abs(left * sums - want_rows).max()) / total
            if error <= tolerance:
                break
        left = np.divide(want_rows, sums, out=np.zeros_like(left), where=sums > 0)
        sums = turned @ left
        right = np.divide(want_columns, sums, out=np.zeros_like(right), where=sums > 0)
    table = left * prior * np.swapaxes(right, -1, -2)
    return table, Convergence(done, error, error <= tolerance)


def _check(prior: Array, rows: Array, columns: Array) -> None:
    for name, found in (("prior", prior), ("row totals", rows), ("column totals", columns)):
        if not np.isfinite(found).all() or (found < 0).any():
            raise DataError(f"the {name} hold a number that is negative or not finite")
    if prior.shape[-2] != rows.shape[-1] or prior.shape[-1] != columns.shape[-1]:
        raise DataError(f"a prior of {prior.shape} does not fit {rows.shape[-1]} rows and {columns.shape[-1]} columns")
    high, low = rows.sum(axis=-1), columns.sum(axis=-1)
    if (np.abs(high - low) > _ROUNDING * (1 + np.abs(low))).any():
        raise DataError(f"the rows add up to {np.max(high):,.6g} and the columns to {np.max(low):,.6g}")
    for name, sums, want in (("row", prior.sum(-1), rows), ("column", prior.sum(-2), columns)):
        empty = (sums <= 0) & (want > 0)
        if empty.any():
            at = int(np.argwhere(empty)[0][-1])
            raise DataError(f"{name} {at} has a total and no cell of the prior to put it in")
