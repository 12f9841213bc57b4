"""The back-test: hide a year of the domestic matrix, estimate it from what a mode shows, score it.

Nothing is fitted on the year tested: coefficients, exponents and the width of intervals come from the other years.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Final

import numpy as np

from corridors.analysis.flows import priors
from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.draws import SEED, calibrated, interval, spread
from corridors.analysis.flows.facts import Mask
from corridors.analysis.flows.fit import Fit, poisson
from corridors.analysis.flows.pairs import LEAST_KM, Pairs, design
from corridors.analysis.flows.scores import LARGE, Scores, scores
from corridors.analysis.flows.shown import Mode, Shown, shown

ESTIMATORS: Final = ("corridors", "published", "power", "exponential", "radiation", "flat")
CALIBRATION_YEARS: Final = 2  # the nearest of the other years
CALIBRATION_DRAWS: Final = 60
DRAWS: Final = 200


@dataclass(frozen=True)
class Year:
    """A matrix (m, n) of one year with its pairs; the diagonal, and whatever else cannot flow, is NaN."""

    year: int
    table: Array
    pairs: Pairs

    @property
    def cells(self) -> Mask:
        """Where something may flow."""
        return ~np.isnan(self.table)

    @property
    def truth(self) -> Array:
        """The counts, zero where nothing can flow."""
        return np.where(self.cells, self.table, 0.0)


@dataclass(frozen=True)
class Result:
    """One estimator on one year: what it was shown, its scores, and the dispersion of cells its intervals rest on."""

    year: int
    facts: Mode
    estimator: str
    scores: Scores
    sigma: float


def row(one: Result) -> dict[str, object]:
    """A result as a flat row: year, facts, estimator, and its scores (None where nothing could be counted)."""
    found = {name: None if isinstance(value, float) and np.isnan(value) else value
             for name, value in asdict(one.scores).items()}  # fmt: skip
    return {"year": one.year, "facts": one.facts, "estimator": one.estimator, **found}


# A prior for a year, and many of them under the uncertainty of its own parameters.
One = Callable[[Pairs], Array]
Many = Callable[[Pairs, int, np.random.Generator], Array]


def backtest(years: Sequence[Year], tested: Sequence[Year], mode: Mode) -> list[Result]:
    """Scores of every estimator on every tested year.

    `years` may be fitted on, but never the one tested.
    """
    found = []
    for test in tested:
        others = sorted((one for one in years if one.year != test.year), key=lambda one: abs(one.year - test.year))
        for name, (prior, many) in estimators(others).items():
            width = _width(others[:CALIBRATION_YEARS], many, mode)
            found.append(Result(test.year, mode, name, _score(test, prior, many, mode, width), width))
    return found


def estimators(years: Sequence[Year]) -> Mapping[str, tuple[One, Many]]:
    """Every estimator of the back-test, fitted on `years` where it has parameters."""
    tables = [one.table for one in years]
    own = poisson([design(one.pairs) for one in years], tables)
    slope = poisson([one.pairs.km_centre[None] / 1000 for one in years], tables)
    made: dict[str, One] = {
        "power": partial(priors.power, exponent=exponent(years)),
        "exponential": partial(priors.exponential, per_1000_km=float(slope.coefficients[0])),
        "radiation": priors.radiation,
        "flat": priors.flat,
    }
    found: dict[str, tuple[One, Many]] = {
        "corridors": (partial(priors.fitted, coefficients=own.coefficients), partial(_fitted, own)),
        "published": (priors.published, priors.published_draws),
    }
    return found | {name: (one, partial(_same, one)) for name, one in made.items()}


def exponent(years: Sequence[Year]) -> float:
    """The exponent of distance between centres of people that fits these years best (negative)."""
    terms = [np.log(np.maximum(one.pairs.km_centre, LEAST_KM))[None] for one in years]
    return float(poisson(terms, [one.table for one in years]).coefficients[0])


def _same(prior: One, pairs: Pairs, count: int, rng: np.random.Generator) -> Array:
    """A prior whose parameters are taken as they are: the dispersion of cells stands for their uncertainty too."""
    return np.broadcast_to(prior(pairs), (count, *pairs.shape))


def _fitted(fit: Fit, pairs: Pairs, count: int, rng: np.random.Generator) -> Array:
    """The fitted prior at `count` draws of its coefficients."""
    drawn = rng.multivariate_normal(fit.coefficients, fit.covariance, count, method="cholesky")
    powers = np.tensordot(drawn, design(pairs), 1)
    return np.asarray(np.exp(powers - powers.max(axis=(1, 2), keepdims=True)))


def _tables(year: Year, seen: Shown, many: Many, count: int, sigma: float) -> Array:
    """Expected tables (count, m, n) under the uncertainty of the prior, of its cells and of the proxies."""
    rng = np.random.default_rng(SEED + year.year)
    drawn = many(year.pairs, count, rng) * spread((count, *year.pairs.shape), sigma, rng)
    return seen.meet(np.where(year.cells, drawn, 0.0), rng)


def _width(years: Sequence[Year], many: Many, mode: Mode) -> float:
    """The dispersion of cells at which the intervals hold the truth of these years as often as they say."""

    def coverage(sigma: float) -> float:
        hits, large = 0, 0
        for year in years:
            seen = shown(year.truth, mode, year.year)
            tables = _tables(year, seen, many, CALIBRATION_DRAWS, sigma)
            low, high = interval(tables, np.random.default_rng(SEED))
            counted = year.cells & (tables.mean(0) >= LARGE)
            hits += int(((low <= year.truth) & (year.truth <= high))[counted].sum())
            large += int(counted.sum())
        return hits / max(large, 1)

    return calibrated(coverage)


def _score(test: Year, prior: One, many: Many, mode: Mode, sigma: float) -> Scores:
    seen = shown(test.truth, mode, test.year)
    best = seen.meet(np.where(test.cells, prior(test.pairs), 0.0))
    low, high = interval(_tables(test, seen, many, DRAWS, sigma), np.random.default_rng(SEED))
    return scores(test.truth, best, low, high, test.cells)
