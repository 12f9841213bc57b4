"""Rows of ATF's list of licensees as state, county code and type: no other cell is looked at."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from corridors.sources import tabular
from corridors.sources.content import Content
from corridors.sources.layouts import layout, shared
from corridors.sources.names import fold
from corridors.sources.problems import Refused, problem
from corridors.sources.workbook import Cell, Sheet

LAYOUT: Final = "atf_ffl"
HEADERS: Final = ("LIC_REGN", "LIC_DIST", "LIC_CNTY", "LIC_TYPE", "LIC_SEQN")
_HEAD: Final = 30  # rows of a sheet in which the header stands
Key = tuple[str, str, str]  # state, county, type, as written


@dataclass(frozen=True)
class Listed:
    """How often each key stands in a list, the words around it (titles, the sheet's name), and its rows one by one
    with their place in the file, for problems alone."""

    counts: Mapping[Key, int]
    words: tuple[str, ...]
    rows: Callable[[], Iterable[tuple[int, Key]]]


def is_list(content: Content) -> bool:
    """Whether a sheet, or the first lines of a text, have the parts of the licence number in a header."""
    try:
        found = any(_header(sheet) for sheet in content.sheets)
    except Refused:
        return False
    return found or len(shared(content, HEADERS)) == len(HEADERS)


def listed(content: Content, geodata: Path) -> Listed:
    """The rows of a list. Refused when its columns are not there."""
    return _workbook(content, geodata) if content.kind == "xlsx" else _text(content, geodata)


def _header(sheet: Sheet) -> int:
    """The row of the header (1 is the first), 0 when the sheet has none."""
    wanted = {fold(header) for header in HEADERS}
    for number, row in enumerate(sheet.rows[:_HEAD], start=1):
        if wanted <= {fold(cell) for cell in row if isinstance(cell, str)}:
            return number
    return 0


def _workbook(content: Content, geodata: Path) -> Listed:
    ours = [sheet for sheet in content.sheets if _header(sheet)]
    if not ours:
        raise Refused([problem("header", wanted=header) for header in HEADERS])
    if len(ours) > 1:
        raise Refused([problem("one_sheet", sheet=sheet.name) for sheet in ours[1:]])
    top = _header(ours[0])
    rows = ours[0].rows
    header = [fold(str(cell)) for cell in rows[top - 1]]
    columns = [(row["name"], fold(row["header"])) for row in layout(geodata, LAYOUT, "columns")]
    at = {name: header.index(wanted) for name, wanted in columns if wanted in header}
    if "state" not in at:
        raise Refused([problem("header", sheet=ours[0].name, row=top, wanted="PREMISE_STATE")])
    state, county, kind = at["state"], at["county"], at["type"]
    keys = [(str(row[state]), _code(row[county]), _code(row[kind])) for row in rows[top:]]
    while keys and not any(keys[-1]):
        keys.pop()
    if not keys:
        raise Refused([problem("no_rows", sheet=ours[0].name, row=top)])
    words = (ours[0].name, *(str(cell) for row in rows[: top - 1] for cell in row))
    return Listed(Counter(keys), words, lambda: enumerate(keys, start=top + 1))


def _code(cell: Cell) -> str:
    """A code as text; a spreadsheet may have made a number of it."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _text(content: Content, geodata: Path) -> Listed:
    grid = tabular.read(content, layout(geodata, LAYOUT, "columns"))
    grid.refuse()
    names = ("state", "county", "type")
    table = pa.table({name: pc.fill_null(grid.columns[name], "") for name in names})
    grouped = table.group_by(list(names)).aggregate([([], "count_all")]).to_pydict()
    counts = dict(zip(_keys(grouped), grouped["count_all"], strict=True))
    above = content.head.splitlines()[: grid.shape.row - 1]

    def rows() -> Iterable[tuple[int, Key]]:
        return ((grid.row(index), key) for index, key in enumerate(_keys(table.to_pydict())))

    return Listed(counts, tuple(above), rows)


def _keys(columns: Mapping[str, Iterable[str]]) -> Iterable[Key]:
    return zip(columns["state"], columns["county"], columns["type"], strict=True)
