"""What is likely for a pair before any fact: priors to choose from, up to factors of origin and destination."""

from typing import Final

import numpy as np

from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.pairs import LEAST_KM, Pairs, design

# Incidence-rate ratios of an ERGM on interstate traces 2015-2017 (PMC7799862), with their 95 % intervals: per 1,000 km,
# for a shared border, per unit of the origin's law score.
PUBLISHED_KM: Final = (0.35, 0.27, 0.46)
PUBLISHED_BORDER: Final = (2.49, 1.90, 3.27)
PUBLISHED_LAW: Final = (0.88, 0.83, 0.93)
_TWO_SIDES: Final = 2 * 1.959964  # standard errors between the ends of a 95 % interval


def flat(pairs: Pairs) -> Array:
    """Every pair alike."""
    return np.ones(pairs.shape)


def power(pairs: Pairs, exponent: float) -> Array:
    """`km ** exponent` (negative), by the centres of people."""
    return np.asarray(np.maximum(pairs.km_centre, LEAST_KM) ** exponent)


def exponential(pairs: Pairs, per_1000_km: float) -> Array:
    """`exp(per_1000_km × thousands of km)` (negative), by the centres of people."""
    return np.asarray(np.exp(per_1000_km * pairs.km_centre / 1000))


def published(pairs: Pairs, km: float = PUBLISHED_KM[0], border: float = PUBLISHED_BORDER[0]) -> Array:
    """The published ratios of distance and border; that of the origin's laws is a factor of a row alone."""
    return np.asarray(km ** (pairs.km_centre / 1000) * np.where(pairs.border > 0, border, 1.0))


def published_draws(pairs: Pairs, count: int, rng: np.random.Generator) -> Array:
    """The published prior at `count` draws of its two ratios (lognormal, from their 95 % intervals)."""
    km, border = (
        middle * np.exp(np.log(high / low) / _TWO_SIDES * rng.standard_normal((count, 1, 1)))
        for middle, low, high in (PUBLISHED_KM, PUBLISHED_BORDER)
    )
    return np.asarray(km ** (pairs.km_centre / 1000) * np.where(pairs.border > 0, border, 1.0))


def radiation(pairs: Pairs) -> Array:
    """The radiation model (Simini et al. 2012): people of both ends and people who are nearer, no parameter."""
    start, end = pairs.people_from[:, None], pairs.people_to
    return np.asarray(start * end / ((start + pairs.nearer) * (start + end + pairs.nearer)))


def fitted(pairs: Pairs, coefficients: Array) -> Array:
    """The prior of a Poisson fit (`fit.poisson` on `pairs.design`)."""
    power_ = np.tensordot(coefficients, design(pairs), 1)
    return np.asarray(np.exp(power_ - power_.max()))
