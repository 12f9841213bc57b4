"""The sheet of ATF's sourced-and-recovered workbook as a matrix, whichever way round it was printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Final

import numpy as np
import pandas as pd
import pandera.pandas as pa

from corridors.sources.names import fold
from corridors.sources.problems import Problem, Refused, problem
from corridors.sources.validation import check
from corridors.sources.workbook import Cell, Sheet, letters

BANNERS: Final = {"source state": "source", "recovery state": "recovery"}
TOTAL: Final = "TOTAL"  # what the layout's names call a row or column of totals
_CORNER: Final = 6  # rows and columns in which the banners and the first names stand
Counts = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Matrix:
    """Firearms by source state (rows of `cells`) and recovery state (columns), with the totals as printed.

    `words` are the texts around it: titles and footnotes. `turned`: the sheet has recovery states in its rows.
    """

    sheet: str
    sources: tuple[str, ...]
    recoveries: tuple[str, ...]
    cells: Counts
    source_totals: Counts
    recovery_totals: Counts
    grand: int
    words: tuple[str, ...]
    turned: bool


def banners(sheet: Sheet) -> dict[str, tuple[int, int]]:
    """Where the words that name the two directions stand: role -> (row, column), counted from 0."""
    corner = [(r, c, cell) for r, row in enumerate(sheet.rows[:_CORNER]) for c, cell in enumerate(row[:_CORNER])]
    return {BANNERS[word]: (r, c) for r, c, cell in corner if isinstance(cell, str) and (word := fold(cell)) in BANNERS}


def matrix(sheet: Sheet, names: Mapping[str, str]) -> Matrix:
    """The matrix of a sheet. The banner that stands higher (or, in one row, further right) names the columns.

    `names`: folded name -> code, with `TOTAL` for totals. Refused with every cell and name that is not understood.
    """
    found = banners(sheet)
    if missing := [word for word, role in BANNERS.items() if role not in found]:
        raise Refused([problem("header", sheet=sheet.name, wanted=word.title()) for word in missing])
    across = min(found, key=lambda role: (found[role][0], -found[role][1]))
    top, left = _corner(sheet, names, found[across][0])
    columns, faults = _names(sheet.name, names, ((top, c, cell) for c, cell in _after(sheet.rows[top], left)))
    down = ((r, left, row[left]) for r, row in enumerate(sheet.rows[top + 1 :], top + 1))
    rows, more = _names(sheet.name, names, down)
    if not columns or not rows:
        raise Refused(faults + more)
    block = [row[left + 1 : left + 1 + len(columns)] for row in sheet.rows[top + 1 : top + 1 + len(rows)]]
    values = _counts(sheet.name, block, top + 2, left + 1, faults + more)
    turned = across == "source"
    values, rows, columns = (values.T, columns, rows) if turned else (values, rows, columns)
    around = [*sheet.rows[:top], *sheet.rows[top + 1 + len(block) :]]
    words = tuple(cell for row in around for cell in row if isinstance(cell, str) and cell.strip())
    return Matrix(
        sheet.name, rows[:-1], columns[:-1], values[:-1, :-1], values[:-1, -1], values[-1, :-1], int(values[-1, -1]),
        words, turned,
    )  # fmt: skip


def _after(row: list[Cell], column: int) -> Iterator[tuple[int, Cell]]:
    return ((c, cell) for c, cell in enumerate(row) if c > column)


def _corner(sheet: Sheet, names: Mapping[str, str], above: int) -> tuple[int, int]:
    """The row of the columns' names and the column of the rows' names: the first of each that is known."""
    known = [
        (r, c)
        for r, row in enumerate(sheet.rows[above : above + _CORNER], above)
        for c, cell in enumerate(row[:_CORNER])
        if isinstance(cell, str) and fold(cell) in names
    ]
    top = known[0][0] if known else 0
    below = [c for r, c in known if r > top]
    if not below:
        raise Refused([problem("header", sheet=sheet.name, row=above + 1, wanted="ALABAMA, ALASKA …")])
    return top, min(below)


def _names(
    sheet: str, names: Mapping[str, str], cells: Iterator[tuple[int, int, Cell]]
) -> tuple[tuple[str, ...], list[Problem]]:
    """The codes up to and with the total; none when there is no total."""
    found: list[str] = []
    faults = []
    for row, column, cell in cells:
        code = names.get(fold(str(cell)), "")
        if not code or code in found:
            wrong = "duplicate" if code else "state"
            faults.append(problem(wrong, sheet=sheet, row=row + 1, column=letters(column), found=cell))
        found.append(code)
        if code == TOTAL:
            return tuple(found), faults
    return (), [problem("totals", sheet=sheet)]


def _counts(sheet: str, block: list[list[Cell]], row: int, column: int, faults: list[Problem]) -> Counts:
    """The cells as whole numbers; Refused with these faults and those of the cells. `row` is that of the sheet."""
    if not faults and set(map(type, chain.from_iterable(block))) <= {int, float}:
        values = np.array(block, dtype=float)
        if ((values >= 0) & (values < 1e9) & (values == np.floor(values))).all():
            return values.astype(np.int64)
    frame = pd.DataFrame(block, dtype=object)
    named = {str(place): letters(column + place) for place in range(frame.shape[1])}
    schema = pa.DataFrameSchema({name: pa.Column(None, _CHECKS) for name in named})
    raise Refused(
        [*faults, *check(frame.set_axis(list(named), axis=1), schema, first_row=row, sheet=sheet, columns=named)]
    )


def _number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and bool(np.isfinite(cell))


_one = partial(pa.Check, element_wise=True)
_CHECKS: Final = [
    _one(lambda cell: cell != "", name="empty"),
    _one(lambda cell: cell == "" or _number(cell), name="number"),
    _one(lambda cell: not _number(cell) or cell >= 0, name="negative"),
    _one(lambda cell: not _number(cell) or (cell % 1 == 0 and cell < 1e9), name="whole"),
]
