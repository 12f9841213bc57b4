"""Ant arithmetic: a published annual estimate as guns a day a crossing, and as vehicles for every gun.

Derived from modelled: the divisors are counts, the dividend is somebody's estimate, and its interval (where one was
printed) goes through unchanged. An even spread over days and crossings is arithmetic, not a claim that it is even.
"""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from corridors.model.kinds import Kind

DAYS: Final = 365
UNIT: Final = "firearms per year"
MODELLED: Final = Kind.MODELLED.value


@dataclass(frozen=True)
class Span:
    """A value with its published interval; None where the source printed none, which is not an interval of width 0."""

    value: float
    low: float | None
    high: float | None

    def over(self, divisor: float) -> "Span":
        """Every part divided."""
        ends = (None if end is None else end / divisor for end in (self.low, self.high))
        return Span(self.value / divisor, *ends)

    def into(self, dividend: float) -> "Span":
        """How many of `dividend` there are for each: the ends change places."""
        ends = (None if end is None else dividend / end for end in (self.high, self.low))
        return Span(dividend / self.value, *ends)


@dataclass(frozen=True)
class Ants:
    """One estimate in small: guns a year, a day, a day and crossing, and vehicles northbound for each gun southbound.

    `crossings`, `vehicles` (a year): the divisors used.
    """

    period: str
    source_id: str
    year: Span
    day: Span
    day_crossing: Span
    vehicles_per_gun: Span
    crossings: int
    vehicles: int


def ants(estimates: pd.DataFrame, crossings: int, vehicles: int) -> list[Ants]:
    """One for each published estimate of guns a year, in the order of the rows (`flow_estimates`).

    `crossings`: open crossings that take vehicles; `vehicles`: counted northbound in a year. ValueError unless both
    are positive.
    """
    if crossings <= 0 or vehicles <= 0:
        raise ValueError("the number of crossings and of vehicles must be positive")
    rows = estimates[(estimates["unit"] == UNIT) & (estimates["kind"] == MODELLED)]
    return [
        _ants(str(period), str(source), Span(float(value), _end(low), _end(high)), crossings, vehicles)
        for period, source, value, low, high in zip(
            rows["period"], rows["source_id"], rows["value"], rows["low"], rows["high"], strict=True
        )
    ]


def _ants(period: str, source: str, year: Span, crossings: int, vehicles: int) -> Ants:
    day = year.over(DAYS)
    return Ants(period, source, year, day, day.over(crossings), year.into(vehicles), crossings, vehicles)


def _end(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
