"""The table nearest to a prior that meets any set of facts: Bregman projections, one fact after the other.

Each step is the exact projection on one fact (its cells times one factor); the factors of facts that are intervals or
orders are kept and given back as far as they are no longer needed (Lent and Censor 1980), so that the end is the
nearest table and not only one that fits. Works on many priors at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from corridors.analysis.flows.balance import Array, Convergence
from corridors.analysis.flows.conflict import conflicting
from corridors.analysis.flows.facts import Cap, Fact, Mask
from corridors.errors import DataError

TOLERANCE: Final = 1e-8
ROUNDS: Final = 20_000
CHECK: Final = 1_000  # rounds after which facts that are not met are looked at for a conflict
_SMALL: Final = 1e-300


class Conflict(DataError):
    """Facts that no table can meet together. `facts` names a set in conflict, of which none can be left out."""

    def __init__(self, facts: Sequence[str]) -> None:
        super().__init__("no table meets all of these facts together: " + "; ".join(facts))
        self.facts = tuple(facts)


@dataclass
class _Held:
    """A fact with the cells it touches, and the logarithm of the factor it has given so far, one a table."""

    fact: Fact
    plus: "slice | np.ndarray"
    minus: "slice | np.ndarray | None"
    given: Array


def nearest(
    prior: Array,
    facts: Sequence[Fact],
    cap: Cap | None = None,
    tolerance: float = TOLERANCE,
    most: int = ROUNDS,
) -> tuple[Array, Convergence]:
    """The table nearest to the prior in Kullback-Leibler divergence among those that meet all facts.

    `prior` is (m, n) or (draws, m, n), zero where nothing can flow. An error of the convergence report is relative to
    the largest fact. Raises Conflict, with a minimal set of facts, when no table meets them; DataError when there is
    one but `most` rounds did not reach it.
    """
    shape = prior.shape
    # Cells down, tables across: a fact of all tables is then a few long stretches of memory.
    table = np.ascontiguousarray(prior.reshape(-1, shape[-2] * shape[-1]).T, dtype=float)
    held = [
        _Held(fact, _places(fact.plus), None if fact.minus is None else _places(fact.minus), np.zeros(table.shape[1]))
        for fact in facts
    ]
    scale = max((abs(fact.low) for fact in facts if np.isfinite(fact.low)), default=0.0) or float(table.sum(0).max())
    held_down = None if cap is None else _Pressed(np.where(cap.cells.ravel(), cap.high, np.inf), table)
    error, done = np.inf, 0
    for done in range(1, most + 1):
        error = 0.0 if held_down is None else held_down.press(table)
        for one in held:
            error = max(error, _step(table, one))
        error /= scale
        if error <= tolerance:
            break
        if done % CHECK == 0 and error > tolerance:
            _refuse(prior, facts, cap)
    if error > tolerance:
        raise DataError(f"{done} rounds left facts {error:.2g} of the largest one apart: give more rounds")
    return np.ascontiguousarray(table.T).reshape(shape), Convergence(done, float(error), True)


def _places(cells: Mask) -> "slice | np.ndarray":
    """Positions of cells, as a slice where they lie evenly: rows, columns and single cells do."""
    found = np.flatnonzero(cells)
    gaps = np.diff(found)
    if len(gaps) and (gaps != gaps[0]).any():
        return found
    step = int(gaps[0]) if len(gaps) else 1
    return slice(int(found[0]), int(found[-1]) + 1, step)


class _Pressed:
    """The caps of the cells, and by which factor each has been pressed down so far, one a table."""

    def __init__(self, high: Array, table: Array) -> None:
        self._high = high
        self._factors = np.ones_like(table)
        self._ever = np.zeros(len(table), bool)  # cells that a cap has touched in some table: the others are free

    def press(self, table: Array) -> float:
        """The projection, in place: each cell as it would be without its cap, or the cap. Returns the largest miss."""
        self._ever |= table.max(axis=1) > self._high
        at = np.flatnonzero(self._ever)
        if not len(at):
            return 0.0
        now, high = table[at], self._high[at, None]
        miss = float((now - high).max())
        free = now / self._factors[at]
        factors = np.minimum(high / np.maximum(free, _SMALL), 1.0)
        self._factors[at], table[at] = factors, free * factors
        return max(miss, 0.0)


def _step(table: Array, one: _Held) -> float:
    """The projection on one fact, in place; returns by how much it was missed, or moved, in its own unit."""
    fact = one.fact
    sums = np.maximum(table[one.plus].sum(0), _SMALL)
    if one.minus is None:
        miss = max(float((fact.low - sums).max()), float((sums - fact.high).max()))
        low = np.log(max(fact.low, _SMALL) / sums)
        high = np.log(max(fact.high, _SMALL) / sums) if np.isfinite(fact.high) else np.full_like(sums, np.inf)
        step = np.clip(-one.given, low, high)
    else:
        against = np.maximum(table[one.minus].sum(0), _SMALL)
        miss = float((against - sums).max())
        if miss <= 0 and not one.given.any():  # an order that holds by itself, and has given nothing to take back
            return 0.0
        step = np.maximum(-one.given, 0.5 * np.log(against / sums))
    if step.any():
        table[one.plus] *= np.exp(step)
        if one.minus is not None:
            table[one.minus] *= np.exp(-step)
        one.given += step
    return max(miss, float((np.abs(step) * sums).max()))


def _refuse(prior: Array, facts: Sequence[Fact], cap: Cap | None) -> None:
    """Raise Conflict if the facts are in conflict."""
    open_cells: Mask = np.asarray((prior.reshape(-1, *prior.shape[-2:]) > 0).any(axis=0))
    names = conflicting(open_cells, facts, cap)
    if names:
        raise Conflict(names)
