"""From the cube of records to what is published: five tables a year, each suppressed, and nothing finer.

The cube itself never leaves DuckDB. Rows of a published table say `value`, `zero` or `suppressed`; a suppressed one has
no number. The year's total, its totals by state and its pairs are one table with both margins; counties,
municipalities, types and bands of time to crime are lines whose total is one of those margins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import duckdb
import numpy as np
import pandas as pd

from corridors.analysis.suppression import LEAST, Counts, Mask, line, table
from corridors.model.kinds import Status
from corridors.model.tables import BY_NAME
from corridors.sources.batch import Part
from corridors.sources.problems import refuse
from corridors.sources.records_query import BANDS, UNKNOWN

PAIRS: Final = "trace_records_pairs"
COUNTIES: Final = "trace_records_counties"
MUNICIPALITIES: Final = "trace_records_municipalities"
TYPES: Final = "trace_records_types"
TIMES: Final = "trace_records_time_to_crime"
TERMS: Final = "trace_records_terms"
US: Final = "US"  # all sources
MX: Final = "00"  # all of Mexico
NOWHERE: Final = "99"  # INEGI: not specified
Row = tuple[str, ...]


def parts(
    connection: duckdb.DuckDBPyConnection, states: Sequence[str], types: Sequence[str], same: dict[str, str]
) -> list[Part]:
    """The published tables from the table `cube`. `states` are USPS codes, `types` the codes of firearms; `same` fills
    the columns that are alike in every row. Refused when there are too few records for any of it to be shown."""
    years = connection.sql(
        "SELECT year, CAST(SUM(firearms) AS BIGINT) FROM cube GROUP BY year ORDER BY year NULLS LAST"
    ).fetchall()
    totals = np.array([count for _, count in years], dtype=np.int64)
    hidden = line(totals) if totals.sum() >= LEAST else None
    if hidden is None:
        raise refuse("records_few")
    cube = _Sums(connection)
    rows: dict[str, list[Row]] = {name: [] for name in (PAIRS, COUNTIES, MUNICIPALITIES, TYPES, TIMES)}
    for (year, total), shut in zip(years, hidden, strict=True):
        said = "" if year is None else str(year)
        if shut:
            rows[PAIRS].append((said, US, MX, *_shown(total, True)))
            continue
        _year(_Year(cube, said), rows, [*states, ""], types)
    return [
        Part(name, _frame(name, found, same), {"source_id": ("ETRACE_RECORDS", "ETRACE_SYNTHETIC")})
        for name, found in rows.items()
    ]


class _Sums:
    """The cube summed over all but some of its columns, once for all years."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._kept: dict[tuple[str, ...], dict[str, pd.DataFrame]] = {}

    def of(self, year: str, columns: tuple[str, ...]) -> pd.DataFrame:
        """The firearms of a year ("": not known) by some columns of the cube."""
        if columns not in self._kept:
            names = ", ".join(columns)
            found = self._connection.sql(
                f"SELECT COALESCE(CAST(year AS VARCHAR), '') AS year, {names}, "
                f"CAST(SUM(firearms) AS BIGINT) AS firearms FROM cube GROUP BY year, {names} ORDER BY {names}"
            ).df()
            self._kept[columns] = {str(said): part for said, part in found.groupby("year")}
        return self._kept[columns][year]


@dataclass(frozen=True)
class _Year:
    """One year of the cube."""

    cube: _Sums
    said: str

    def sums(self, *columns: str) -> pd.DataFrame:
        """The firearms by some columns of the cube."""
        return self.cube.of(self.said, columns)

    def along(self, column: str, codes: Sequence[str]) -> Counts:
        """The firearms of each of some codes, zero where there is none."""
        counts: Counts = self.sums(column).set_index(column)["firearms"].reindex(list(codes), fill_value=0).to_numpy()
        return counts


def _year(year: _Year, rows: dict[str, list[Row]], sources: Sequence[str], types: Sequence[str]) -> None:
    places = [f"{code:02}" for code in range(1, 33)]
    found = year.sums("us_state_code", "mx_state_code")
    keyed = found.set_index(["us_state_code", "mx_state_code"])["firearms"]
    # A pair that does not occur in records that name every place is a count of zero.
    every = pd.MultiIndex.from_product([list(sources), [*places, ""]])
    counts: Counts = keyed.reindex(every, fill_value=0).to_numpy(dtype=np.int64).reshape(len(sources), -1)
    hidden = table(counts)
    codes = [*places, NOWHERE]
    rows[PAIRS].append((year.said, US, MX, *_shown(counts.sum(), False)))
    for total, shut, code in zip(counts.sum(axis=1), hidden.rows, sources, strict=True):
        rows[PAIRS].append((year.said, code, MX, *_shown(total, shut)))
    for total, shut, code in zip(counts.sum(axis=0), hidden.columns, codes, strict=True):
        rows[PAIRS].append((year.said, US, code, *_shown(total, shut)))
    rows[PAIRS] += [
        (year.said, source, code, *_shown(counts[at, to], hidden.cells[at, to]))
        for at, source in enumerate(sources)
        for to, code in enumerate(codes)
    ]
    shut_sources = dict(zip(sources, hidden.rows, strict=True))
    shut_places = dict(zip([*places, ""], hidden.columns, strict=True))
    rows[COUNTIES] += _inside(year, "us_state_code", "county_id_fips", shut_sources, "")
    rows[MUNICIPALITIES] += _inside(year, "mx_state_code", "municipality_code", shut_places, "999")
    for name, column, known in ((TYPES, "type", types), (TIMES, "time_to_crime", [band for band, _ in BANDS])):
        values = year.along(column, [*known, ""])
        mask = line(values)
        mask = np.ones(len(values), dtype=bool) if mask is None else mask
        rows[name] += [
            (year.said, code, *_shown(value, shut))
            for code, value, shut in zip([*known, UNKNOWN], values, mask, strict=True)
        ]


def _inside(year: _Year, outer: str, inner: str, shut: dict[str, Mask], unknown: str) -> Iterator[Row]:
    """The parts of each state; one row with an empty part where none may be shown.

    Only parts with records stand there. Where a state's own total is suppressed, so are all of its parts.
    """
    found = year.sums(outer, inner)
    for state, part in found[found[outer] != ""].groupby(outer):
        values = part["firearms"].to_numpy(dtype=np.int64)
        mask = None if shut[str(state)] else line(values)
        if mask is None:
            yield (year.said, str(state), "", *_shown(1, True))
            continue
        for code, value, one in zip(part[inner].tolist(), values.tolist(), mask.tolist(), strict=True):
            yield (year.said, str(state), str(code) or f"{state}{unknown}", *_shown(value, one))


def _shown(count: int, suppressed: bool) -> tuple[str, str]:
    """The number as text and its status."""
    if suppressed:
        return "", Status.SUPPRESSED
    return str(count), Status.VALUE if count else Status.ZERO


def _frame(name: str, rows: list[Row], same: dict[str, str]) -> pd.DataFrame:
    columns = list(BY_NAME[name].names)
    frame = pd.DataFrame(rows, columns=[column for column in columns if column not in same], dtype=str)
    return frame.assign(**same)[columns]
