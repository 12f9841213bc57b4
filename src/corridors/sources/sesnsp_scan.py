"""SESNSP's wide files, block by block: the rows of homicide and feminicide, and totals over all rows.

A municipal file has some two million rows and 400 MB, of which one in twelve is kept. So a block of whole lines at a
time goes through Arrow, only the columns that count, and what is not kept is only added up. Cells stay bytes until all
are seen: the encoding is told from the distinct ones (`encoding.find`), and only those are decoded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from corridors.sources.encoding import Reading
from corridors.sources.layouts import Shape
from corridors.sources.problems import Problem, problem, refuse

MONTHS: Final = tuple(f"month_{number}" for number in range(1, 13))
WORDS: Final = (
    "year", "state_code", "state", "municipality_code", "municipality", "subtype", "weapon", "sex", "age",
)  # fmt: skip
NAMED: Final = 1_000  # problems of one kind that are kept; a refusal lists fewer
_BLOCK: Final = 1 << 24
_TOGETHER: Final = 2  # columns that are coded at once: Arrow lets go of the interpreter meanwhile
# What a cell that is no count looks like -> the code of the problem, tried in order.
_NOT_COUNTS: Final = (
    (re.compile(r"^[-−(]\s*[\d.,]+\)?$"), "negative"),
    (re.compile(r"^\d+[.,]\d*$"), "whole"),
    (re.compile(""), "number"),
)
_COUNT: Final = re.compile(r"[0-9]{1,9}")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """A column of few values: the place of each row's value among them (-1: it has none), and the values."""

    at: Whole
    values: list[str]

    def become(self, others: Sequence[str | None]) -> "Words":
        """The column with other values in place of its own, in their order; None: the row has none."""
        values = sorted({one for one in others if one is not None})
        place: dict[str | None, int] = {value: at for at, value in enumerate(values)}
        return Words(np.array([place.get(one, -1) for one in others])[self.at], values)

    def told(self, about: Iterable[bool]) -> npt.NDArray[np.bool_]:
        """For each row what is told about its value; every row has one."""
        return np.fromiter(about, dtype=bool)[self.at]


@dataclass(frozen=True)
class Rows:
    """The kept rows: words as printed ("" where empty), a line of counts a month (-1: empty), and the file's lines."""

    words: Mapping[str, Words]
    months: Whole
    line: Whole


@dataclass
class Scan:
    """What a file holds: the rows to keep, all distinct cells, the months ("2025-06") with a value in any row, and
    the sum of all cells."""

    tables: list[pa.Table] = field(default_factory=list)
    cells: dict[bytes, None] = field(default_factory=dict)
    published: set[str] = field(default_factory=set)
    everything: int = 0
    problems: list[Problem] = field(default_factory=list)

    def rows(self, reading: Reading) -> Rows:
        """The rows to keep. ValueError when the reading does not fit."""
        table = pa.concat_tables(self.tables).unify_dictionaries().combine_chunks()
        here = [name for name in table.column_names if name in WORDS]
        months = [np.asarray(table[name].combine_chunks().cast(pa.int64()).fill_null(-1)) for name in MONTHS]
        words = {name: _read(table[name].combine_chunks(), reading) for name in here}
        return Rows(words, np.stack(months), np.asarray(table["row"].combine_chunks()))


def _read(cells: pa.DictionaryArray, reading: Reading) -> Words:
    words = cells.dictionary.to_pylist()
    lines = reading.text(b"\n".join(words)).split("\n")  # all at once: a municipal file has thousands
    if len(lines) != len(words):  # there is an end of a line within a cell
        lines = [reading.text(word) for word in words]
    said = [*(one.strip() for one in lines), ""]  # an empty cell is the last
    column = Words(_indices(cells).astype(np.int64), said)
    if len(set(said)) == len(said) and not cells.null_count:
        return replace(column, values=said[:-1])
    return column.become(said)


def scan(data: bytes, shape: Shape, subtypes: Iterable[str]) -> Scan:
    """The whole file; `subtypes` are the crimes to keep, in lower case. Refused when it is no CSV at all."""
    found, wanted = Scan(), frozenset(subtypes)
    line = 1
    for start, stop in _blocks(data):
        skip = shape.row if start == 0 else 0
        ends = np.frombuffer(data, np.uint8, stop - start, start) == ord("\n")
        lines = int(np.count_nonzero(ends)) + (not ends[-1])
        table = _block(data, start, stop, shape, skip, line, found) if lines > skip else pa.table({})
        line += lines
        if table.num_rows:
            found.tables.append(_kept(table, wanted, found))
    if not sum(table.num_rows for table in found.tables):
        found.problems.append(problem("no_rows", row=shape.row))
    return found


def _blocks(data: bytes) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(data):
        stop = data.find(b"\n", start + _BLOCK) + 1 or len(data)
        yield start, stop
        start = stop


def _block(data: bytes, start: int, stop: int, shape: Shape, skip: int, line: int, found: Scan) -> pa.Table:
    """A block as columns under our names, with the `row` of the file for each; `line` is the block's first."""
    part = pa.py_buffer(data).slice(start, stop - start)
    try:
        table = _parse(part, shape, skip, pa.uint32(), None)
        rows: Whole = np.arange(table.num_rows) + line + skip
    except pa.ArrowInvalid:
        # Once more, months as text and with one thread: slower, and it knows the rows that are at fault.
        # Arrow can hand over a row at fault only as UTF-8, so the bytes go in as if they were Latin-1, and come back.
        ragged: list[tuple[int, int]] = []
        table = _as_bytes(_parse(pa.py_buffer(_latin(part)), shape, skip, pa.string(), ragged))
        width = len(shape.header)
        found.problems += [
            problem("ragged", row=line + at - 1, found=cells, wanted=width) for at, cells in ragged[:NAMED]
        ]
        every = np.arange(table.num_rows + len(ragged)) + line + skip
        rows = np.setdiff1d(every, [line + at - 1 for at, _ in ragged])[: table.num_rows]
        table = _numbers(table, rows, shape, found)
    return table.append_column("row", pa.array(rows))


