"""Named law provisions beside the guns that leave a state: differences with intervals, and a regression of counts.

Knight (2013) found that traced guns flow from states with few firearm laws to states with many. The sign is looked for
again in two ways: guns that leave a state by its number of provisions, and guns of each pair of states by both numbers.
The number of provisions is a covariate here and never shown by state. An association: states differ in much else.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from scipy.stats import ttest_ind

from corridors.analysis.limits import CONFIDENCE, LEAST_STATES

DIFFERENCES: Final = ("provision", "states_with", "states_without", "mean_with", "mean_without",
                      "difference", "low", "high")  # fmt: skip
TERMS: Final = ("term", "slope", "low", "high", "dispersion", "rows")


def differences(rates: pd.Series, laws: pd.DataFrame, provisions: Sequence[str]) -> pd.DataFrame:
    """A row a provision (DIFFERENCES): the mean of `rates` in states with it and without it, and the difference with
    its 95 % interval (Welch: the two groups need not vary alike).

    `rates` and `laws` (0 or 1 a provision) share an index of states. A group of fewer than LEAST_STATES: means and
    counts stand, the difference and its interval are NaN.
    """
    rows = []
    for name in provisions:
        has = laws.loc[rates.index, name].astype(bool)
        with_it, without = rates[has], rates[~has]
        low = high = difference = float("nan")
        if min(len(with_it), len(without)) >= LEAST_STATES:
            interval = ttest_ind(with_it, without, equal_var=False).confidence_interval(CONFIDENCE)
            low, high = float(interval.low), float(interval.high)
            difference = float(with_it.mean() - without.mean())
        rows.append((name, len(with_it), len(without), with_it.mean(), without.mean(), difference, low, high))
    return pd.DataFrame(rows, columns=list(DIFFERENCES))


def by_laws(exports: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Guns that leave a state by its number of provisions: a quasi-Poisson regression on its people.

    `exports`: an index of states; `guns`, `people`, `laws`. Gives the terms (TERMS; slopes of the logarithm, with 95 %
    intervals) and by state `expected` guns and `residual`, in standard deviations of such a count.
    """
    design = pd.DataFrame({"constant": 1.0, "origin_laws": exports["laws"].astype(float)})
    fitted = _quasi_poisson(exports["guns"].astype(float), design, exports["people"].astype(float))
    expected = fitted.fittedvalues
    spread = np.sqrt(expected * fitted.scale)
    residuals = pd.DataFrame({"expected": expected, "residual": (exports["guns"] - expected) / spread})
    return _terms(fitted, ["origin_laws"]), residuals


def by_pairs(pairs: pd.DataFrame) -> pd.DataFrame:
    """Guns of each ordered pair of different states by the provisions of both, their people and their distance.

    `pairs`: `origin`, `guns`, `origin_laws`, `destination_laws`, `origin_people`, `destination_people`, `km`. Standard
    errors allow for what an origin's pairs have in common (clusters). Terms as `by_laws` gives them.
    """
    logs = {f"log_{name}": np.log(pairs[name].astype(float)) for name in ("origin_people", "destination_people", "km")}
    shown = ["origin_laws", "destination_laws"]
    design = pd.DataFrame({"constant": 1.0, **{name: pairs[name].astype(float) for name in shown}, **logs})
    groups = pairs["origin"].astype("category").cat.codes.to_numpy()
    return _terms(_quasi_poisson(pairs["guns"].astype(float), design, None, groups), shown)


def _quasi_poisson(guns: pd.Series, design: pd.DataFrame, people: pd.Series | None, groups: object = None) -> Any:
    """A Poisson regression whose variance is a multiple of the mean, estimated by Pearson's chi-square."""
    from statsmodels.genmod.families import Poisson  # noqa: PLC0415 - only the build has it
    from statsmodels.genmod.generalized_linear_model import GLM  # noqa: PLC0415

    model = GLM(guns, design, family=Poisson(), exposure=people)
    if groups is None:
        return model.fit(scale="X2")
    return model.fit(scale="X2", cov_type="cluster", cov_kwds={"groups": groups})


def _terms(fitted: Any, shown: Sequence[str]) -> pd.DataFrame:
    bounds = fitted.conf_int(1 - CONFIDENCE)
    rows = [(name, fitted.params[name], *bounds.loc[name], fitted.scale, int(fitted.nobs)) for name in shown]
    return pd.DataFrame(rows, columns=list(TERMS))
