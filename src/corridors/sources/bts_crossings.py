"""BTS, Border Crossing/Entry Data: entries into the United States by port, month and measure, as one CSV since 1996.

The original (both borders, coordinates, dates in one of three forms) and the monthly table of the Mexican border alone
are the same rows; `layouts/bts_crossings` has their headers, dates and spellings. Northbound only.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from corridors.sources import bts_ports
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import fold, layout, shared
from corridors.sources.problems import problem
from corridors.sources.renewal import MONTH, MONTHS, gaps, months, renewed
from corridors.sources.tabular import Grid, Where, counts, one_of, ordered, recoded
from corridors.sources.tabular import read as read_csv

ID: Final = "bts_crossings"
SOURCE: Final = "BTS_BORDER"
TABLE: Final = "border_crossings_year"
FIRST: Final = "1996-01"
MAIN: Final = "Personal Vehicle Passengers"
_SIGNATURE: Final = ("Port Name", "State", "Port Code", "Measure", "Value")
_PORT: Final = re.compile(r"[0-9]{3,4}")  # the first zero of a Canadian port is often lost
_CODED: Final = ("port_code", "border", "date", "measure")


@dataclass(frozen=True)
class _Rows:
    """The rows of the Mexican border: their places in the file, their values, and port, month and measure as numbers
    of the lists beside them."""

    at: Where
    value: Where
    port: Where
    ports: list[str]
    month: Where
    months: list[str]
    measure: Where
    measures: list[str]

    def said(self, index: int) -> tuple[str, str, str]:
        """Port code, month and measure of a row."""
        return self.ports[self.port[index]], self.months[self.month[index]], self.measures[self.measure[index]]


def recognise(content: Content) -> tuple[str, ...]:
    """Port, measure and value in the header."""
    found = shared(content, _SIGNATURE)
    return (f"the columns {', '.join(found)}",) if {"Port Name", "Port Code", "Measure"} <= set(found) else ()


def read(content: Content, geodata: Path) -> Batch:
    """The whole series since 1996, or one year of it. Refused when ports, months or measures are missing, or when one
    port, month and measure has several values and `conflicts.csv` does not say which holds."""
    # Without coordinates the file can bring no port that is new, and names are those of the present data.
    placed = shared(content, ("Latitude", "Point", "Location"))
    wanted = [row for row in layout(geodata, ID, "columns") if placed or row["name"] not in ("port_name", "state")]
    grid = read_csv(content, wanted, coded=_CODED, summed=("value",))
    rows, canada = _rows(grid, geodata)
    grid.refuse()
    first, last = rows.months[0], rows.months[-1]
    year = first[:4] if first.endswith("-01") and first[:4] == last[:4] else ""
    grid.problems.extend(gaps("months", rows.months, months(first if year else FIRST, max(last, FIRST))))
    cube, doubles = _once(grid, rows, geodata)
    present = bts_ports.known(geodata)
    _whole(grid, rows, geodata, frozenset() if year else frozenset(present))
    # For each port the row of its last month.
    of_port = {code: int(rows.at[row[row >= 0][-1]]) for code, row in zip(rows.ports, cube.max(axis=1), strict=True)}
    places = bts_ports.ports(grid, of_port, present, SOURCE)
    grid.refuse()
    named = present | dict(zip(*(places[name].to_pylist() for name in ("port_code", "port_name")), strict=True))
    names = [named[code] for code in rows.ports]
    counted = np.where(cube >= 0, rows.value[cube], 0)
    card, older = renewed(geodata, SOURCE, FIRST, last)
    scope = {"source_id": (SOURCE,)} | ({"year": (year,)} if year else {})
    return Batch(
        source=ID,
        edition=f"{first} to {last}",
        published="",
        recognised_by=recognise(content),
        parts=(
            Part(TABLE, _years(rows, cube >= 0, counted, names), scope),
            *((Part(bts_ports.TABLE, places),) if len(places) else ()),
        ),
        totals=_totals(rows, counted),
        partition=f"year={year}" if year else "",
        warnings=(*canada, *doubles, *(() if year else older)),
        # One earlier year does not change what the series covers.
        cards=() if year and older else (card,),
    )


def _rows(grid: Grid, geodata: Path) -> tuple[_Rows, list[Note]]:
    spelled = {fold(row["spelling"]): row["measure"] for row in layout(geodata, ID, "measures")}
    patterns = [re.compile(row["pattern"]) for row in layout(geodata, ID, "dates")]
    dates = [_month(one.strip(), patterns) for one in grid.columns["date"].dictionary.to_pylist()]
    ports = [one.strip() for one in grid.columns["port_code"].dictionary.to_pylist()]
    codes = [one.zfill(4) if _PORT.fullmatch(one) else None for one in ports]
    columns = (
        recoded(grid, "port_code", codes, "port"),
        recoded(grid, "date", dates, "month"),
        one_of(grid, "measure", spelled, "crossing"),
    )
    value = counts(grid, "value")
    notes = []
    at = np.arange(len(grid))
    if "border" in grid.columns:
        borders = {fold(row["spelling"]): row["border"] for row in layout(geodata, ID, "borders")}
        border = one_of(grid, "border", borders, "border")
        grid.refuse()
        at = np.flatnonzero(np.asarray(pc.equal(border.dictionary, "MX"))[np.asarray(border.indices)])
        if canada := len(grid) - len(at):
            notes.append(Note("bts_canada", {"rows": canada}))
    if not len(at):
        grid.problems.append(problem("no_rows", row=grid.shape.row))
    grid.refuse()
    if len(at) < len(grid):
        columns, value = tuple(cells.take(pa.array(at)) for cells in columns), value.take(pa.array(at))
    port, month, measure = (ordered(cells) for cells in columns)
    return _Rows(at, value.to_numpy(), *port, *month, *measure), notes


def _month(text: str, patterns: list[re.Pattern[str]]) -> str | None:
    """A date as YYYY-MM, from any of the forms that BTS writes dates in; None for no date."""
    match = next((found for pattern in patterns if (found := pattern.fullmatch(text))), None)
    if match is None:
        return None
    said = match["month"]
    month = f"{match['year']}-{int(said) if said.isdigit() else MONTHS.get(said.upper(), 0):02d}"
    return month if MONTH.fullmatch(month) else None


def _once(grid: Grid, rows: _Rows, geodata: Path) -> tuple[Where, list[Note]]:
    """The row that counts for each port, measure and month, as a cube of rows (-1: none).

    Of rows that stand twice it is the first, of rows that contradict each other the one decided on.
    """
    shape = (len(rows.ports), len(rows.measures), len(rows.months))
    key = (rows.port * shape[1] + rows.measure) * shape[2] + rows.month
    row = np.full(np.prod(shape), -1)
    row[key[::-1]] = np.arange(len(key))[::-1]  # the first of several is written last
    if np.count_nonzero(row >= 0) == len(key):
        return row.reshape(shape), []
    decided = {(one["port_code"], one["month"], one["measure"]): int(one["kept"]) for one in _conflicts(geodata)}
    twice = np.flatnonzero(np.bincount(key)[key] > 1)
    notes, same = [], 0
    for _, group in pd.Series(twice).groupby(key[twice]):
        these = group.to_numpy()
        values, said = rows.value[these], rows.said(these[0])
        if len(distinct := sorted(set(values.tolist()))) == 1:
            same += len(these) - 1
        elif (kept := decided.get(said)) in distinct:
            row[key[these[0]]] = these[np.flatnonzero(values == kept)[0]]
            named = {"port": said[0], "month": said[1], "measure": said[2], "kept": str(kept)}
            notes.append(Note("bts_conflict", {**named, "values": ", ".join(map(str, distinct))}))
        else:
            grid.report("conflict", "value", rows.at[these])
    return row.reshape(shape), [*([Note("bts_duplicates", {"rows": same})] if same else []), *notes]


def _conflicts(geodata: Path) -> tuple[dict[str, str], ...]:
    return tuple(dict(row) for row in layout(geodata, ID, "conflicts"))


def _whole(grid: Grid, rows: _Rows, geodata: Path, present: frozenset[str]) -> None:
    """A problem when ports of the present data or measures are not in the file: it is a selection."""
    measures = {row["measure"] for row in layout(geodata, ID, "measures")}
    missing = sorted(present - set(rows.ports)) + sorted(measures - set(rows.measures))
    if missing:
        grid.problems.append(problem("crossings", missing=", ".join(missing)))


def _years(rows: _Rows, there: npt.NDArray[np.bool_], counted: Where, names: list[str]) -> pa.Table:
    """Sums by year, port (in the order of their names) and measure, with the number of months in each."""
    by_name = sorted(range(len(names)), key=names.__getitem__)
    first: dict[str, int] = {}
    for number, month in enumerate(rows.months):
        first.setdefault(month[:4], number)
    years, starts = list(first), list(first.values())
    months = np.add.reduceat(there.astype(np.int64), starts, axis=2)
    sums = np.add.reduceat(counted, starts, axis=2)
    # (port, measure, year) -> (year, port by name, measure), and only where there is a month.
    months, sums = (one[by_name].transpose(2, 0, 1) for one in (months, sums))
    at = np.nonzero(months)
    lists = (years, [rows.ports[index] for index in by_name], rows.measures)
    said = [pa.array(names).take(pa.array(places)) for names, places in zip(lists, at, strict=True)]
    columns = dict(zip(("year", "port_code", "measure"), said, strict=True))
    numbers = {"value": pa.array(sums[at]), "months_in_year": pa.array(months[at])}
    return frame(TABLE, columns | numbers | {"quality": "derived", "kind": "derived", "source_id": SOURCE})


def _totals(rows: _Rows, counted: Where) -> dict[str, int | float]:
    found = dict(zip(rows.measures, counted.sum(axis=(0, 2)).tolist(), strict=True))
    return {MAIN: found.pop(MAIN), **found}
