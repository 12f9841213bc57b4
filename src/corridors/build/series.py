"""A measure as a grid: one numerator and one denominator a place and period, as the cube stores them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from corridors.errors import DataError

Tables = Mapping[str, pd.DataFrame]
Number = int | float | None
Period = tuple[int, int]
Label = tuple[str, str]


@dataclass(frozen=True)
class Series:
    """`num` (and `den`) indexed by (place id, first year, last year); a missing value is NaN, never 0.

    `national_num` and `national_den` are indexed by (first, last); empty when the whole country is neither
    published nor an honest sum. `labels`: periods that years cannot say, in both languages.
    """

    num: pd.Series
    den: pd.Series | None = None
    national_num: pd.Series | None = None
    national_den: pd.Series | None = None
    labels: Mapping[Period, Label] = field(default_factory=dict)


Maker = Callable[[Tables], Series]


def years(frame: pd.DataFrame, place: str, value: str) -> pd.Series:
    """A frame with a `year` column and one row a place and year, as a series of a grid."""
    keys = [frame[place], frame["year"].astype(int), frame["year"].astype(int)]
    index = pd.MultiIndex.from_arrays(keys, names=["place", "first", "last"])
    return pd.Series(frame[value].to_numpy(dtype=float), index=index, name=value)


def over_years(frame: pd.DataFrame, value: str) -> pd.Series:
    """The same for the whole country: one row a year."""
    index = pd.MultiIndex.from_arrays([frame["year"].astype(int)] * 2, names=["first", "last"])
    return pd.Series(frame[value].to_numpy(dtype=float), index=index, name=value)


def grid(series: Series, places: Sequence[str]) -> dict[str, Any]:
    """The parts of a measure of the cube: periods (sorted), num, den, national and labels."""
    known = series.num.dropna()
    if known.index.duplicated().any():
        raise DataError(f"{series.num.name}: two values for {known.index[known.index.duplicated()][0]}")
    periods: list[Period] = sorted({(int(first), int(last)) for _, first, last in known.index})
    part: dict[str, Any] = {
        "periods": [list(period) for period in periods],
        "num": _rows(series.num, places, periods),
        "den": None if series.den is None else _rows(series.den, places, periods),
        "national": None,
    }
    if series.national_num is not None:
        den = series.national_den
        part["national"] = {
            "num": [_at(series.national_num, period) for period in periods],
            "den": None if den is None else [_at(den, period) for period in periods],
        }
    if series.labels:
        for number, key in enumerate(("labels", "labels_es")):
            part[key] = [series.labels[p][number] if p in series.labels else None for p in periods]
    return part


def _rows(series: pd.Series, places: Sequence[str], periods: Sequence[Period]) -> list[list[Number]]:
    found: dict[Any, float] = series.to_dict()
    return [[_number(found.get((place, *period))) for place in places] for period in periods]


def _at(series: pd.Series, period: Period) -> Number:
    return _number(series.to_dict().get(period))


def _number(value: float | None) -> Number:
    """A count as an integer, anything else with at most ten significant digits, missing as None."""
    if value is None or value != value:
        return None
    return int(value) if value == int(value) else float(f"{value:.10g}")
