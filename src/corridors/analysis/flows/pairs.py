"""What is known of every pair of an origin and a destination: distance, border, people between, people, laws."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from corridors.analysis.flows.balance import Array

# Distances under this say nothing about travel between two states (their cities touch).
LEAST_KM: Final = 20.0
# Added before a logarithm, so that a neighbour with nobody between is near, not infinitely near.
PEOPLE_FLOOR: Final = 1e5
LAWS_FLOOR: Final = 5.0
# Means over the pairs of the 48 contiguous states and DC: the origin of the scales, the same for every use of a fit.
LOG_KM: Final = 7.0
LOG_PEOPLE: Final = 15.2
LOG_LAWS: Final = 3.1


@dataclass(frozen=True)
class Pairs:
    """Covariates of m origins × n destinations; the same kinds within the country and across the border.

    `km`, `km_near` (m, n): mean distances between the people of both (harmonic; harmonic of squares, which weighs the
    near ones more). `km_centre` (m, n): between the centres of their people. `border` (m, n): whether they share one.
    `nearer`, `nearer_back` (m, n): people of third states nearer to the origin (to the destination) than the other end.
    `people_from` (m,), `people_to` (n,). `laws_from`, `laws_to`: numbers of provisions in force, NaN where nobody
    counted them.
    """

    origins: tuple[str, ...]
    destinations: tuple[str, ...]
    km: Array
    km_near: Array
    km_centre: Array
    border: Array
    nearer: Array
    nearer_back: Array
    people_from: Array
    people_to: Array
    laws_from: Array
    laws_to: Array

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n)."""
        return self.km.shape[0], self.km.shape[1]


def pairs_of(
    frame: pd.DataFrame,
    origins: tuple[str, ...],
    destinations: tuple[str, ...],
    people: pd.Series,
    laws: pd.Series,
) -> Pairs:
    """Pairs from the built table of pairs (one way of counting distance), and people and laws by place id.

    `people` must have every place; a place without laws has NaN. KeyError for a pair that the table does not have.
    """
    wide = frame.set_index(["origin", "destination"]).sort_index()
    index = pd.MultiIndex.from_product([origins, destinations])
    shape = len(origins), len(destinations)

    def of(name: str) -> Array:
        return wide.loc[index, name].to_numpy(float).reshape(shape)

    return Pairs(
        origins, destinations,
        km=of("km"), km_near=of("km_near"), km_centre=of("km_centre"), border=of("border"),
        nearer=of("people_nearer"), nearer_back=of("people_nearer_back"),
        people_from=people.loc[list(origins)].to_numpy(float), people_to=people.loc[list(destinations)].to_numpy(float),
        laws_from=laws.reindex(list(origins)).to_numpy(float), laws_to=laws.reindex(list(destinations)).to_numpy(float),
    )  # fmt: skip


TERMS: Final = (
    "log_km", "log_km_squared", "log_km_near", "border", "nearer", "nearer_back",
    "people_from_x_km", "people_to_x_km", "people_x_people", "laws_x_laws", "laws_from_x_km", "laws_to_x_km",
)  # fmt: skip


def design(pairs: Pairs) -> Array:
    """The terms of the fitted prior, (len(TERMS), m, n), logarithms on fixed origins.

    Terms of an origin or a destination alone are not there: the margins hold them. A place whose laws nobody counted
    (the District of Columbia; Mexico's one federal law is on no such scale) takes the mean of the scale: no effect.
    """
    km = np.log(np.maximum(pairs.km, LEAST_KM)) - LOG_KM
    near = np.log(np.maximum(pairs.km_near, LEAST_KM)) - LOG_KM
    start, end = (np.log(people) - LOG_PEOPLE for people in (pairs.people_from, pairs.people_to))
    strict, strict_to = (_laws(laws) for laws in (pairs.laws_from, pairs.laws_to))
    return np.stack([
        km, km**2, near, pairs.border, np.log(pairs.nearer + PEOPLE_FLOOR), np.log(pairs.nearer_back + PEOPLE_FLOOR),
        start[:, None] * km, end * km, start[:, None] * end,
        strict[:, None] * strict_to, strict[:, None] * km, strict_to * km,
    ])  # fmt: skip


def _laws(counts: Array) -> Array:
    return np.where(np.isnan(counts), 0.0, np.log(np.nan_to_num(counts) + LAWS_FLOOR) - LOG_LAWS)