def _parse(part: pa.Buffer, shape: Shape, skip: int, numbers: Any, ragged: list[tuple[int, int]] | None) -> pa.Table:
    at = {name: str(position) for name, position in shape.at.items() if name in (*WORDS, *MONTHS)}
    kinds = {key: numbers if name in MONTHS else pa.binary() for name, key in at.items()}

    def longer(row: Any) -> str:
        ragged.append((row.number, row.actual_columns))  # type: ignore[union-attr]
        return "skip"

    listing = ragged is not None
    try:
        table = pacsv.read_csv(
            pa.BufferReader(part),
            pacsv.ReadOptions(
                use_threads=not listing, skip_rows=skip, column_names=[str(n) for n in range(len(shape.header))],
                block_size=len(part) if listing else 1 << 20,
            ),
            pacsv.ParseOptions(
                delimiter=shape.delimiter, quote_char=shape.quote, invalid_row_handler=longer if listing else None
            ),
            pacsv.ConvertOptions(
                include_columns=list(kinds), column_types=kinds, null_values=[""], strings_can_be_null=True,
                check_utf8=False,
            ),
        )  # fmt: skip
    except pa.ArrowInvalid as error:
        if listing:
            raise refuse("csv", found=str(error)) from error
        raise
    # Quicker here than while parsing, where each part would get a dictionary of its own.
    with ThreadPoolExecutor(_TOGETHER) as together:
        columns = [*together.map(lambda one: one if one.type == numbers else one.dictionary_encode(), table.columns)]
    return pa.table(columns, list(at)).combine_chunks()


def _latin(part: pa.Buffer) -> bytes:
    return bytes(part).decode("latin-1").encode("utf-8")


def _as_bytes(table: pa.Table) -> pa.Table:
    """The coded cells of a table parsed from `_latin`, as the bytes of the file."""
    for at, name in enumerate(table.column_names):
        cells = table[name].combine_chunks()
        if pa.types.is_dictionary(cells.type):
            words = [word.decode("utf-8").encode("latin-1") for word in cells.dictionary.to_pylist()]
            back = pa.DictionaryArray.from_arrays(cells.indices, pa.array(words, pa.binary()))
            table = table.set_column(at, name, back)
    return table


def _numbers(table: pa.Table, rows: Whole, shape: Shape, found: Scan) -> pa.Table:
    """Months that were read as text as numbers (thousands commas taken for what they are); the rest are problems."""
    for name in MONTHS:
        coded = table[name].combine_chunks().dictionary_encode()  # few distinct cells, each looked at once
        values = [(word, *_number(word.strip())) for word in coded.dictionary.to_pylist()]
        for index in np.flatnonzero(np.isin(_indices(coded), [at for at, one in enumerate(values) if one[2]]))[:NAMED]:
            word, _, code = values[coded.indices[index].as_py()]
            column = shape.header[shape.at[name]]
            found.problems.append(problem(code, row=int(rows[index]), column=column, found=word))
        numbers = pa.array([number for _, number, _ in values], pa.uint32()).take(coded.indices)
        table = table.set_column(table.column_names.index(name), name, numbers)
    return table


def _number(word: str) -> tuple[int | None, str]:
    """A cell's count (None: empty) and the code of what is wrong with it, or ""."""
    plain = word.replace(",", "") if _GROUPED.fullmatch(word) else word
    if _COUNT.fullmatch(plain) or not plain:
        return (int(plain) if plain else None), ""
    return None, next(code for pattern, code in _NOT_COUNTS if pattern.search(word))


def _kept(table: pa.Table, wanted: frozenset[str], found: Scan) -> pa.Table:
    """The rows of the wanted crimes; distinct cells, the months that hold values and the sum go into `found`."""
    for name in table.column_names:
        if name in WORDS:
            found.cells.update(dict.fromkeys(table[name].combine_chunks().dictionary.to_pylist()))
    codes, years = _coded(table, "year")
    every = _there(codes)
    for number, name in enumerate(MONTHS, start=1):
        cells = table[name].combine_chunks()
        found.everything += pc.sum(cells).as_py() or 0
        filled = _there(codes[np.asarray(cells.is_valid())]) if cells.null_count else every
        found.published |= {f"{years[at]}-{number:02d}" for at in filled}
    indices, subtypes = _coded(table, "subtype")
    keep = np.isin(indices, [at for at, word in enumerate(subtypes) if word in wanted])
    return table if keep.all() else table.filter(pa.array(keep))


def _there(codes: npt.NDArray[np.int32]) -> list[int]:
    """The numbers that occur among some cells' (-1: empty)."""
    found: list[int] = np.flatnonzero(np.bincount(codes + 1, minlength=1)[1:]).tolist()
    return found


def _coded(table: pa.Table, name: str) -> tuple[npt.NDArray[np.int32], list[str]]:
    """A column of few values: their numbers (-1: empty) and the values, in lower case and with single spaces."""
    cells = table[name].combine_chunks()
    values = [" ".join(word.decode("latin-1").casefold().split()) for word in cells.dictionary.to_pylist()]
    return _indices(cells), values


def _indices(cells: pa.DictionaryArray) -> npt.NDArray[np.int32]:
    """The number of each cell's value in the dictionary (-1: empty)."""
    return np.asarray(pc.fill_null(cells.indices, -1))
