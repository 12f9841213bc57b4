"""Which facts are in conflict: linear programmes over the cells, one fact left out at a time."""

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from corridors.analysis.flows.facts import Cap, Fact, Mask


def conflicting(cells: Mask, facts: Sequence[Fact], cap: Cap | None = None) -> tuple[str, ...]:
    """Names of a minimal set of facts that no table can meet together; empty when all of them can be met.

    `cells` is (m, n): where something may flow. Minimal: without any one of them the others can be met (a deletion
    filter, Chinneck and Dravnieks 1991).
    """
    left: list[Fact | Cap] = [*facts, *([cap] if cap is not None else [])]
    if _possible(cells, left):
        return ()
    for one in tuple(left):
        without = [other for other in left if other is not one]
        if not _possible(cells, without):
            left = without
    return tuple(one.name for one in left)


def _possible(cells: Mask, facts: Sequence[Fact | Cap]) -> bool:
    """Whether a table without negative cells meets the facts."""
    high = np.where(cells.ravel(), np.inf, 0.0)
    rows, limits = [], []
    for fact in facts:
        if isinstance(fact, Cap):
            high[fact.cells.ravel()] = np.minimum(high[fact.cells.ravel()], fact.high)
            continue
        row = fact.plus.ravel().astype(float)
        if fact.minus is not None:
            row -= fact.minus.ravel()
        if np.isfinite(fact.high):
            rows.append(row)
            limits.append(fact.high)
        rows.append(-row)
        limits.append(-fact.low)
    if not rows:
        return True
    found = linprog(
        np.zeros(high.size), A_ub=sparse.csr_matrix(np.array(rows)), b_ub=np.array(limits),
        bounds=np.column_stack([np.zeros(high.size), high]), method="highs",
    )  # fmt: skip
    return bool(found.status != 2)
