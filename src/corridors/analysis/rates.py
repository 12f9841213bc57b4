"""Sums over months and over categories that never invent a number: what is missing stays missing."""

from collections.abc import Sequence

import pandas as pd

MONTHS = 12


def yearly(frame: pd.DataFrame, by: Sequence[str], value: str, months: int = MONTHS) -> pd.Series:
    """Sums of `value` by `by`, which holds the year, for groups in which all `months` months are reported.

    A group with a missing month, or a month without a value, is left out: a part of a year is not a year.
    `frame` has a row a month; the result is named as `value`.
    """
    groups = frame.groupby(list(by), sort=True)[value]
    complete = groups.count() == months
    return groups.sum()[complete]


def total(frame: pd.DataFrame, columns: Sequence[str], introduced: bool = True) -> pd.Series:
    """Row sums of `columns`, missing where a part is missing.

    With `introduced`, a column without any value in the whole frame did not exist yet (a category that the
    publisher added later) and is left out of the sum instead of making every sum missing.
    """
    used = [column for column in columns if not introduced or frame[column].notna().any()]
    if not used:
        return pd.Series(float("nan"), index=frame.index, name="total")
    return frame[used].sum(axis=1, skipna=False).rename("total")
