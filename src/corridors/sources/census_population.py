"""U.S. Census Bureau, annual estimates of the resident population by state (NST-ESTyyyy-ALLDATA), 1 July of each year.

One vintage holds all years since the census of 2020 and restates them, so a later vintage replaces the earlier one
whole: there is one row a state and year, and the card says which vintage it is.
"""

from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import fold, layout, shared
from corridors.sources.names import codes
from corridors.sources.problems import problem
from corridors.sources.renewal import gaps, renewed
from corridors.sources.tabular import Grid, Where, counts
from corridors.sources.tabular import read as read_csv

ID: Final = "census_population"
SOURCE: Final = "CENSUS_V2024"  # the id of the series since 2020; its card names the vintage
TABLE: Final = "us_population_state_year"
COUNT: Final = "population_july1"
NATION: Final = "US"
TERRITORY: Final = "PR"  # beside the states, and not in the country's total
_LEVELS: Final = ("010", "040")  # country and state
_EVERY: Final = ("010", "020", "030", "040")  # also regions and divisions
_SIGNATURE: Final = ("SUMLEV", "REGION", "DIVISION", "STATE", "NAME", "POPESTIMATE2020", "NPOPCHG_2020")


def recognise(content: Content) -> tuple[str, ...]:
    """The Bureau's summary levels and estimates in the header."""
    found = shared(content, _SIGNATURE)
    return (f"the columns {', '.join(found)}",) if len(found) > 3 and "SUMLEV" in found else ()


def read(content: Content, geodata: Path) -> Batch:
    """The country, the states, the District of Columbia and Puerto Rico; regions and divisions are left out."""
    grid = read_csv(content, layout(geodata, ID, "columns"))
    level = pc.utf8_lpad(grid.columns["level"].fill_null(""), 3, "0")
    rows = np.flatnonzero(np.asarray(pc.is_in(level, pa.array(_LEVELS))))
    _levels(grid, level)
    years = sorted(name for name in grid.columns if name.isdigit())
    grid.problems.extend(gaps("years", years, [str(year) for year in range(2020, int(years[-1]) + 1)]))
    states = _states(grid, rows, geodata)
    people = [counts(grid, year).take(pa.array(rows)) for year in years]
    grid.refuse()
    card, older = renewed(geodata, SOURCE, years[0], years[-1], **_document(years[-1]))
    table = frame(
        TABLE,
        {
            "year": pa.array(years * len(rows)),
            "state_code": pa.array(np.repeat(states, len(years))),
            COUNT: pa.array(np.column_stack([one.to_numpy() for one in people]).ravel()),
            "quality": "exact", "kind": "observed", "source_id": SOURCE,
        },
    )  # fmt: skip
    nation = people[-1].to_numpy()[states == NATION]
    return Batch(
        source=ID,
        edition=f"Vintage {years[-1]} ({years[0]} to {years[-1]})",
        published="",
        recognised_by=recognise(content),
        parts=(Part(TABLE, table, {"source_id": (SOURCE,)}),),
        totals={COUNT: int(nation[0])},
        warnings=(*older, *_nation(years, states, people)),
        cards=(card,),
    )


def _levels(grid: Grid, level: pa.Array) -> None:
    """A problem for a row whose level is none that the Bureau has: it may be that of a state."""
    known = np.asarray(pc.is_in(level, pa.array(_EVERY)))
    blank = np.asarray(grid.columns["level"].is_null())
    grid.report("empty", "level", np.flatnonzero(blank))
    grid.report("number", "level", np.flatnonzero(~known & ~blank))


def _states(grid: Grid, rows: Where, geodata: Path) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """The codes of the wanted rows, by FIPS; the printed name must be that of the code. All states, once each."""
    known = {row["fips"]: row["state_code"] for row in layout(geodata, ID, "states")}
    names = codes(geodata, "US") | {"united states": NATION}
    found = []
    for index in rows.tolist():
        fips, name = (grid.columns[column][index].as_py() or "" for column in ("fips", "name"))
        code = known.get(fips.zfill(2), "")
        if not code or names.get(fold(name)) != code:
            grid.report("state", "fips" if not code else "name", np.array([index]))
        elif code in found:
            grid.report("duplicate", "fips", np.array([index]))
        found.append(code)
    if missing := sorted(set(known.values()) - set(found) - {TERRITORY}):
        grid.problems.append(problem("states", missing=", ".join(missing)))
    return np.array(found, dtype=object)


def _document(vintage: str) -> dict[str, str]:
    name = f"NST-EST{vintage}-ALLDATA"
    return {
        "document": f"{name}: annual resident population estimates, Vintage {vintage}",
        "url": "https://www2.census.gov/programs-surveys/popest/datasets/"
        f"2020-{vintage}/state/totals/{name}.csv",
    }  # fmt: skip


def _nation(
    years: list[str], states: np.ndarray[tuple[int], np.dtype[np.object_]], people: list[pa.Array]
) -> list[Note]:
    """The first year whose states do not add up to the printed country, if there is one."""
    inside = (states != NATION) & (states != TERRITORY)
    for year, cells in zip(years, people, strict=True):
        values = cells.to_numpy()
        added, printed = int(values[inside].sum()), int(values[states == NATION][0])
        if added != printed:
            return [Note("nation", {"year": year, "sum": added, "printed": printed})]
    return []
