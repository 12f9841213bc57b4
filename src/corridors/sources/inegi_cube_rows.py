"""The two kinds of cube export as rows of our tables, with the checks that a reader could do on paper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa

from corridors.sources.batch import Note, Part
from corridors.sources.frames import coded, frame
from corridors.sources.inegi_cube_keys import TOWNS_OF, Codes, areas, row_codes, whole, written
from corridors.sources.inegi_cube_table import TOTAL, Counts, Cube
from corridors.sources.inegi_slips import slips
from corridors.sources.inegi_states import COUNTRY
from corridors.sources.layouts import layout
from corridors.sources.problems import Problem, Refused, problem, refuse
from corridors.sources.towns import TOWNS, known_towns, town_texts

OCCURRENCE: Final = "homicides_inegi_by_occurrence_state"
REGISTRATION: Final = "homicides_inegi_by_registration_state"
STATES_YEAR: Final = "mx_homicides_state_year"
STATES_MONTH: Final = "mx_homicides_state_month_inegi_1990_2015"
STATES_MONTH_REGISTRATION: Final = "mx_homicides_state_month_inegi_registration"
TOWNS_YEAR: Final = "mx_homicides_municipality_year"
FIRST: Final = 1985
LAST: Final = 2100
_YEAR: Final = "Año de registro"
_MONTH: Final = "Mes de registro"
_PRINTED: Final = {"quality": "exact", "kind": "observed"}


@dataclass(frozen=True)
class Found:
    """What one export holds. `as_shipped`: the caveats of the card that ships still hold word for word."""

    edition: str
    partition: str
    parts: tuple[Part, ...]
    totals: Mapping[str, int]
    notes: tuple[Note, ...]
    years: tuple[int, ...]
    as_shipped: bool = True


def occurrence(cube: Cube, geodata: Path, source: str) -> Found:
    """One year of registration: states and municipalities of occurrence by month of registration.

    Rows come as the tables hold them: months and states sorted, municipalities as printed.
    """
    _plain(cube, free=_YEAR, depth=2)
    year = _one_year(cube)
    months = _months(cube, geodata)
    codes = row_codes(cube, geodata)
    heads, towns = np.flatnonzero(codes < TOWNS_OF), np.flatnonzero(codes >= TOWNS_OF)
    at = heads[np.argsort(codes[heads])]
    states = [written(code) for code in codes[at].tolist()]
    every = {**_PRINTED, "source_id": source, "year": year}
    monthly = frame(STATES_MONTH, {
        **every, "month": coded(months, np.repeat(np.arange(len(months)), len(states))),
        "state_code": coded(states, np.tile(np.arange(len(states)), len(months))),
        OCCURRENCE: cube.values[at, 1:].T.ravel(),
    })  # fmt: skip
    yearly = _yearly(geodata, OCCURRENCE, source, [year] * len(states), states, cube.values[at, 0])
    local = frame(TOWNS_YEAR, {
        **every, "municipality_code": town_texts(codes[towns]), "homicides": cube.values[towns, 0],
    })  # fmt: skip
    total = int(cube.values[at[0], 0])  # the country is the first
    return Found(
        edition=f"deaths registered in {year}, by municipality of occurrence",
        partition=f"year={year}",
        parts=(
            Part(STATES_YEAR, yearly, {"measure": (OCCURRENCE,), "year": (year,)}),
            Part(STATES_MONTH, monthly, {"year": (year,)}),
            Part(TOWNS_YEAR, local, {"year": (year,)}),
            *_new_names(geodata, codes, cube.columns[1], source),
        ),
        totals={OCCURRENCE: total},
        notes=whole(cube, codes),
        years=(int(year),),
    )


def registration(cube: Cube, geodata: Path, source: str) -> Found:
    """States of registration by year: the whole years, or one month of every year."""
    month = cube.filters.get(_MONTH, "")
    _plain(cube, free=_MONTH, depth=1)
    states = areas(cube, geodata)
    years = _years(cube)
    order = np.argsort(states, kind="stable")
    flat = [states[at] for at in order for _ in years]
    dates = [str(year) for _ in states for year in years]
    values = cube.values[:, order].T.ravel()
    span = f"{min(years)}-{max(years)}"
    totals = {REGISTRATION: int(cube.values[:, 0].sum())}
    off = cube.values[:, 0] - cube.sums()
    notes = slips(
        [(str(years[at]), int(cube.values[at, 0]), int(cube.sums()[at])) for at in np.flatnonzero(off).tolist()]
    )
    if month == TOTAL:
        rows = _yearly(geodata, REGISTRATION, source, dates, flat, values)
        scope = {"measure": (REGISTRATION,), "year": tuple(map(str, years))}
        return Found(
            f"deaths registered in {span}, by state of registration", "", (Part(STATES_YEAR, rows, scope),), totals,
            notes, tuple(years), _as_noted(geodata, rows),
        )  # fmt: skip
    numbers = {row["name"]: row["month"] for row in layout(geodata, "inegi_cube", "months")}
    if month not in numbers:
        raise refuse("cube_selection", column=_MONTH, found=month)
    rows = frame(STATES_MONTH_REGISTRATION, {
        **_PRINTED, "source_id": source, "year": dates, "month": numbers[month], "state_code": flat,
        REGISTRATION: values,
    })  # fmt: skip
    part = Part(STATES_MONTH_REGISTRATION, rows, {"month": (numbers[month],)})
    edition = f"deaths registered in month {numbers[month]} of {span}, by state of registration"
    return Found(edition, f"month={numbers[month]}", (part,), totals, notes, tuple(years))


def _yearly(
    geodata: Path, measure: str, source: str, years: Sequence[str], states: Sequence[str], values: Counts
) -> pa.Table:
    """Rows of the table of states and years; a year's note is that of the layout, by the total of the country."""
    rows = [row for row in layout(geodata, "inegi_cube", "notes") if row["measure"] == measure]
    said = {(row["year"], row["total"]): row["note"] for row in rows}
    totals = {year: str(value) for year, state, value in zip(years, states, values, strict=True) if state == COUNTRY}
    notes = [said.get((year, totals[year]), said["", ""]) for year in years]
    return frame(STATES_YEAR, {
        **_PRINTED, "source_id": source, "measure": measure, "year": list(years), "state_code": list(states),
        "value": values, "note": notes,
    })  # fmt: skip


