"""CONAPO's long tables of people (a row an age and sex, a row a sex, or a row a place) added up by year and place."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow.csv as pacsv

from corridors.model.tables import BY_NAME
from corridors.sources.batch import Note
from corridors.sources.content import Content
from corridors.sources.encoding import mend
from corridors.sources.inegi_slips import slips
from corridors.sources.inegi_states import certain, mended
from corridors.sources.layouts import fold, layout, shared
from corridors.sources.problems import LISTED, Refused, problem
from corridors.sources.tabular import Grid, counts, one_of
from corridors.sources.tabular import read as read_csv

FIRST: Final = 1900
LAST: Final = 2100
MAX_CODE: Final = 32_999  # five digits of INEGI: the last of the last state
STATES: Final = "mx_population_state_year"
_SEXES: Final = 3  # both (a printed total), men, women
Whole = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class People:
    """People of both sexes and all ages: a row a year and a column a code (both sorted), NaN where there is none.

    `header` are the file's columns, folded; `notes` say what was mended, and where a printed total is not the sum.
    """

    years: Whole
    codes: Whole
    values: Matrix
    header: frozenset[str]
    notes: tuple[Note, ...]

    def within(self, table: str) -> "People":
        """The years that a table carries. Refused when there is none."""
        first, last = BY_NAME[table].years or (FIRST, LAST)
        kept = (self.years >= first) & (self.years <= last)
        if not kept.any():
            raise Refused([problem("year", first=first, last=last)])
        return replace(self, years=self.years[kept], values=self.values[kept])


def columns_told(content: Content, layouts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """What tells one of CONAPO's files: all columns of one of some layouts, in a CSV or in a workbook's first row."""
    first = content.sheets[0].rows[:1] if content.kind == "xlsx" and content.sheets else []
    header = {fold(str(cell)) for row in first for cell in row}
    for wanted in layouts:
        if len(shared(content, wanted)) == len(wanted) or header.issuperset(map(fold, wanted)):
            return (f"the columns {', '.join(wanted)}",)
    return ()


def people(content: Content, geodata: Path, id: str) -> People:
    """The people of a file. Refused with every cell that is none of what it should be, every row that stands twice,
    and every place and year with one sex alone."""
    plain, notes = _whole(_as_csv(content), geodata)
    grid = read_csv(plain, layout(geodata, id, "columns"), coded=("sex", "age"), summed=("year", "code", "population"))
    year, code, number = (counts(grid, name) for name in ("year", "code", "population"))
    known = {fold(row["name"]): row["code"] for row in layout(geodata, id, "sexes")}
    sexes = one_of(grid, "sex", known, "sex") if "sex" in grid.columns else None
    grid.refuse()
    _bounded(grid, "year", year.to_numpy(), FIRST, LAST)
    _bounded(grid, "code", code.to_numpy(), 0, MAX_CODE)
    grid.refuse()
    sex = np.zeros(len(grid), dtype=np.int64)
    if sexes is not None:
        sex = np.array([int(one) for one in sexes.dictionary.to_pylist()])[sexes.indices.to_numpy()]
    years, at_year = _places(year.to_numpy())
    codes, at_code = _places(code.to_numpy())
    cell = (at_year * len(codes) + at_code) * _SEXES + sex
    _once(grid, cell)
    shape = (len(years), len(codes), _SEXES)
    size = int(np.prod(shape))
    sums: Matrix = np.bincount(cell, weights=number.to_numpy(), minlength=size).astype(np.float64)
    sums[np.bincount(cell, minlength=size) == 0] = np.nan
    printed, men, women = (sums.reshape(shape)[:, :, one] for one in range(_SEXES))
    added: Matrix = men + women
    _both(years, codes, men, women)
    off = differing(years, codes, printed, added)
    values = np.where(np.isnan(added), printed, added)
    return People(years, codes, values, frozenset(map(fold, grid.shape.header)), (*notes, *off))


def later(last: int, kept: Whole) -> tuple[Note, ...]:
    """A warning where the file's own total is of a later year than the tables carry."""
    return (Note("total_year", {"year": last, "last": int(kept[-1])}),) if last > kept[-1] else ()


