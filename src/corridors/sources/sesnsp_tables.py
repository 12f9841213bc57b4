"""The rows of an SESNSP file as tables: by state and month, by state and year, by municipality and year."""

from typing import Final

import numpy as np
import pandas as pd

from corridors.sources.batch import Part
from corridors.sources.frames import frame
from corridors.sources.sesnsp_scan import MONTHS

CRIMES: Final = ("feminicidio", "homicidio_doloso")
MEANS: Final = ("blade", "firearm", "not_specified", "other_means")
COUNTRY: Final = "00"
STATES: Final = "mx_homicides_state_year"
_MONTH: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def columns(unit: str) -> list[str]:
    """The columns of counts of a table, in its order; `unit` is `victims` or `cases`."""
    return [f"{crime}_{unit}_{means}" for crime in CRIMES for means in (*MEANS, "total")]


def monthly(rows: pd.DataFrame, place: str, unit: str, last: str) -> tuple[pd.DataFrame, int]:
    """Counts by `year`, `month` and place, one column a crime and weapon, with totals, for published months alone.

    Rows over sex and age are summed. Also how many combinations of place, year, crime and weapon have no row: the
    publisher prints zeros, so they are counted as none and the reader is told.
    """
    at_year, years = pd.factorize(rows["year"], sort=True)
    at_place, places = pd.factorize(rows[place], sort=True)
    pairs, at = np.unique(at_year * len(places) + at_place, return_inverse=True)
    kinds = pd.MultiIndex.from_product([CRIMES, MEANS])
    kind = kinds.get_indexer(pd.MultiIndex.from_arrays([rows["crime"], rows["means"]]))
    cell, size = (at * len(kinds) + kind)[kind >= 0], len(pairs) * len(kinds)
    absent = size - int(np.count_nonzero(np.bincount(cell, minlength=size)))
    # A month that is still to come is empty and adds nothing; the months that count have no empty cell.
    cells = (rows[name].to_numpy()[kind >= 0] for name in MONTHS)
    sums = np.stack([np.bincount(cell, np.where(np.isnan(one), 0, one), size) for one in cells])
    parts = sums.astype(np.int64).reshape(len(MONTHS), len(pairs), len(CRIMES), len(MEANS))
    counts = np.concatenate([parts, parts.sum(axis=3, keepdims=True)], axis=3)
    month, pair = (one.ravel() for one in np.indices(counts.shape[:2]))
    year, spot = np.divmod(pairs[pair], len(places))
    order = np.lexsort((spot, month, year))
    order = order[(years[year[order]] < last[:4]) | (month[order] < int(last[5:]))]
    named = dict(zip(columns(unit), counts.reshape(len(month), -1)[order].T, strict=True))
    keys = {"year": years[year[order]], place: places[spot[order]], "month": month[order] + 1}
    return pd.DataFrame(keys | named), absent


def part(table: str, counts: pd.DataFrame, source: str, quality: str, kind: str) -> Part:
    """A table of one source alone, for the years that the file has."""
    years = tuple(sorted(counts["year"].unique()))
    named = {str(name): cells for name, cells in counts.items()}
    found = frame(table, {**named, "quality": quality, "kind": kind, "source_id": source})
    return Part(table, found, {"source_id": (source,), "year": years})


def state_months(table: str, months: pd.DataFrame, source: str) -> Part:
    """The counts by state and month as they are published."""
    return part(table, months.rename(columns={"state": "state_code"}), source, "exact", "observed")


def state_years(months: pd.DataFrame, source: str, last: str) -> Part:
    """The sums by state and year, and of the country ("00"), one row a measure, with what they are sums of."""
    measures = columns("victims")
    at_year, found_years = pd.factorize(months["year"], sort=True)
    years = found_years.tolist()
    at_state, states = pd.factorize(months["state"], sort=True)  # each year has each state, or the file is refused
    cell, shape = at_state * len(years) + at_year, (len(states), len(years))
    ordered = sorted(measures)
    sums = np.stack([np.bincount(cell, months[name], shape[0] * shape[1]).reshape(shape) for name in ordered])
    every = np.concatenate([sums.sum(axis=1, keepdims=True), sums], axis=1).astype(np.int64)
    places = [COUNTRY, *states]
    note = {year: _note(last) if year == last[:4] else _whole(last) for year in years}
    four = ("sum of four modalities; " if name.endswith("_total") else "" for name in ordered)
    found = frame(STATES, {
        "measure": np.repeat(ordered, len(places) * len(years)),
        "state_code": [place for place in places for _ in years] * len(ordered),
        "year": [*years] * len(places) * len(ordered), "value": every.ravel(),
        "note": [prefix + note[year] for prefix in four for _ in places for year in years],
        "quality": "derived", "kind": "derived", "source_id": source,
    })  # fmt: skip
    return Part(STATES, found, {"measure": tuple(measures), "year": tuple(sorted(note))})


def _whole(last: str) -> str:
    return f"sum of 12 months; cut-off {_MONTH[int(last[5:]) - 1]} {last[:4]}"


def _note(last: str) -> str:
    """What a sum of the last year is a sum of."""
    month = int(last[5:])
    if month == 12:
        return _whole(last)
    return f"sum of months; PARTIAL YEAR {_MONTH[0]}" + (f"-{_MONTH[month - 1]}" if month > 1 else "")


def town_years(table: str, months: pd.DataFrame, source: str, unit: str) -> Part:
    """The sums by municipality and year, with the number of months that are in each."""
    grouped = months.groupby(["year", "town"])
    found = grouped[columns(unit)].sum().assign(months=grouped.size()).reset_index()
    return part(table, found.rename(columns={"town": "municipality_code"}), source, "derived", "derived")
