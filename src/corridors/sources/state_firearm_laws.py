"""State Firearm Laws (Siegel and others): provisions by state and year, and their codebook, as CSV or workbook.

The edition of 2020 has 134 provisions and is separated by `;`, that of 2017 by `,`. A name ending in `h` is about
handguns, in `l` about long guns. `lawtotal` is as printed: it counts all provisions, not those that are kept here.
"""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corridors.model.cards import Card
from corridors.model.measures import LAW_VARIABLES
from corridors.model.tables import BY_NAME
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.frames import frame
from corridors.sources.layouts import TITLES, Row, fold, layout, shared
from corridors.sources.names import codes
from corridors.sources.problems import Refused, problem
from corridors.sources.renewal import gaps, renewed
from corridors.sources.tabular import Grid, Where, counts, flags, one_of, ordered, sorting
from corridors.sources.tabular import read as read_csv
from corridors.sources.workbook import Sheet

ID: Final = "state_firearm_laws"
SOURCE: Final = "SFL_2020"
TABLE: Final = "us_gun_laws_state_year"
CODEBOOK: Final = "us_gun_laws_codebook"
TOTAL: Final = "lawtotal"
FIRST: Final = 1991
_WITHOUT: Final = ("DC", "PR", "GU", "VI", "MP")  # the database has no score for them
_SIGNATURE: Final = ("state", "year", "universal", "universalh", "mayissue", "gvro", "felony", "lawtotal")
_BOOK: Final = ("Category Code", "Category", "Sub-Category", "Variable Name")


def recognise(content: Content) -> tuple[str, ...]:
    """The names of provisions in a header, or the header of the codebook."""
    try:
        sheets = content.sheets
    except Refused:
        return ()
    headers = [[_shared(sheet, wanted) for wanted in (_SIGNATURE, _BOOK)] for sheet in sheets]
    found = []
    for laws, book in headers or [[shared(content, wanted) for wanted in (_SIGNATURE, _BOOK)]]:
        if len(laws) > 5:
            found.append(f"the columns {', '.join(laws)}")
        elif len(book) == len(_BOOK):
            found.append(f"the columns {', '.join(book)} of the codebook")
    return tuple(found)


def read(content: Content, geodata: Path) -> Batch:
    """All states and years of an edition, its codebook, or both. Refused when a state, a year or a provision that is
    shown is missing; a provision that this product does not know is a note."""
    parts: list[Part] = []
    notes: list[Note] = []
    cards: tuple[Card, ...] = ()
    totals: dict[str, int | float] = {}
    edition = "codebook"
    for one in _tables(content):
        if len(shared(one, _SIGNATURE)) > 5:
            part, years, said = _laws(one, geodata)
            document = f"State Firearm Laws database, {years[0]}–{years[-1]}"
            card, older = renewed(geodata, SOURCE, years[0], years[-1], document=document)
            parts.append(part)
            notes += (*said, *older)
            cards = (card,)
            totals = {TOTAL: int(pc.sum(part.rows[TOTAL]).as_py())}
            edition = f"{years[0]} to {years[-1]}"
        elif len(shared(one, _BOOK)) == len(_BOOK):
            parts.append(Part(CODEBOOK, _codebook(one, geodata), {"source_id": (SOURCE,)}))
    totals = totals or {"provisions": len(parts[0].rows)}
    return Batch(ID, edition, "", recognise(content), tuple(parts), totals, "", tuple(notes), cards)


def _shared(sheet: Sheet, headers: tuple[str, ...]) -> tuple[str, ...]:
    """Which of some headers stand together in one of the first rows of a sheet."""
    wanted = {fold(header): header for header in headers}
    lines = ({fold(cell) for cell in row if isinstance(cell, str)} for row in sheet.rows[:TITLES])
    best = max((line & wanted.keys() for line in lines), key=len, default=set())
    return tuple(header for key, header in wanted.items() if key in best)


def _tables(content: Content) -> list[Content]:
    """The file itself, or each sheet of a workbook written as CSV."""
    return [content] if content.kind == "csv" else [_sheet(content, sheet) for sheet in content.sheets]


