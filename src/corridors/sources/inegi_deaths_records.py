"""From some hundred thousand records of deaths to the homicides among them, with their places and years.

Only the cause of every record is looked at; the other columns are read for the homicides alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow.compute as pc

from corridors.sources import dbf, tabular
from corridors.sources.content import Content
from corridors.sources.inegi_states import STATES
from corridors.sources.layouts import Row, layout
from corridors.sources.problems import LISTED, Problem, Refused, problem, refuse

FIRST: Final = 1985
LAST: Final = 2100
_PLACES: Final = ("occurrence_state", "residence_state", "registration_state")
_NINETIES: Final = 1900  # what a year of two digits counts from: such files end before 2000
_ID: Final = "inegi_deaths"
Mask = npt.NDArray[np.bool_]
Causes = npt.NDArray[np.bytes_]


@dataclass(frozen=True)
class Deaths:
    """The homicides registered in a year. `rows`: `occurrence_state`, `residence_state`, `registration_state` (our
    codes), `municipality_code` (of occurrence, as printed), `occurrence_year` (missing: not known) and `firearm`.
    `total`: the deaths of all causes in the file; `revision`: of the ICD."""

    year: int
    revision: str
    total: int
    rows: pd.DataFrame


@dataclass(frozen=True)
class Records:
    """A file of records. `causes` are their codes, or the distinct ones with `at`, the place of each record's code.

    `cells` gives a column (by our name) for the records of a mask, as text; its index is that of `row`, which gives
    the record or the line of the file. `printed` are the publisher's names of the columns.
    """

    causes: Causes
    at: npt.NDArray[np.int64] | None
    printed: Mapping[str, str]
    cells: Callable[[str, Mask], pd.Series]
    row: Callable[[int], int]
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, name: str, wrong: pd.Series) -> None:
        """A problem for each of some cells of a column."""
        self.problems.extend(
            problem(code, row=self.row(int(str(at))), column=self.printed[name], found=cell)
            for at, cell in wrong.iloc[:LISTED].items()
        )


def homicides(content: Content, geodata: Path) -> Deaths:
    """The homicides of a file. Refused when the causes, the places or the years are not what they should be."""
    columns = layout(geodata, _ID, "columns")
    records = _dbf(content, columns) if content.kind == "dbf" else _csv(content, columns)
    revision, counted = _counted(records, layout(geodata, _ID, "causes"))
    killed = counted["homicides"]
    states = {**{state: state for state in STATES}, **_areas(geodata)}
    places = {name: _numbers(records, name, killed, 2).map("{:02d}".format) for name in _PLACES}
    rows = pd.DataFrame({name: _states(records, name, found, states) for name, found in places.items()})
    town = _numbers(records, "occurrence_municipality", killed, 3)
    rows["municipality_code"] = places["occurrence_state"] + town.map("{:03d}".format)
    year = _registered(records, killed, content.hints)
    rows["occurrence_year"] = _happened(records, killed, year, layout(geodata, _ID, "unknown_years"))
    if records.problems:
        raise Refused(records.problems)
    rows["firearm"] = counted["firearm_homicides"][killed]
    return Deaths(year, revision, len(killed), rows.reset_index(drop=True))


def _dbf(content: Content, columns: Iterable[Row]) -> Records:
    """The records of a dBASE table; a file too large for memory is read in place."""
    table = dbf.read(content.data or dbf.mapped(content.path))
    there = {one.name for one in table.fields}
    printed = {row["name"]: row["header"] for row in columns if row["header"] in there}
    missing = {row["name"]: row["header"] for row in columns if row["required"] == "yes" and row["name"] not in printed}
    if missing:
        raise Refused([problem("header", wanted=header) for header in missing.values()])
    return Records(
        causes=table.raw(printed["cause"]),
        at=None,
        printed=printed,
        cells=lambda name, rows: table.cells(printed[name], rows),
        row=lambda record: record,
    )


def _csv(content: Content, columns: Iterable[Row]) -> Records:
    """The records of a CSV, its header in any case."""
    grid = tabular.read(content, columns, coded=("cause",))
    grid.refuse()
    coded = grid.columns["cause"]
    # A letter outside ASCII is in no code: the cell stays what it is, and no homicide.
    causes = np.array([*(cause.encode() for cause in coded.dictionary.to_pylist()), b""], dtype="S8")
    blank = len(causes) - 1

    def cells(name: str, rows: Mask) -> pd.Series:
        at = np.flatnonzero(rows)
        return pd.Series(pc.fill_null(grid.columns[name].take(at), "").to_pandas().to_numpy(), index=at, dtype="str")

    return Records(
        causes=causes,
        at=pc.fill_null(coded.indices, blank).to_numpy(zero_copy_only=False),
        printed={name: grid.shape.header[at] for name, at in grid.shape.at.items()},
        cells=cells,
        row=grid.row,
    )


def _counted(records: Records, ranges: Iterable[Row]) -> tuple[str, dict[str, Mask]]:
    """The revision of the ICD, and which records fall into each range of codes.

    Codes of the tenth revision begin with a letter, those of the ninth (external causes without their E) with a
    digit. Refused when a file has both, or no homicide.
    """
    first = records.causes.astype("S1")
    letters, digits = ((first >= low) & (first <= high) for low, high in ((b"A", b"Z"), (b"0", b"9")))
    revision = "ICD-10" if letters.any() else "ICD-9"
    counted: dict[str, Mask] = {}
    for row in ranges:
        if row["revision"] == revision:
            low, high = row["first"].encode(), row["last"].encode()
            prefix = records.causes.astype(f"S{len(low)}")
            inside = (prefix >= low) & (prefix <= high)
            counted[row["counted"]] = inside if records.at is None else inside[records.at]
    if (letters.any() and digits.any()) or not counted["homicides"].any():
        raise refuse("deaths_causes", column=records.printed["cause"])
    return revision, counted


def _areas(geodata: Path) -> dict[str, str]:
    return {row["code"]: row["state_code"] for row in layout(geodata, _ID, "areas")}


def _numbers(records: Records, name: str, rows: Mask, digits: int) -> pd.Series:
    """A column of codes as whole numbers (0 where a cell is none, which is then a problem of the file)."""
    cells = records.cells(name, rows).str.strip()
    good = cells.str.fullmatch(rf"\d{{1,{digits}}}(?:\.0*)?")
    records.report("number", name, cells[~good])
    return cells.where(good, "0").str.partition(".")[0].astype("int64")


def _states(records: Records, name: str, found: pd.Series, states: Mapping[str, str]) -> pd.Series:
    """A column of places as our codes of states, abroad and not known."""
    codes = found.map(states)
    records.report("area_code", name, found[codes.isna()])
    return codes


def _registered(records: Records, rows: Mask, hints: Mapping[str, str]) -> int:
    """The one year in which all were registered: the column says it, or the person where there is none."""
    said = hints.get("year", "")
    if "registration_year" not in records.printed:
        if not (said.isdecimal() and FIRST <= int(said) <= LAST):
            raise refuse("year_unknown", found=said)
        return int(said)
    found = _numbers(records, "registration_year", rows, 4)
    years = sorted(set(found.where(found > 99, found + _NINETIES)))
    if len(years) != 1 or not FIRST <= years[0] <= LAST:
        printed = ", ".join(map(str, years))
        wrong = problem("one_year", column=records.printed["registration_year"], found=printed)
        raise Refused([*records.problems, wrong])
    if said and said != str(years[0]):
        raise refuse("year_said", found=str(years[0]))
    return int(years[0])


def _happened(records: Records, rows: Mask, registered: int, unknown: Iterable[Row]) -> pd.Series:
    """The years of occurrence, missing where they are not known; two digits are of the nineteen-hundreds."""
    found = _numbers(records, "occurrence_year", rows, 4)
    wide = 4 if (found > 99).any() else 2
    missing = {int(row["value"]) for row in unknown if row["digits"] == str(wide)} - {registered - _NINETIES}
    known = found.where(~found.isin(missing)).astype("Int64")
    return known if wide == 4 else known + _NINETIES
