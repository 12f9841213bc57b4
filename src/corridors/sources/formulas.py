"""Formulas in a workbook: found in the XML of its sheets, because a reader of values does not show them.

ATF's own workbooks hold one: the grand total of 2013 is a plain sum. So a sum of one range is taken when the value
stored with it is the sum of the cells; every other formula is refused, for its value depends on what is not in view.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final

from corridors.sources.problems import Problem, problem
from corridors.sources.workbook import Sheet

_LOOK: Final = 500  # bytes around a formula's element in which its cell and its text stand
_CELL: Final = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]{1,3}\d{1,7})["']""")
_TEXT: Final = re.compile(rb"([^>]*)>([^<]*)<")
_SHARED: Final = re.compile(rb"""\bsi=["'](\d{1,9})["']""")
_SUM: Final = re.compile(r"SUM\((\$?[A-Z]{1,3})(\$?\d{1,7}):(\$?[A-Z]{1,3})(\$?\d{1,7})\)")


@dataclass(frozen=True)
class Formula:
    """A formula in a cell (`B7`). Where several cells share one, `text` is as written in the cell `base`."""

    sheet: str
    cell: str
    text: str
    base: str


def find(part: bytes, sheet: str) -> Iterator[Formula]:
    """The formulas of a sheet's XML: the elements `f`, with any prefix, which stand in cells alone."""
    shared: dict[bytes, tuple[str, str]] = {}
    for opening in (b"<f", b":f"):
        at = part.find(opening)
        while at >= 0:
            if part[at + 2 : at + 3] in (b">", b" ", b"/", b"\t", b"\n", b"\r"):
                yield _formula(part, at, sheet, shared)
            at = part.find(opening, at + 1)


def _formula(part: bytes, at: int, sheet: str, shared: dict[bytes, tuple[str, str]]) -> Formula:
    cells = _CELL.findall(part[max(0, at - _LOOK) : at])
    cell = cells[-1].decode() if cells else ""
    found = _TEXT.match(part[at : at + _LOOK])
    if found is None:
        return Formula(sheet, cell, "", cell)
    text = "" if found[1].endswith(b"/") else unescape(found[2].decode("utf-8", "replace"))
    if number := _SHARED.search(found[1]):
        text, cell_of_text = shared.setdefault(number[1], (text, cell))
        return Formula(sheet, cell, text, cell_of_text)
    return Formula(sheet, cell, text, cell)


def wrong(formulas: tuple[Formula, ...], sheets: tuple[Sheet, ...]) -> list[Problem]:
    """A problem for each formula that is not a plain sum of one range with the right value stored beside it."""
    named = {sheet.name: sheet for sheet in sheets}
    return [_problem(one) for one in formulas if not _is_sum(one, named)]


def _problem(one: Formula) -> Problem:
    row, column = _place(one.cell) if one.cell else (0, 0)
    letters = one.cell.rstrip("0123456789") if column else ""
    return problem("formula", sheet=one.sheet, row=row, column=letters, found=f"={one.text}")


def _is_sum(one: Formula, sheets: Mapping[str, Sheet]) -> bool:
    parts = _SUM.fullmatch(one.text.replace(" ", ""))
    if parts is None or not one.cell or one.sheet not in sheets:
        return False
    row, column = _place(one.cell)
    down, right = (mine - base for mine, base in zip(_place(one.cell), _place(one.base), strict=True))
    left, top, end, bottom = parts.groups()
    rows = range(_moved(top, down), _moved(bottom, down) + 1)
    columns = range(_moved(left, right), _moved(end, right) + 1)
    if row in rows and column in columns:
        return False
    grid = sheets[one.sheet].rows
    inside = [line[columns.start - 1 : columns.stop - 1] for line in grid[rows.start - 1 : rows.stop - 1]]
    numbers = [cell for line in inside for cell in line if isinstance(cell, int | float)]
    stored = grid[row - 1][column - 1] if row <= len(grid) and column <= len(grid[row - 1]) else ""
    return isinstance(stored, int | float) and bool(numbers) and abs(sum(numbers) - stored) < 1e-6


def _place(cell: str) -> tuple[int, int]:
    """Row and column of a reference, from 1."""
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), _number(letters)


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def _moved(said: str, by: int) -> int:
    """A row or column of a range; a `$` keeps it in place when the formula is shared with another cell."""
    plain = said.removeprefix("$")
    number = int(plain) if plain.isdigit() else _number(plain)
    return max(1, number if said.startswith("$") else number + by)
