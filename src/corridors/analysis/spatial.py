"""Rates of small places: empirical Bayes (Marshall 1991), so that a village does not lead by luck."""

from typing import cast

import numpy as np
import pandas as pd


def empirical_bayes(events: pd.Series, people: pd.Series) -> pd.Series:
    """Rates (events a person) drawn towards the mean of all places, the more the fewer people a place has.

    `events` and `people` share an index; a place without people, or with either missing, is missing in the
    result and does not enter the mean. When the places differ by no more than chance would make them, every place
    gets the mean. A modelled value: say so wherever it is shown. Needs the extra [build] (esda).
    """
    base = people.reindex(events.index).astype(float)
    known = events.notna() & (base > 0)
    smooth = pd.Series(np.nan, index=events.index, name="rate_eb")
    if not known.any():
        return smooth
    e, b = events[known].to_numpy(float), base[known].to_numpy()
    mean = e.sum() / b.sum()
    between = (b * (e / b - mean) ** 2).sum() / b.sum() - mean / b.mean()
    if between <= 0:
        smooth[known] = mean
        return smooth
    from esda.smoothing import Empirical_Bayes  # noqa: PLC0415 - only the build has it

    smooth[known] = cast(np.ndarray, Empirical_Bayes(e, b).r).ravel()
    return smooth