def differing(years: Whole, codes: Whole, printed: Matrix, added: Matrix) -> tuple[Note, ...]:
    """A warning where printed people (by year and code) are not what their parts add up to."""
    rows, columns = np.nonzero(~np.isnan(printed) & ~np.isnan(added) & (printed != added))
    return slips([
        (f"{codes[column]}, {years[row]}", int(printed[row, column]), int(added[row, column]))
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ])  # fmt: skip


def present_states(geodata: Path, years: Whole, codes: Whole) -> Matrix:
    """The people of states and country that are there, for some years and codes; NaN where there are none."""
    path = geodata / "facts" / f"{STATES}.csv"
    stamp = path.stat()
    year, code, number = _present(path, stamp.st_mtime_ns, stamp.st_size)
    at, to = (
        np.minimum(np.searchsorted(wanted, there), len(wanted) - 1) for wanted, there in ((years, year), (codes, code))
    )
    known = (years[at] == year) & (codes[to] == code)
    found = np.full((len(years), len(codes)), np.nan)
    found[at[known], to[known]] = number[known]
    return found


@lru_cache(maxsize=2)
def _present(path: Path, _changed: int, _size: int) -> tuple[Whole, Whole, Whole]:
    """The years, codes and people of the present table, read once while it stays as it is."""
    names = ["year", "state_code", "population_mid_year"]
    table = pacsv.read_csv(path, convert_options=pacsv.ConvertOptions(include_columns=names))
    year, code, number = (table[name].to_numpy() for name in names)
    return year, code, number


def _whole(content: Content, geodata: Path) -> tuple[Content, tuple[Note, ...]]:
    """The file as it is, or with its letters mended where that is certain."""
    try:
        _ = content.decoded
    except Refused:
        decoded = mend(content.data, certain(geodata, frozenset()))
        return replace(content, data=decoded.text.encode()), mended(decoded)
    return content, ()


def _as_csv(content: Content) -> Content:
    """The first sheet of a workbook as CSV: the same columns are published as both."""
    if content.kind != "xlsx":
        return content
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(_plain(content))
    return replace(content, kind="csv", data=out.getvalue().encode())


def _plain(content: Content) -> Iterator[list[object]]:
    for row in content.sheets[0].rows:
        yield [int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in row]


def _bounded(grid: Grid, name: str, values: Whole, first: int, last: int) -> None:
    """A problem for each year or code that is outside of what there can be."""
    column = grid.shape.header[grid.shape.at[name]]
    wrong = np.flatnonzero((values < first) | (values > last))[:LISTED]
    code = "year" if name == "year" else "municipality"
    grid.problems.extend(
        problem(code, row=grid.row(at), column=column, found=values[at], first=first, last=last)
        for at in wrong.tolist()
    )


def _places(values: Whole) -> tuple[Whole, Whole]:
    """The distinct values, sorted, and the place of each value among them."""
    there = np.bincount(values) > 0
    return np.flatnonzero(there), (np.cumsum(there) - 1)[values]


def _once(grid: Grid, cell: Whole) -> None:
    """Refused when a year, place, sex and age stand twice."""
    ages = grid.columns.get("age")
    key = cell if ages is None else cell * (len(ages.dictionary) + 1) + ages.indices.fill_null(-1).to_numpy() + 1
    if len(cell) and np.bincount(key).max() > 1:
        _, first = np.unique(key, return_index=True)
        grid.report("duplicate", "code", np.setdiff1d(np.arange(len(key)), first))
        grid.refuse()


def _both(years: Whole, codes: Whole, men: Matrix, women: Matrix) -> None:
    """Refused when a place and year has men alone, or women alone."""
    rows, columns = np.nonzero(np.isnan(men) != np.isnan(women))
    if rows.size:
        pairs = zip(rows[:LISTED].tolist(), columns[:LISTED].tolist(), strict=True)
        raise Refused([problem("one_sex", found=f"{codes[column]}, {years[row]}") for row, column in pairs])
