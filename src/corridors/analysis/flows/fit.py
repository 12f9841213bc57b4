"""Poisson fits of the terms of a prior on whole matrices, with an effect of every origin and destination of each year.

The effects are never estimated as numbers: at given coefficients the best ones are those that meet the margins, so each
step is one balanced table (a doubly constrained gravity model by Poisson pseudo-maximum likelihood, Santos Silva and
Tenreyro 2006).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from corridors.analysis.flows.balance import Array, balance
from corridors.errors import DataError

STEPS: Final = 50
CHANGE: Final = 1e-8
_MARGINS: Final = 1e-9


@dataclass(frozen=True)
class Fit:
    """Coefficients (k,), their covariance (k, k) under quasi-Poisson, and the dispersion (1 = Poisson)."""

    coefficients: Array
    covariance: Array
    dispersion: float


def poisson(designs: Sequence[Array], tables: Sequence[Array], weigh: bool = True) -> Fit:
    """The fit of designs (k, m, n) to tables (m, n) of counts, one of each a year.

    A cell that cannot flow (a diagonal) is NaN in its table. With `weigh` every year counts alike, whatever its total.
    DataError when the steps do not settle, which a term that never varies would cause.
    """
    terms = len(designs[0])
    beta = np.zeros(terms)
    cells = [~np.isnan(table) for table in tables]
    counts = [np.where(open_, table, 0.0) for open_, table in zip(cells, tables, strict=True)]
    weights = [1.0 / table.sum() if weigh else 1.0 for table in counts]
    score, curve, pearson = np.zeros(terms), np.zeros((terms, terms)), 0.0
    for _ in range(STEPS):
        score, curve, pearson = np.zeros(terms), np.zeros((terms, terms)), 0.0
        middle = np.zeros((terms, terms))
        for design, table, open_, weight in zip(designs, counts, cells, weights, strict=True):
            fitted = expected(beta, design, table, open_)
            inside = _within(design, fitted)
            score += weight * np.tensordot(design, table - fitted, ([1, 2], [0, 1]))
            bent = np.einsum("kij,lij,ij->kl", inside, inside, fitted, optimize=True)
            curve += weight * bent
            middle += weight**2 * bent
            pearson += float(((table - fitted)[open_] ** 2 / np.maximum(fitted[open_], 1e-9)).sum())
        try:
            step = np.linalg.solve(curve, score)
        except np.linalg.LinAlgError as error:
            raise DataError("a term of the prior is a sum of others in these tables: leave it out") from error
        beta += step * min(1.0, 1.0 / np.abs(step).max())
        if np.abs(step).max() < CHANGE:
            freedom = sum(int(open_.sum()) - sum(open_.shape) + 1 for open_ in cells) - terms
            dispersion = pearson / max(freedom, 1)
            back = np.linalg.inv(curve)
            return Fit(beta, dispersion * back @ middle @ back, dispersion)
    raise DataError(f"the fit did not settle in {STEPS} steps")


def expected(beta: Array, design: Array, table: Array, cells: Array) -> Array:
    """The table with the margins of `table` that coefficients expect."""
    power = np.tensordot(beta, design, 1)
    prior = np.where(cells, np.exp(power - power[cells].max()), 0.0)
    fitted, _ = balance(prior, table.sum(1), table.sum(0), _MARGINS)
    return fitted


def _within(design: Array, weights: Array) -> Array:
    """The design without what rows and columns explain, weighted by the expected table (k, m, n)."""
    rows, columns = weights.sum(1), weights.sum(0)
    # The weighted two-way means solve one small linear system: rows first, columns by substitution.
    right = np.divide(weights, columns, out=np.zeros_like(weights), where=columns > 0)
    system = np.diag(rows) - right @ weights.T
    sums_rows = (design * weights).sum(2)
    sums_columns = (design * weights).sum(1)
    # One effect is free (a constant may move between rows and columns): least squares takes the smallest.
    a = np.linalg.lstsq(system, (sums_rows - sums_columns @ right.T).T, rcond=None)[0].T
    b = np.divide(sums_columns - a @ weights, columns, out=np.zeros((len(design), weights.shape[1])), where=columns > 0)
    return np.asarray(design - a[:, :, None] - b[:, None, :])
