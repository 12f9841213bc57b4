"""A US state's estimated flow split to its counties and to Mexico's municipalities, only to be added up again.

Below the states nothing at all is published: people and distance alone split a state's flow. So no cell of this table
is ever shown; sums over many (the counties of a consular district, the municipalities of a state) are, as modelled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from corridors.analysis.flows.balance import Array

DRAWS: Final = 50
LEAST_KM: Final = 10.0
# Within a state the effect of distance is weaker than between states. Of the six places of purchase that are printed
# for 2015-2022 (Houston, El Paso, San Antonio, McAllen, Tucson, Phoenix) this exponent comes nearest: the four of Texas
# to within 0.9 and 1.4 times; Tucson is a third of what is printed and Phoenix 1.8 times.
EXPONENT: Final = -0.7
Single = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Local:
    """Counties (c) of one US state and all municipalities (k): people, kilometres of each to every port, (c, p) and
    (p, k), and the column of each municipality's state (k,)."""

    people_from: Array
    people_to: Array
    to_ports: Array
    from_ports: Array
    states: npt.NDArray[np.intp]


def split(flows: Array, local: Local, groups: Sequence[npt.NDArray[np.bool_]], sigma: float, seed: int) -> Array:
    """Guns by draw, group of counties and Mexican state, (draws, groups, n).

    `flows` (draws, n): one US state's tables, one column a Mexican state. `groups`: masks (c,) of counties. A pair goes
    by the port that is least out of the way; `sigma`: the dispersion of cells, as the back-test found it. Worked
    state by state in single precision: a table of all counties and municipalities of 50 draws would be gigabytes.
    """
    rng = np.random.default_rng(seed)
    count, columns = flows.shape
    found = np.zeros((count, len(groups), columns))
    members = np.array(groups, dtype=np.float32)
    for column in range(columns):
        here = local.states == column
        if not here.any():
            continue
        km = np.min(local.to_ports[:, :, None] + local.from_ports[None, :, here], axis=1)
        prior = (local.people_from[:, None] * local.people_to[here] * np.maximum(km, LEAST_KM) ** EXPONENT).astype(
            np.float32
        )
        if not prior.any():
            continue
        for draw in range(count):
            noise: Single = np.exp(np.float32(sigma) * rng.standard_normal(prior.shape, np.float32))
            rows = (prior * noise).sum(axis=1)
            found[draw, :, column] = members @ rows / rows.sum() * flows[draw, column]
    return found


def spans(found: Array, share: float = 0.80) -> tuple[Array, Array, Array]:
    """Middle, low and high of sums over draws (draws, …); counts have their own noise, as in `draws.interval`."""
    tail = (1 - share) / 2
    counts = np.random.default_rng(0).poisson(found)
    low, high = np.quantile(counts, [tail, 1 - tail], axis=0, method="inverted_cdf")
    return found.mean(axis=0), low, high