def _sheet(content: Content, sheet: Sheet) -> Content:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in sheet.rows:
        # A line end within a cell would move the rows after it; a workbook holds whole numbers as floats.
        cells = (int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in row)
        writer.writerow([" ".join(str(cell).split()) for cell in cells])
    return replace(content, kind="csv", data=out.getvalue().encode())


def _laws(content: Content, geodata: Path) -> tuple[Part, list[str], list[Note]]:
    wanted = layout(geodata, ID, "columns")
    grid = read_csv(content, wanted, coded=("state_code", "year"))
    known = {name: code for name, code in codes(geodata, "US").items() if code not in _WITHOUT}
    state = one_of(grid, "state_code", known, "state")
    year = one_of(grid, "year", {str(at): str(at) for at in range(FIRST, 2100)}, "number")
    laws = {name: flags(grid, name) for name in grid.columns if name not in ("state_code", "year", TOTAL)}
    total = counts(grid, TOTAL)
    grid.refuse()
    (when, years), (place, states) = ordered(year), ordered(state)
    order, again = sorting(when * len(states) + place)
    grid.report("duplicate", "state_code", again)
    grid.problems.extend(gaps("years", years, [str(at) for at in range(FIRST, int(years[-1]) + 1)]))
    if missing := _missing(when * len(states) + place, years, states, sorted(set(known.values()))):
        grid.problems.append(problem("states", missing=missing))
    grid.refuse()
    kept = pa.array(order)
    named = {"year": year.take(kept), "state_code": state.take(kept), TOTAL: total.take(kept)}
    shown = dict(zip(LAW_VARIABLES, np.stack([laws[name] for name in LAW_VARIABLES])[:, order], strict=True))
    cited = {"source_id": SOURCE, "quality": "exact", "kind": "observed"}
    table = frame(TABLE, named | shown | cited)
    notes = _sums(grid, np.sum([*laws.values()], axis=0, dtype=np.int64), total, state, year)
    return Part(TABLE, table, {"source_id": (SOURCE,)}), years, notes


def _missing(key: Where, years: list[str], states: list[str], wanted: list[str]) -> str:
    """The states that are not in some year, with the first such year."""
    absent = [f"{code} ({years[0]})" for code in wanted if code not in states]
    there = np.zeros(len(years) * len(states), dtype=bool)
    there[key] = True
    holes = np.argwhere(~there.reshape(len(years), len(states)))
    first = {states[place]: years[when] for when, place in holes[::-1].tolist()}
    return ", ".join(absent + [f"{code} ({year})" for code, year in sorted(first.items())])


def _sums(grid: Grid, added: Where, total: pa.Array, state: pa.Array, year: pa.Array) -> list[Note]:
    """Provisions that are not known here, or else the totals that are not the sum of the provisions."""
    if grid.unknown:
        return [Note("unknown_columns", {"columns": ", ".join(grid.unknown)})]
    off = np.flatnonzero(total.to_numpy() != added)
    if not len(off):
        return []
    at = int(off[0])
    where, printed = f"{year[at]} {state[at]}", total[at].as_py()
    return [Note("sums", {"count": len(off), "where": where, "printed": printed, "added": int(added[at])})]


def _codebook(content: Content, geodata: Path) -> pa.Table:
    """The codebook's rows as printed; every provision that is shown must be described, each once."""
    rows: tuple[Row, ...] = layout(geodata, ID, "codebook")
    grid = read_csv(content, rows, coded=("variable",))
    code = counts(grid, "code")
    for name in ("category", "subcategory", "description", "variable"):
        grid.report("empty", name, np.flatnonzero(np.asarray(grid.columns[name].is_null())))
    grid.refuse()
    place, variables = ordered(grid.columns["variable"])
    grid.report("duplicate", "variable", sorting(place)[1])
    if missing := sorted(set(LAW_VARIABLES) - set(variables)):
        grid.problems.append(problem("provision", missing=", ".join(missing)))
    grid.refuse()
    columns = {name: grid.columns[name] for name in BY_NAME[CODEBOOK].names if name in grid.columns}
    return frame(CODEBOOK, columns | {"code": code, "source_id": SOURCE})
