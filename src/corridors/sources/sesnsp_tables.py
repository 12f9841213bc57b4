"""The rows of an SESNSP file as tables: by state and month, by state and year, by municipality and year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from corridors.sources.batch import Part
from corridors.sources.frames import coded, frame
from corridors.sources.sesnsp_rows import Cleaned
from corridors.sources.sesnsp_scan import MONTHS, Whole, Words

CRIMES: Final = ("feminicidio", "homicidio_doloso")
MEANS: Final = ("blade", "firearm", "not_specified", "other_means")
COUNTRY: Final = "00"
STATES: Final = "mx_homicides_state_year"
_MONTH: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True)
class Months:
    """Counts by month, and by year and place (`year` and `place` give theirs by their places in `years` and `places`;
    in their order), crime, and weapon with the total as the last. A month that is still to come counts nothing.

    `until` is the number of published months of each year and place; `absent` the combinations of place, year, crime
    and weapon that have no row: the publisher prints zeros, so they are counted as none and the reader is told.
    """

    counts: Whole
    year: Whole
    place: Whole
    years: list[str]
    places: list[str]
    last: str
    absent: int

    @property
    def until(self) -> Whole:
        """The number of published months of each year and place."""
        partial = [int(self.last[5:]) if year == self.last[:4] else len(MONTHS) for year in self.years]
        return np.array(partial)[self.year]

    @property
    def yearly(self) -> Whole:
        """The counts of all months of each year and place."""
        sums: Whole = self.counts.sum(axis=0)
        return sums


def columns(unit: str) -> list[str]:
    """The columns of counts of a table, in its order; `unit` is `victims` or `cases`."""
    return [f"{crime}_{unit}_{means}" for crime in CRIMES for means in (*MEANS, "total")]


def monthly(rows: Cleaned) -> Months:
    """The counts of the rows, summed over sex and age, with totals."""
    kind = _places(rows.crime, CRIMES) * len(MEANS) + _places(rows.means, MEANS)
    kinds = len(CRIMES) * len(MEANS)
    used = np.bincount(rows.year.at * len(rows.place.values) + rows.place.at) > 0
    pair, pairs = np.cumsum(used) - 1, np.flatnonzero(used)
    cell = pair[rows.year.at * len(rows.place.values) + rows.place.at] * kinds + kind
    size = len(pairs) * kinds
    absent = size - int(np.count_nonzero(np.bincount(cell, minlength=size)))
    # The months that are published have no empty cell; those still to come have no other.
    sums = np.stack([np.bincount(cell, np.maximum(one, 0), size) for one in rows.months])
    parts = sums.astype(np.int64).reshape(len(MONTHS), len(pairs), len(CRIMES), len(MEANS))
    counts = np.concatenate([parts, parts.sum(axis=3, keepdims=True)], axis=3)
    year, place = np.divmod(pairs, len(rows.place.values))
    years, at_year = np.unique(year, return_inverse=True)
    named = [rows.year.values[at] for at in years.tolist()]
    return Months(counts, at_year, place, named, rows.place.values, rows.last, absent)


def _places(words: Words, order: tuple[str, ...]) -> Whole:
    found: Whole = np.array([order.index(value) for value in words.values])[words.at]
    return found


def part(table: str, months: Months, cells: Mapping[str, Any], source: str, quality: str, kind: str) -> Part:
    """A table of one source alone, for the years that the file has."""
    found = frame(table, {**cells, "quality": quality, "kind": kind, "source_id": source})
    return Part(table, found, {"source_id": (source,), "year": tuple(months.years)})


def state_months(table: str, months: Months, source: str, unit: str) -> Part:
    """The counts by state and month as they are published."""
    states = len(months.places)  # each year has each state, or the file is refused
    shape = (len(months.years), len(MONTHS), states)
    year, month, state = (one.ravel() for one in np.indices(shape))
    published = np.flatnonzero(month < months.until.reshape(-1, states)[:, 0][year])
    order = (month * len(months.years) + year) * states + state
    counts = months.counts.reshape(order.size, -1)[order[published]]
    cells = {
        "year": coded(months.years, year[published]), "month": month[published] + 1,
        "state_code": coded(months.places, state[published]), **dict(zip(columns(unit), counts.T, strict=True)),
    }  # fmt: skip
    return part(table, months, cells, source, "exact", "observed")


def state_years(months: Months, source: str) -> Part:
    """The sums by state and year, and of the country ("00"), one row a measure, with what they are sums of."""
    measures = columns("victims")
    years = len(months.years)
    sums = months.yearly.reshape(years, len(months.places), len(measures)).T
    every = np.concatenate([sums.sum(axis=1, keepdims=True), sums], axis=1)
    measure, place, year = (one.ravel() for one in np.indices(every.shape))
    notes = [_note(months.last) if one == months.last[:4] else _whole(months.last) for one in months.years]
    notes += [f"sum of four modalities; {note}" for note in notes]
    total = np.array([name.endswith("_total") for name in measures])
    found = frame(STATES, {
        "measure": coded(measures, measure), "state_code": coded([COUNTRY, *months.places], place),
        "year": coded(months.years, year), "value": every.ravel(), "note": coded(notes, year + years * total[measure]),
        "quality": "derived", "kind": "derived", "source_id": source,
    })  # fmt: skip
    return Part(STATES, found, {"measure": tuple(measures), "year": tuple(months.years)})


def _whole(last: str) -> str:
    return f"sum of 12 months; cut-off {_MONTH[int(last[5:]) - 1]} {last[:4]}"


def _note(last: str) -> str:
    """What a sum of the last year is a sum of."""
    month = int(last[5:])
    if month == 12:
        return _whole(last)
    return f"sum of months; PARTIAL YEAR {_MONTH[0]}" + (f"-{_MONTH[month - 1]}" if month > 1 else "")


def town_years(table: str, months: Months, source: str, unit: str) -> Part:
    """The sums by municipality and year, with the number of months that are in each."""
    sums = months.yearly.reshape(len(months.year), -1)
    cells = {
        "year": coded(months.years, months.year), "municipality_code": coded(months.places, months.place),
        "months": months.until, **dict(zip(columns(unit), sums.T, strict=True)),
    }  # fmt: skip
    return part(table, months, cells, source, "derived", "derived")
