"""INEGI's cube export as a table of whole numbers: titles, a quoted header, rows of keys and counts, `FUENTE`.

The keys of states are written `=CONCATENAR(0,01) `, so that a spreadsheet shows their zero: it is this publisher's
layout and stands nowhere else. A blank cell is zero here, for the cube prints no zeros.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from corridors.sources.inegi_cube_regular import cells as regular
from corridors.sources.problems import Problem, Refused, problem, refuse

SUBJECT: Final = "Defunciones por homicidio"
QUERY: Final = re.compile(r"Consulta de: (.+?)\s{2,}Por: (.+?)\s{2,}Según: (.+?)\s*$")
TOTAL: Final = "Total"
_TITLE: Final = re.compile(r"(\S.*?) ?: (\S.*?) *$")
_TOP: Final = 16_384  # characters in which titles and header stand, but for an odd file
_COUNT: Final = re.compile(r"\d{1,3}(?:,\d{3})*|\d{1,12}")
_SIGNS: Final = "=+-@"
_DOUBTFUL: Final = frozenset((*_SIGNS.encode(), *filter(lambda code: chr(code).isspace(), range(256))))
_FORMULA: Final = re.compile(r"^\s*[=+\-@]", re.MULTILINE)
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Cube:
    """One export. `filters` are its titles (`Año de registro` -> `1990`), `by` what the rows are, `across` the columns.

    `columns` are those of the cells before the first number of each row, `header` the names of the columns of numbers
    (the first is the total), `values` has a row a label and a column a header, and `rows` the line of the file of each.
    """

    filters: dict[str, str]
    by: str
    across: str
    header: tuple[str, ...]
    header_row: int
    columns: Sequence[Sequence[str]]
    values: Counts
    rows: Sequence[int]

    @property
    def labels(self) -> list[list[str]]:
        """The cells before the first number, of each row."""
        return [*map(list, zip(*self.columns, strict=True))]

    def sums(self) -> Counts:
        """What the columns after the total add up to, a number a row."""
        added: Counts = self.values[:, 1:].sum(axis=1)
        return added


def parse(text: str) -> Cube:
    """The export in a text. Refused with every cell that is not a count, every ragged row, and a missing end."""
    return _regular(text) or _checked(text)


def _regular(text: str) -> Cube | None:
    """The export when it is written as usual and nothing is wrong with it; None otherwise."""
    stream = io.StringIO(text[:_TOP], newline="")
    top: list[list[str]] = []
    try:
        for line in csv.reader(stream, strict=True):
            top.append(line)
            if len(line) > 2:
                break
        below = text[stream.tell() :]
        end = below.find('"FUENTE:')
        list(csv.reader(io.StringIO(below[end:], newline=""), strict=True))
    except csv.Error:
        return None
    if not top or end < 0 or stream.tell() == _TOP:
        return None
    depth, header = _header(top[-1])
    body = below[:end].rstrip("\r\n")
    # The end stands in a line of its own.
    found = regular(body, depth + len(header), depth, _count) if depth and len(body) < end and header else None
    if found is None or header[:1] != (TOTAL,) or "" in header:
        return None
    columns, values = found
    rows = range(len(top) + 1, len(top) + 1 + len(values))
    if any(not column.first.isdisjoint(_DOUBTFUL) for column in columns[1:]):
        return None
    filters, by, across = _titles(top[:-1])
    return Cube(filters, by, across, header, len(top), columns, values, rows)


def _checked(text: str) -> Cube:
    """The export line by line, with everything that is wrong with it."""
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise refuse("csv", found=error) from error
    start = next((at for at, line in enumerate(lines) if len(line) > 2), None)
    if start is None:
        raise Refused([problem("header", wanted=TOTAL)])
    filters, by, across = _titles(lines[:start])
    depth, header = _header(lines[start])
    if not depth or header[:1] != (TOTAL,) or "" in header:
        raise Refused([problem("header", row=start + 1, found=",".join(lines[start]), wanted=TOTAL)])
    below = lines[start + 1 :]
    end = next((at for at, line in enumerate(below) if line and line[0].startswith("FUENTE:")), None)
    problems = [] if end is not None else [problem("cube_end", row=len(lines), found=" ".join(lines[-1]))]
    wide = depth + len(header)
    rows, good = _good(below[:end], start + 2, wide, problems)
    columns = [*zip(*good, strict=True)] or [()] * wide
    values = _counts(columns[depth:wide], header, rows, problems)
    for column in columns[1:depth]:
        problems += _formulas(column, rows)
    if not good:
        problems.append(problem("no_rows", row=start + 1))
    if problems:
        raise Refused(sorted(problems, key=lambda one: one.row))
    return Cube(filters, by, across, header, start + 1, [*map(list, columns[:depth])], values, rows)


def _header(line: list[str]) -> tuple[int, tuple[str, ...]]:
    """How many cells stand before the first name of the header, and the names."""
    depth = next((at for at, cell in enumerate(line) if cell), 0)
    header = tuple(cell.strip() for cell in line[depth:])
    return depth, header[:-1] if header and not header[-1] else header


def _good(lines: list[list[str]], first: int, wide: int, problems: list[Problem]) -> tuple[list[int], list[list[str]]]:
    """The rows of the right width, and the line of each (that of the first is `first`); another width is a problem.

    The header ends with an empty cell; rows may, or may not.
    """
    rows: list[int] = []
    good: list[list[str]] = []
    for row, cells in enumerate(lines, first):
        if len(cells) == wide + 1 and not cells[-1]:
            cells.pop()
        if not any(cells):
            continue
        if len(cells) == wide:
            rows.append(row)
            good.append(cells)
        else:
            problems.append(problem("ragged", row=row, found=len(cells), wanted=wide))
    return rows, good


def _titles(lines: list[list[str]]) -> tuple[dict[str, str], str, str]:
    """The filters and the query of the lines above the header. Refused when there is no query."""
    titles = [cells[0].strip() for cells in lines if cells]
    queries = [found for title in titles if (found := QUERY.search(title))]
    if len(queries) != 1:
        raise refuse("cube_query", found=" ".join(titles))
    filters = [_TITLE.fullmatch(title) for title in titles if not QUERY.search(title)]
    return {one[1]: one[2] for one in filters if one}, queries[0][2], queries[0][3]


def _counts(
    columns: Sequence[tuple[str, ...]], header: tuple[str, ...], rows: list[int], problems: list[Problem]
) -> Counts:
    """The cells as numbers; what is no count becomes a problem. Distinct cells are few: each is read once."""
    cells = pa.array([*chain.from_iterable(columns)], pa.string()).dictionary_encode()
    said = [_count(cell) for cell in cells.dictionary.to_pylist()]
    at = cells.indices.to_numpy().reshape(len(header), len(rows)).T
    for row, column in np.argwhere(np.array([one is None for one in said], dtype=bool)[at]).tolist():
        problems.append(problem("number", row=rows[row], column=header[column], found=columns[column][row]))
    return np.ascontiguousarray(np.array([one or 0 for one in said], dtype=np.int64)[at])


def _count(cell: str) -> int | None:
    if not cell:
        return 0
    return int(cell.replace(",", "")) if _COUNT.fullmatch(cell) else None


def _formulas(labels: Sequence[str], rows: list[int]) -> list[Problem]:
    """Names that a spreadsheet would compute: only the key, which is the first cell, may look so."""
    every = "\n".join(labels)
    if not any(sign in every for sign in _SIGNS) or not _FORMULA.search(every):
        return []
    return [
        problem("formula", row=row, found=label)
        for row, label in zip(rows, labels, strict=True)
        if _FORMULA.match(label)
    ]
