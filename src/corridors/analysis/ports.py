"""The share of a pair of states that passes each port of entry: a logit on the detour and on the port's capacity.

    weight of port p for pair k = capacity_p ** elasticity / crossings_p · exp(−detour_kp / scale)

with detour = km through p less the km through the nearest port (Ben-Akiva and Lerman 1985, ch. 9: a port that stands
for several crossings is shared by them). Public data do not show which port a traced gun passed, so nothing here is
fitted: the parameters are assumptions, and the interval is the range over them, not a probability.
"""

from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np

from corridors.analysis.flows.balance import Array

SCALES: Final = (75.0, 106.0, 150.0, 212.0, 300.0)  # km of detour that leave 1/e of the weight
ELASTICITIES: Final = (0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Choice:
    """How ports are chosen: km of detour that leave 1/e of a port's weight, and the elasticity to its capacity."""

    scale: float = 150.0
    elasticity: float = 1.0


DEFAULT: Final = Choice()


@dataclass(frozen=True)
class Ports:
    """The ports of k columns: vehicles a year of the count that a port belongs to, the crossings that share this
    count, and what a scenario does to it: kilometres added (hardening) and a factor on capacity (0 closes it)."""

    capacity: Array
    crossings: Array
    added: Array
    factor: Array

    @classmethod
    def of(cls, capacity: Array, crossings: Array) -> "Ports":
        """Ports as they are, without a scenario."""
        return cls(capacity, crossings, np.zeros(len(capacity)), np.ones(len(capacity)))

    def changed(self, port: int, added: float = 0.0, factor: float = 1.0) -> "Ports":
        """The same with one port hardened by `added` km and `factor` (0: closed) on its capacity."""
        more, less = self.added.copy(), self.factor.copy()
        more[port] += added
        less[port] *= factor
        return Ports(self.capacity, self.crossings, more, less)


def shares(km: Array, ports: Ports, choice: Choice = DEFAULT) -> Array:
    """Shares (pairs, k) that sum to 1, from km through each port (pairs, k; inf where no way leads).

    The cost of a scenario is a detour as well. A pair with no way through an open port has NaN: it is not known where
    its guns would pass, and none are moved in silence. ValueError unless capacity is a positive number.
    """
    if not ((ports.capacity > 0) & np.isfinite(ports.capacity) & (ports.crossings > 0)).all():
        raise ValueError("a port without counted vehicles cannot be chosen: leave it out, or close it by its factor")
    with np.errstate(divide="ignore", invalid="ignore"):  # a closed port has the logarithm -inf: a share of 0
        size = choice.elasticity * np.log(ports.capacity * ports.factor) - np.log(ports.crossings)
        utility = size - (km + ports.added) / choice.scale
        weight = np.exp(utility - utility.max(axis=1, keepdims=True))
    return np.asarray(weight / weight.sum(axis=1, keepdims=True))


def interval(km: Array, ports: Ports, together: Array) -> tuple[Array, Array]:
    """The least and the largest share (pairs, g) over SCALES × ELASTICITIES; `together` (k, g) says with a 1 which
    crossings are told as one port (the identity: each by itself)."""
    found = [shares(km, ports, Choice(*one)) @ together for one in product(SCALES, ELASTICITIES)]
    return np.min(found, axis=0), np.max(found, axis=0)


def displacement(flows: Array, before: Array, after: Array) -> Array:
    """Guns that each port gains (loses, below 0) between two tables of shares, (k,), for flows (pairs,).

    Their sum is 0: a scenario moves guns between ports and stops none. ValueError when a pair with guns has lost every
    way, as its guns could then not be placed.
    """
    sent = flows > 0
    if not np.isfinite(after[sent]).all():
        raise ValueError("a pair with guns has no way left: its displacement is not known")
    return np.asarray(flows[sent] @ (after[sent] - before[sent]))
