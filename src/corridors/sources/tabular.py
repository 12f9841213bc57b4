"""CSV as publishers write it, through pyarrow: columns of text under our names, with the row of every fault.

The delimiter, the quote and the row of the header are told from the content (`layouts.shape`).
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from corridors.sources import layouts
from corridors.sources.content import Content
from corridors.sources.encoding import NAMES
from corridors.sources.layouts import MAX_COLUMNS, Row, Shape, fold
from corridors.sources.problems import Problem, Refused, problem, refuse

MAX_CELL: Final = 10_000  # characters: the longest real cell has some hundreds
BLOCK: Final = 1 << 20  # bytes that Arrow parses at a time, on several threads; a smaller file is parsed in two parts
MAX_NAMED: Final = 1_000  # faults of one column that are named: five times what a refusal lists
_DIGITS: Final = b"0123456789"
# A whole number, also as a program that knows only floats saves it; 15 digits are exact there and here.
_COUNT: Final = r"^([0-9]{1,15})(?:\.0+)?$"
# What a cell that is no count looks like -> the code of the problem, tried in order.
_NOT_COUNTS: Final = (
    (r"^\d{1,3}([,. ]\d{3})+$", "thousands"),
    (r"^[-−(]\s*\d[\d.,]*\)?$", "negative"),
    (r"^\d+[.,]\d*$|^\d+([.,]\d+)?[eE][+-]?\d+$", "whole"),
    (r"", "number"),
)
Where = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Grid:
    """A file as columns of text under our names (null: the cell is blank), and what is wrong with it so far.

    `unknown` are the publisher's headers that the layout does not know.
    """

    data: bytes  # UTF-8
    shape: Shape
    columns: Mapping[str, pa.Array]
    unknown: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        """The number of rows below the header."""
        return len(next(iter(self.columns.values()), ()))

    def row(self, index: int) -> int:
        """The line of the file in which a row begins (1 is the first line)."""
        return self._lines[index]

    @cached_property
    def _lines(self) -> list[int]:
        """Counted only when a problem has to name a row: blank lines and line ends within cells move it."""
        return [number for number, cells in _records(self.data, self.shape) if len(cells) == len(self.shape.header)]

    def report(self, code: str, name: str, where: Where) -> None:
        """A problem for each of some rows (their indices) of a column."""
        cells, printed = self.columns[name], self.shape.header[self.shape.at[name]]
        for index in where[:MAX_NAMED].tolist():
            found = "" if (cell := cells[index].as_py()) is None else cell
            self.problems.append(problem(code, row=self.row(index), column=printed, found=found))

    def refuse(self) -> None:
        """Raises Refused with every problem found so far, in the order of the rows; nothing when there is none."""
        if self.problems:
            raise Refused(sorted(self.problems, key=lambda one: (one.row, one.column)))


def read(content: Content, wanted: Iterable[Row], coded: Iterable[str] = (), summed: Iterable[str] = ()) -> Grid:
    """A CSV's wanted columns as text; those named in `coded` as Arrow dictionaries (few values, many rows), those in
    `summed` as int64 when each of their cells is a whole number (for columns that are only added up).

    `wanted` are the rows of a layout's columns.csv. Refused when the file has no such header, lacks a required
    column, has no row, or is no CSV. Rows that do not have as many cells as the header are problems of the grid.
    """
    rows = list(wanted)
    numbers, few = set(summed), set(coded)
    data = _utf8(content)
    if b"\0" in data:
        raise refuse("csv", found="NUL")
    shape = layouts.shape(layouts.head(data), rows)
    _check_header(shape, rows)
    names = {str(position): name for name, position in shape.at.items()}
    kinds = {key: pa.int64() if name in numbers else pa.string() for key, name in names.items()}
    problems: list[Problem] = []
    try:
        found = _parse(data, shape, kinds)
    except pa.ArrowInvalid:
        # Some cell is no number, or some row is at fault: once more as text, to name each of them.
        problems += _ragged(data, shape)
        found = _parse(data, shape, dict.fromkeys(kinds, pa.string()), lenient=True)
    columns = {name: _flat(found[key], name in few) for key, name in names.items()}
    grid = Grid(data, shape, columns, _unknown(shape, rows), problems)
    if not len(grid):
        raise Refused([*problems, problem("no_rows", row=shape.row)])
    for name, cells in grid.columns.items():
        if not pa.types.is_integer(cells.type) and _longest(_plain(cells)) > MAX_CELL:
            long = pc.greater(pc.utf8_length(cells.cast(pa.string())), MAX_CELL).fill_null(False)
            grid.report("cell_long", name, np.flatnonzero(long))
    return grid


def _utf8(content: Content) -> bytes:
    """The text as UTF-8, which alone Arrow reads; as it lies there where it is that, once it is known to be sound."""
    if content.data.isascii():
        return content.data
    text = content.text
    sound = content.decoded.encoding == NAMES["utf-8"] and not content.data.startswith(codecs.BOM_UTF8)
    return content.data if sound else text.encode()


def _check_header(shape: Shape, rows: list[Row]) -> None:
    needed = {row["name"]: row["header"] for row in reversed(rows) if row["required"] == "yes"}
    problems = [problem("header", row=shape.row, wanted=needed[name]) for name in needed if name not in shape.at]
    known = {fold(row["header"]) for row in rows}
    cells = [fold(cell) for cell in shape.header]
    problems += [
        problem("header_twice", row=shape.row, column=shape.header[at])
        for at, cell in enumerate(cells)
        if cell in known and cell in cells[:at]
    ]
    if len(cells) > MAX_COLUMNS:
        problems.append(problem("columns_many", row=shape.row, found=len(cells)))
    if problems:
        raise Refused(problems)


def _unknown(shape: Shape, rows: list[Row]) -> tuple[str, ...]:
    known = {fold(row["header"]) for row in rows}
    return tuple(cell for cell in shape.header if cell and fold(cell) not in known)


def _parse(data: bytes, shape: Shape, kinds: Mapping[str, Any], lenient: bool = False) -> pa.Table:
    """Arrow's own parse; `lenient` leaves out rows of the wrong length (already listed). Refused when it cannot be."""
    try:
        return pacsv.read_csv(
            pa.BufferReader(data),
            # One block when lenient: a cell longer than a block would be an error without a row.
            pacsv.ReadOptions(
                block_size=len(data) + 1 if lenient else min(BLOCK, len(data) // 2 + MAX_CELL),
                skip_rows=shape.row,
                column_names=[str(position) for position in range(len(shape.header))],
            ),
            pacsv.ParseOptions(
                delimiter=shape.delimiter,
                quote_char=shape.quote,
                newlines_in_values=shape.quote.encode() in data,
                invalid_row_handler=(lambda _: "skip") if lenient else None,
            ),
            pacsv.ConvertOptions(
                include_columns=list(kinds), column_types=kinds, null_values=[""], strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid as error:
        if lenient:
            raise refuse("csv", found=str(error)) from error
        raise


def _records(data: bytes, shape: Shape) -> Iterator[tuple[int, list[str]]]:
    """The records below the header with the line each begins in; blank lines are no records."""
    lines = io.StringIO(data.decode(), newline="")
    for _ in range(shape.row):
        lines.readline()
    reader = csv.reader(lines, delimiter=shape.delimiter, quotechar=shape.quote)
    start = shape.row + 1
    try:
        for cells in reader:
            if cells:
                yield start, cells
            start = shape.row + reader.line_num + 1
    except csv.Error as error:
        raise refuse("csv", row=start, found=str(error)) from error


def _ragged(data: bytes, shape: Shape) -> list[Problem]:
    width = len(shape.header)
    return [
        problem("ragged", row=number, found=len(cells), wanted=width)
        for number, cells in _records(data, shape)
        if len(cells) != width
    ][:MAX_NAMED]


def _flat(cells: pa.ChunkedArray, few: bool) -> pa.Array:
    found = cells.combine_chunks() if cells.num_chunks != 1 else cells.chunk(0)
    # Quicker here than while parsing, where each block would get a dictionary of its own.
    return found.dictionary_encode() if few else found


def _plain(cells: pa.Array) -> pa.Array:
    return cells.dictionary if pa.types.is_dictionary(cells.type) else cells


def _longest(cells: pa.Array) -> int:
    """At least as many as the characters of the longest cell: bytes, told from the offsets alone."""
    text = cells.buffers()[2]
    every = text.size if text else 0
    return every if every <= MAX_CELL else int(np.diff(_offsets(cells)).max(initial=0))


def _offsets(cells: pa.Array) -> npt.NDArray[np.int32]:
    return np.frombuffer(cells.buffers()[1] or b"", dtype=np.int32)[: len(cells) + 1]


def counts(grid: Grid, name: str, blank: bool = False) -> pa.Array:
    """A column as whole numbers of zero or more (int64; null where the cell is blank).

    Anything else is a problem of the grid that says what it is: thousands commas, negatives, fractions, words; so is a
    blank cell, unless `blank` allows it. Nothing is repaired.
    """
    cells = grid.columns[name]
    if not blank and cells.null_count:
        grid.report("empty", name, np.flatnonzero(cells.is_null()))
    if pa.types.is_integer(cells.type):
        if (pc.min(cells).as_py() or 0) < 0:
            grid.report("negative", name, np.flatnonzero(pc.less(cells, 0).fill_null(False)))
        return cells
    text = cells.buffers()[2]
    # Only digits in the whole buffer (the usual case) is told without looking at single cells.
    if not text or not text.to_pybytes().translate(None, _DIGITS):
        try:
            return cells.cast(pa.int64())
        except pa.ArrowInvalid:
            pass  # a number of more than 18 digits: named below
    plain = pc.utf8_trim_whitespace(cells)
    whole = pc.struct_field(pc.extract_regex(plain, _COUNT.replace("(", "(?P<whole>", 1)), "whole")
    left = np.asarray(pc.and_not(pc.is_valid(plain), pc.is_valid(whole)))
    for pattern, code in _NOT_COUNTS:
        these = left & np.asarray(pc.fill_null(pc.match_substring_regex(plain, pattern), False))
        grid.report(code, name, np.flatnonzero(these))
        left = left & ~these
    return whole.cast(pa.int64())


def flags(grid: Grid, name: str) -> npt.NDArray[np.uint8]:
    """A column of 0 and 1 as integers; any other cell is a problem of the grid (and 0 here)."""
    cells = grid.columns[name]
    text = cells.buffers()[2]
    # No blank cell and as many characters as cells: each cell is one digit, told without looking at single cells.
    if text and not cells.null_count and text.size == len(cells) and not text.to_pybytes().translate(None, b"01"):
        return np.frombuffer(text, dtype=np.uint8) - np.uint8(ord("0"))
    good = np.asarray(pc.is_in(cells, pa.array(["0", "1"])))
    grid.report("flag", name, np.flatnonzero(~good))
    return np.asarray(pc.equal(cells, "1").fill_null(False)).astype(np.uint8)


def one_of(grid: Grid, name: str, known: Mapping[str, str], code: str) -> pa.Array:
    """A `coded` column by folded spelling (`layouts.fold`) as our codes; unknown and blank cells are problems."""
    return recoded(grid, name, [known.get(fold(one)) for one in grid.columns[name].dictionary.to_pylist()], code)


def recoded(grid: Grid, name: str, values: Sequence[str | None], code: str) -> pa.Array:
    """A `coded` column with other values in place of its own, in their order; None, and blank cells, are problems."""
    cells = grid.columns[name]
    bad = np.array([one is None for one in values] + [True])
    if bad[:-1].any() or cells.null_count:
        grid.report(code, name, np.flatnonzero(bad[np.asarray(cells.indices.fill_null(len(values)))]))
    return pa.DictionaryArray.from_arrays(cells.indices, pa.array(values, pa.string()))


def ordered(cells: pa.Array) -> tuple[Where, list[str]]:
    """Each row's place in the alphabetical list of a `coded` column's values, and that list. No cell may be null."""
    said, indices = cells.dictionary.to_pylist(), np.asarray(cells.indices)
    used = np.zeros(len(said), dtype=bool)
    used[indices] = True
    values = sorted({value for value, here in zip(said, used, strict=True) if here})
    place = {value: at for at, value in enumerate(values)}
    return np.array([place.get(value, -1) for value in said]).take(indices), values


def sorting(key: Where) -> tuple[Where, Where]:
    """The order that sorts rows by a key of small numbers, and the rows whose key stood in an earlier row already."""
    # A stable sort of 16 bits is by far the quickest; most keys here fit.
    order = np.argsort(key.astype(np.min_scalar_type(int(key.max()))), kind="stable")
    again = np.flatnonzero(np.diff(key[order]) == 0) + 1
    return order, np.sort(order[again])
