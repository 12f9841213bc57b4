"""Guns received and deaths by firearm, some years apart: an association, not a cause.

Two questions are kept apart. *Between* places: do places that receive more have higher rates? *Within* places: in the
years in which a place received more than it usually does, was its rate higher than usual, some years later or earlier?
Years of one place are not independent, so intervals come from drawing whole places again (cluster bootstrap).
"""

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from corridors.analysis.limits import CONFIDENCE, DRAWS, LAGS, LEAST_PLACES

Array = npt.NDArray[np.float64]
SEED: Final = 20_240_402
COLUMNS: Final = ("view", "lag", "coefficient", "r", "low", "high", "places", "first", "last")
View = Literal["between", "within"]


def lagged(received: pd.Series, rate: pd.Series) -> pd.DataFrame:
    """The association at each lag, in long form (COLUMNS): `view` (between, within), `lag` in years (positive: the rate
    is of later years), `coefficient` (pearson, spearman), `r` with its 95 % interval, the number of places and the
    years of what was received.

    `received`, `rate`: indexed by place and year; missing is absent or NaN. At each lag the years that both have are
    used, and the places with a value in all of them. Fewer than LEAST_PLACES, no year, or for `within` a single
    year: `r` and its interval are NaN. Between: the means of the years; within: each year less the place's mean.
    """
    rows = []
    have, want = ({int(year) for year in series.index.unique(1)} for series in (received, rate))
    for lag in LAGS:
        years = sorted(have & {year - lag for year in want})
        x, y = _table(received, years, 0), _table(rate, years, lag)
        known = x.dropna().index.intersection(y.dropna().index).sort_values()
        x, y = x.loc[known], y.loc[known]
        for view in ("between", "within"):
            least = 1 if view == "between" else 2
            enough = len(known) >= LEAST_PLACES and len(years) >= least
            found = _both(x.to_numpy(), y.to_numpy(), view) if enough else {"pearson": _NONE, "spearman": _NONE}
            span = (years[0], years[-1]) if years else (0, 0)
            rows += [(view, lag, name, *values, len(known), *span) for name, values in found.items()]
    return pd.DataFrame(rows, columns=list(COLUMNS))


_NONE: Final = (float("nan"),) * 3


def _table(series: pd.Series, years: Sequence[int], lag: int) -> pd.DataFrame:
    """A row a place, a column a year: the values of `lag` years later."""
    return series.astype(float).unstack().reindex(columns=[year + lag for year in years])


def _both(x: Array, y: Array, view: View) -> dict[str, tuple[float, float, float]]:
    """Pearson's and Spearman's coefficient of (places, years), each with the percentiles of the drawn ones."""
    x, y = (_view(values, view) for values in (x, y))
    drawn = np.random.default_rng(SEED).integers(0, len(x), (DRAWS, len(x)))
    flat = [values[drawn].reshape(DRAWS, -1) for values in (x, y)]
    own = [values.reshape(1, -1) for values in (x, y)]
    tails = (50 * (1 - CONFIDENCE), 50 * (1 + CONFIDENCE))
    found = {}
    for name in ("pearson", "spearman"):
        a, b, c, d = (_ranks(part) if name == "spearman" else part for part in (*own, *flat))
        low, high = np.percentile(_pearson(c, d), tails)
        found[name] = (float(_pearson(a, b)[0]), float(low), float(high))
    return found


def _ranks(values: Array) -> Array:
    """The rank of each value in its row, from 1; ties share the mean of theirs."""
    ranked: Array = pd.DataFrame(values).rank(axis=1).to_numpy()
    return ranked


def _view(values: Array, view: View) -> Array:
    mean = values.mean(axis=1, keepdims=True)
    return np.asarray(mean if view == "between" else values - mean)


def _pearson(x: Array, y: Array) -> Array:
    """The correlation of each row of two arrays."""
    x, y = x - x.mean(axis=1, keepdims=True), y - y.mean(axis=1, keepdims=True)
    spread: Array = np.sqrt((x**2).sum(axis=1) * (y**2).sum(axis=1))
    together: Array = (x * y).sum(axis=1)
    return together / spread
