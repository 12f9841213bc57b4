"""The estimated flow to Mexico in a period: the nearest table to a prior that meets everything published, and its span.

The prior of a pair is what its origin sends within the United States under the same law of distance, times the law of
distance across the border, scaled so that each Mexican state receives what its proxy says. Then the published facts
decide wherever they say otherwise.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from corridors.analysis.flows.balance import Array, Convergence, balance
from corridors.analysis.flows.draws import interval, spread
from corridors.analysis.flows.project import nearest
from corridors.analysis.flows.published import Published
from corridors.analysis.flows.shown import PROXY_NOISE

Prior = Literal["fitted", "power", "exponential", "published", "none"]
PRIORS: Final[tuple[Prior, ...]] = ("fitted", "power", "exponential", "published", "none")
Route = Literal["ports", "straight"]
ROUTES: Final[tuple[Route, ...]] = ("ports", "straight")
_SETTLED: Final = 1e-7  # of the total: a hundredth of a gun in a hundred thousand
_DRAWN: Final = 1e-4


@dataclass(frozen=True)
class Estimate:
    """Expected guns (m, n + 1), the closed 80 % interval of whole numbers, and how the fit ended."""

    table: Array
    low: Array
    high: Array
    convergence: Convergence


@dataclass(frozen=True)
class Given:
    """One set of assumptions in numbers: `across` (m, n) the prior of the pairs, `drawn` (draws, m, n) the same under
    the uncertainty of its parameters, `factors` (m,) what origins send, `pulled` (n,) the proxies, and `sigma`, the
    dispersion of cells that the back-test found for this prior."""

    across: Array
    drawn: Array
    factors: Array
    pulled: Array
    sigma: float


def sent(within: Array, matrix: Array) -> Array:
    """How much each origin sends for every unit of pull: its factor in the domestic matrix under the same prior.

    `within` (m, m) is the prior between US states, `matrix` the counts of a year; the diagonals are left out.
    """
    off = ~np.eye(len(matrix), dtype=bool)
    counts, prior = np.where(off, matrix, 0.0), np.where(off, within, 0.0)
    rows = np.maximum(counts.sum(1), 1.0)  # a state that sent none in that year may still send
    columns = np.maximum(counts.sum(0), 1.0) * rows.sum() / np.maximum(counts.sum(0), 1.0).sum()
    table, _ = balance(prior, rows, columns, 1e-8)
    pull = np.divide(table, prior, out=np.zeros_like(table), where=prior > 0)
    # table = factor of row × prior × factor of column: any column without the diagonal gives the rows up to a factor.
    return np.asarray(np.exp(_row_effects(pull, off)))


def _row_effects(ratio: Array, off: Array) -> Array:
    """Logarithms of row factors of a table of rank one of which the diagonal is not known (mean zero)."""
    logs = np.where(off, np.log(np.where(off, ratio, 1.0)), 0.0)
    count = len(ratio)
    rows, columns = logs.sum(1), logs.sum(0)
    # Two-way means without the diagonal: (n - 1) a_i + sum(b) - b_i = rows_i and the same for columns.
    total = rows.sum() / (count - 1)
    effects = ((count - 1) * rows + columns - total) / (count * (count - 2))
    return np.asarray(effects - effects.mean())


def start(across: Array, factors: Array, pulled: Array, found: Published) -> Array:
    """The prior with the proxies' margins, (…, m, n + 1): the column of unknown states follows the rows.

    `across` (…, m, n) is the prior of the pairs, `factors` (…, m) what origins send, `pulled` (…, n) the proxies.
    """
    total = sum(found.total) / 2
    known = total - found.unknown
    table = factors[..., None] * across
    table = table * (pulled / pulled.sum(-1, keepdims=True) * known / table.sum(-2))[..., None, :]
    last = table.sum(-1, keepdims=True) * (found.unknown / known)
    return np.concatenate([table, last], axis=-1)


def drawn_tables(found: Published, given: Given, seed: int) -> Array:
    """Tables (draws, m, n + 1) that meet the facts under everything uncertain: prior, cells, origins and proxies."""
    rng = np.random.default_rng(seed)
    count = len(given.drawn)
    tables = start(
        given.drawn * spread(given.drawn.shape, given.sigma, rng),
        given.factors * spread((count, len(given.factors)), PROXY_NOISE, rng),
        given.pulled * spread((count, len(given.pulled)), PROXY_NOISE, rng),
        found,
    )
    return nearest(tables, found.facts, found.cap, _DRAWN)[0]


def moved(found: Published, given: Given, other: Given) -> float:
    """The share of the guns, from 0 to 1, that stand in another pair when other assumptions are given."""
    one, two = (_nearest(found, assumed)[0] for assumed in (given, other))
    return float(np.abs(one - two).sum() / 2 / one.sum())


def _nearest(found: Published, given: Given) -> tuple[Array, Convergence]:
    """The table (m, n + 1) nearest to the prior that meets every fact."""
    return nearest(start(given.across, given.factors, given.pulled, found), found.facts, found.cap, _SETTLED)


def estimate(found: Published, given: Given, seed: int) -> Estimate:
    """The estimate of one period under one set of assumptions.

    Conflict when the published facts cannot hold together.
    """
    best, convergence = _nearest(found, given)
    low, high = interval(drawn_tables(found, given, seed), np.random.default_rng(seed + 1))
    if found.cap is not None:  # the noise of a count does not lift it above what is published of it
        best, high = (np.where(found.cap.cells, np.minimum(top, found.cap.high), top) for top in (best, high))
    for at, value in found.cells.items():
        best[at] = low[at] = high[at] = value
    # The best table is not one of the draws: where counts are small the span is widened to hold it.
    return Estimate(best, np.minimum(low, np.floor(best)), np.maximum(high, np.ceil(best)), convergence)
