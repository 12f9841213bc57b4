"""The early notice: months with more or fewer events than those before them lead one to expect, and lasting changes.

A month is judged by its own past alone, as somebody who reads the figures when they come would judge it: a log-linear
regression with a trend and one yearly wave on the 36 months before (after Farrington et al. 1996 and Noufaily et al.
2013), its spread never less than Poisson's. Lasting changes of level are found over the whole series by PELT
(Killick et al. 2012, `ruptures`) on the variance-stabilised count without its season (STL, `statsmodels`).
"""

from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import nbinom, poisson

from corridors.analysis.limits import LEAST_MEAN, LEAST_SEGMENT, PENALTY, TAIL, WINDOW

Array = npt.NDArray[np.float64]
LEAST_MONTHS: Final = 36
_SLOW: Final = 37  # months: what is slower than this is movement, not noise
_STEPS: Final = 12  # of Newton's method; it settles in five
MONTHS: Final = ("count", "expected", "lower", "upper", "status")
CHANGES: Final = ("month", "before", "after")


def months(counts: pd.Series) -> pd.DataFrame:
    """A row a month (the index of `counts`: a PeriodIndex "M" without gaps) with MONTHS.

    `expected` and the thresholds come from the WINDOW months before. `status`: `high` above the upper threshold,
    `low` below the lower one, `usual` between, `small` where the window has fewer than LEAST_MEAN events a month, ""
    where the window is not whole (too early, or a month in it is missing) or the month itself is missing.
    """
    frame = pd.DataFrame({"count": counts.astype(float)}).assign(expected=np.nan, lower=np.nan, upper=np.nan, status="")
    if len(counts) <= WINDOW:
        return frame
    values = counts.to_numpy(float)
    windows = np.lib.stride_tricks.sliding_window_view(values, WINDOW)[:-1]
    now = np.arange(WINDOW, len(values))
    whole = ~np.isnan(windows).any(axis=1) & ~np.isnan(values[now])
    small = whole & (windows.mean(axis=1) < LEAST_MEAN)
    judged = whole & ~small
    frame.iloc[now[small], 4] = "small"
    if not judged.any():
        return frame
    expected, spread = _expected(windows[judged], counts.index[now[judged]].month.to_numpy())
    lower, upper = _thresholds(expected, spread)
    count = values[now[judged]]
    status = np.where(count > upper, "high", np.where(count < lower, "low", "usual"))
    for at, column in enumerate((expected, lower, upper, status), start=1):
        frame.iloc[now[judged], at] = column
    return frame


def changes(counts: pd.Series) -> pd.DataFrame:
    """The lasting changes of level of a monthly series: CHANGES, a row a change, `month` the first of the new level,
    `before` and `after` the mean counts of the two stretches that meet there.

    A series with a missing month, of fewer than LEAST_MONTHS months or LEAST_MEAN events a month has none: not judged.
    """
    none = pd.DataFrame(
        {"month": pd.Series(dtype="str"), "before": pd.Series(dtype=float), "after": pd.Series(dtype=float)}
    )
    if len(counts) < LEAST_MONTHS or counts.isna().any() or counts.mean() < LEAST_MEAN:
        return none
    from ruptures import Pelt  # noqa: PLC0415 - only the build has it
    from statsmodels.tsa.seasonal import STL  # noqa: PLC0415

    values = counts.to_numpy(float)
    steady = 2 * np.sqrt(values + 3 / 8)  # Anscombe: the variance of a Poisson count becomes one
    level = steady - np.asarray(STL(steady, period=12, robust=True).fit().seasonal)
    noise = _noise(level)
    search = Pelt(model="l2", min_size=LEAST_SEGMENT, jump=1).fit(level / noise)
    ends = [0, *search.predict(pen=PENALTY * np.log(len(level)))]
    means = [float(values[first:last].mean()) for first, last in pairwise(ends)]
    rows = [(str(counts.index[at]), *pair) for at, pair in zip(ends[1:-1], pairwise(means), strict=True)]
    return pd.DataFrame(rows, columns=list(CHANGES)) if rows else none


def _noise(level: Array) -> float:
    """The long-run spread of a series around its own slow movement, never less than Poisson's, which is one.

    Months resemble the month before: taken as independent, every slow wave would be a row of changes.
    """
    around = level - pd.Series(level).rolling(_SLOW, center=True, min_periods=LEAST_SEGMENT).median().to_numpy()
    likeness = float(np.clip(np.corrcoef(around[1:], around[:-1])[0, 1], 0, 0.9))
    spread = float(np.median(np.abs(around - np.median(around)))) / 0.6745
    return max(1.0, spread * float(np.sqrt((1 + likeness) / (1 - likeness))))


def _expected(windows: Array, month: Array) -> tuple[Array, Array]:
    """What each window (n, WINDOW) leads one to expect of the month after it, and the variance of that month's count.

    A quasi-Poisson regression on a trend and a yearly wave, for all windows at once; `month` (1-12) is the month after.
    """
    ahead = np.arange(-WINDOW, 1)
    wave = 2 * np.pi * (month[:, None] + ahead) / 12
    trend = np.broadcast_to(ahead / WINDOW, wave.shape)
    design = np.stack([np.ones_like(wave), trend, np.sin(wave), np.cos(wave)], axis=2)
    past, then = design[:, :-1], design[:, -1]
    mean = windows + 0.5  # the first step starts from the counts themselves, as usual for such models
    eta = np.log(mean)
    for _ in range(_STEPS):
        working = eta + (windows - mean) / mean
        weighted = past * mean[:, :, None]
        information = np.einsum("nij,nik->njk", weighted, past)
        slopes = np.linalg.solve(information, np.einsum("nij,ni->nj", weighted, working)[:, :, None])[:, :, 0]
        eta = np.clip(np.einsum("nij,nj->ni", past, slopes), -20, 20)
        mean = np.exp(eta)
    information = np.einsum("nij,nik->njk", past * mean[:, :, None], past)
    scale = np.maximum(1.0, ((windows - mean) ** 2 / mean).sum(axis=1) / (WINDOW - past.shape[2]))
    expected = np.exp(np.einsum("nj,nj->n", then, slopes))
    unsure = np.einsum("nj,njk,nk->n", then, np.linalg.inv(information), then)
    return expected, scale * (expected + expected**2 * unsure)


def _thresholds(expected: Array, variance: Array) -> tuple[Array, Array]:
    """The counts beyond which a month is unusual: quantiles of a negative binomial of that mean and variance, or of
    Poisson where the variance is no more than the mean."""
    wide = variance > expected * (1 + 1e-9)
    share = np.where(wide, expected / np.where(wide, variance, 1.0), 0.5)
    size = np.where(wide, expected * share / (1 - share), 1.0)
    bounds = [np.where(wide, nbinom.ppf(tail, size, share), poisson.ppf(tail, expected)) for tail in (TAIL, 1 - TAIL)]
    return bounds[0], bounds[1]
