"""The rows of an SESNSP file as tables: by state and month, by state and year, by municipality and year."""

from typing import Final

import pandas as pd

from corridors.model.tables import BY_NAME
from corridors.sources.batch import Part
from corridors.sources.sesnsp_scan import MONTHS

CRIMES: Final = ("feminicidio", "homicidio_doloso")
MEANS: Final = ("blade", "firearm", "not_specified", "other_means")
COUNTRY: Final = "00"
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
    sums = rows.groupby(["year", place, "crime", "means"])[list(MONTHS)].sum()
    sums.columns = pd.RangeIndex(1, 13, name="month")
    wide = pd.DataFrame(sums.unstack(["crime", "means"]))
    wide = wide.reindex(columns=pd.MultiIndex.from_product([range(1, 13), CRIMES, MEANS], names=wide.columns.names))
    absent = int(wide[1].isna().to_numpy().sum())
    wide = wide.where(wide.notna(), 0).astype("int64")
    wide = pd.DataFrame(wide.stack("month", future_stack=True))
    totals = wide.T.groupby(level="crime").sum().T
    wide.columns = pd.Index([f"{crime}_{unit}_{means}" for crime in CRIMES for means in MEANS])
    for crime in CRIMES:
        wide[f"{crime}_{unit}_total"] = totals[crime]
    found = wide[columns(unit)].reset_index()
    when = found["year"] + "-" + found["month"].map("{:02d}".format)
    return found[when <= last].sort_values(["year", "month", place], ignore_index=True), absent


def part(table: str, counts: pd.DataFrame, source: str, quality: str, kind: str) -> Part:
    """A table of one source alone, for the years that the file has."""
    years = tuple(sorted(counts["year"].unique()))
    found = counts.assign(quality=quality, kind=kind, source_id=source)[list(BY_NAME[table].names)].astype(str)
    return Part(table, found, {"source_id": (source,), "year": years})


def state_months(table: str, months: pd.DataFrame, source: str) -> Part:
    """The counts by state and month as they are published."""
    return part(table, months.rename(columns={"state": "state_code"}), source, "exact", "observed")


def state_years(months: pd.DataFrame, source: str, last: str) -> Part:
    """The sums by state and year, and of the country ("00"), one row a measure, with what they are sums of."""
    measures = columns("victims")
    sums = months.groupby(["year", "state"])[measures].sum()
    country = sums.groupby(level="year").sum()
    country.index = pd.MultiIndex.from_product([country.index, [COUNTRY]], names=["year", "state"])
    long = pd.concat([sums, country]).reset_index().melt(["year", "state"], var_name="measure")
    summed = _note(last)
    note = long["year"].map({year: summed if year == last[:4] else _whole(last) for year in long["year"].unique()})
    four = long["measure"].str.endswith("_total").map({True: "sum of four modalities; ", False: ""})
    found = long.assign(
        state_code=long["state"], note=four + note, quality="derived", kind="derived", source_id=source
    ).sort_values(["measure", "state_code", "year"], ignore_index=True)
    scope = {"measure": tuple(measures), "year": tuple(sorted(sums.index.unique("year")))}
    return Part("mx_homicides_state_year", found[list(BY_NAME["mx_homicides_state_year"].names)].astype(str), scope)


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