def _as_noted(geodata: Path, rows: pa.Table) -> bool:
    """Whether every exception that the layout knows is still what the file prints."""
    exceptions = {
        row["note"] for row in layout(geodata, "inegi_cube", "notes") if row["measure"] == REGISTRATION and row["year"]
    }
    return exceptions <= set(rows["note"].unique().to_pylist())


def _new_names(geodata: Path, codes: Codes, names: Sequence[str], source: str) -> tuple[Part, ...]:
    """Names of municipalities that the present table does not have; a name that it has is left as it is."""
    new = np.flatnonzero((codes >= TOWNS_OF) & ~known_towns(geodata)[codes])
    if not new.size:
        return ()
    columns = {
        "municipality_code": town_texts(codes[new]), "municipality_name": [names[at].strip() for at in new.tolist()],
        "source_id": source,
    }  # fmt: skip
    return (Part(TOWNS, frame(TOWNS, columns)),)


def _year(text: str) -> int | None:
    found = text.strip()
    return int(found) if re.fullmatch(r"[0-9]{4}", found) and FIRST <= int(found) <= LAST else None


def _one_year(cube: Cube) -> str:
    """The year of registration in the titles. Refused when it is not one year."""
    said = cube.filters.get(_YEAR, "")
    if _year(said) is None:
        raise Refused([problem("year", column=_YEAR, found=said, first=FIRST, last=LAST)])
    return said


def _years(cube: Cube) -> list[int]:
    """The years of the rows. Refused with every row whose key is none, or stands twice."""
    found: list[int] = []
    problems: list[Problem] = []
    for labels, row in zip(cube.labels, cube.rows, strict=True):
        year = _year(labels[0])
        if year is None:
            problems.append(problem("year", row=row, column=_YEAR, found=labels[0], first=FIRST, last=LAST))
        elif year in found:
            problems.append(problem("duplicate", row=row, column=_YEAR, found=year))
        else:
            found.append(year)
    if problems:
        raise Refused(problems)
    return found


def _plain(cube: Cube, free: str, depth: int) -> None:
    """Refused when a title other than the one that names the part is not `Total`, or rows are not labelled as such."""
    if len(cube.columns) != depth:
        raise Refused([problem("header", row=cube.header_row, found=len(cube.columns), wanted=TOTAL)])
    chosen = {name: value for name, value in cube.filters.items() if name != free and value != TOTAL}
    if chosen:
        raise Refused([problem("cube_selection", column=name, found=value) for name, value in chosen.items()])


def _months(cube: Cube, geodata: Path) -> list[str]:
    """The numbers of the months across. Refused when they are not the twelve, in order."""
    rows = layout(geodata, "inegi_cube", "months")
    names = [row["name"] for row in rows]
    if list(cube.header[1:]) != names:
        found = ", ".join(cube.header[1:])
        raise Refused([problem("header", row=cube.header_row, found=found, wanted=", ".join(names))])
    return [row["month"] for row in rows]
