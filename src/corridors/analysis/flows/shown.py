"""What an estimator is shown of a matrix with known cells: its margins, or as little as is published for Mexico."""

from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from corridors.analysis.flows.balance import Array, balance
from corridors.analysis.flows.draws import spread
from corridors.analysis.flows.facts import Cap, Fact, Mask, cell, group, order, row
from corridors.analysis.flows.project import nearest

Mode = Literal["margins", "mexico"]
MODES: Final[tuple[Mode, ...]] = ("margins", "mexico")
# As much as ATF published of 2022-2023: four source states and all others, five pairs, the order of ten destinations.
ROWS, CELLS, COLUMNS = 4, 5, 10
# How far a proxy may be from the margin it stands for, in logarithms: one standard deviation is 1.65 times as much, or
# 0.61. An assumption.
PROXY_NOISE: Final = 0.5
_SETTLED: Final = 1e-4  # of the largest fact: far under one gun in a thousand


@dataclass(frozen=True)
class Shown:
    """Margins to meet, or facts to meet with proxies of the margins that enter the prior."""

    rows: Array
    columns: Array
    facts: tuple[Fact, ...] = ()
    cap: Cap | None = None
    known_rows: Mask = field(default_factory=lambda: np.zeros(0, bool))

    def meet(self, priors: Array, rng: np.random.Generator | None = None, noise: float = PROXY_NOISE) -> Array:
        """The tables nearest to priors (draws, m, n), or (m, n), that meet what is shown.

        With `rng`, proxies of margins get their own noise in every draw.
        """
        if not self.facts:
            return balance(priors, self.rows, self.columns, 1e-6)[0]
        rows, columns = self.rows, self.columns
        if rng is not None:
            rows = rows * np.where(self.known_rows, 1.0, spread((len(priors), len(rows)), noise, rng))
            columns = columns * spread((len(priors), len(columns)), noise, rng)
        # The proxies are margins of the prior, not facts: the published numbers decide where they differ.
        columns = columns * rows.sum(-1, keepdims=True) / columns.sum(-1, keepdims=True)
        start = balance(priors, rows, columns, 1e-3)[0]
        return nearest(start, self.facts, self.cap, _SETTLED)[0]


def shown(truth: Array, mode: Mode, seed: int) -> Shown:
    """What `mode` shows of a matrix (m, n); cells that cannot flow are zero. The noise of proxies hangs on `seed`."""
    rows, columns = truth.sum(1), truth.sum(0)
    if mode == "margins":
        return Shown(rows, columns)
    shape = truth.shape
    first = np.argsort(-rows, kind="stable")[:ROWS]
    rest = np.ones(shape, bool)
    rest[first] = False
    top = [tuple(divmod(int(at), shape[1])) for at in np.argsort(-truth.ravel(), kind="stable")[:CELLS]]
    listed = np.argsort(-columns, kind="stable")[:COLUMNS]
    below = np.ones(shape, bool)
    for at in top:
        below[at] = False
    facts: list[Fact] = [row(shape, int(at), rows[at], f"row {at}") for at in first]
    facts.append(group(rest, rows.sum() - rows[first].sum(), name="other rows"))
    facts += [cell(shape, (a, b), truth[a, b]) for a, b in top]
    facts += order(shape, [int(at) for at in listed])
    facts += [order(shape, [int(listed[-1]), at], "not among the ten")[0] for at in range(shape[1]) if at not in listed]
    known = np.isin(np.arange(len(rows)), first)
    rng = np.random.default_rng(seed)
    proxies = np.where(known, rows, rows * spread(rows.shape, PROXY_NOISE, rng))
    cap = Cap("no pair above the fifth", below, truth[top[-1]])
    return Shown(proxies, columns * spread(columns.shape, PROXY_NOISE, rng), tuple(facts), cap, known)
