"""A look into a file of any kind and size: its headers, and some cells of each column of text."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from corridors.sources.content import Content
from corridors.sources.kinds import UTF16
from corridors.sources.problems import refuse

TITLES: Final = 30  # rows in which a header may stand
ROWS: Final = 2_000
FILES: Final = 64  # of a folder of records, whose importer looks at every header and every word itself
_WHOLE: Final = 1 << 19  # bytes: a smaller text is looked at whole
_FIRST: Final = 1 << 17
_SLICE: Final = 1 << 14
_SLICES: Final = 16
_DELIMITERS: Final = ",;\t|"


@dataclass(frozen=True)
class Sample:
    """`titles` are all cells of the rows down to the header; `columns` the header (or number) and cells of each."""

    titles: tuple[str, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    sheet: str = ""


def samples(content: Content) -> Iterator[Sample]:
    """A sample of each sheet of a workbook, of some files of a folder, or of the one table. Refused when damaged."""
    if content.kind == "folder":
        every = sorted(path for path in content.path.rglob("*") if path.is_file() and path.name[0] not in "_.")
        for path in every[:: -(-len(every) // FILES) or 1]:
            yield _parquet(path) if _begins(path) == b"PAR1" else _grid(_text(_slices(path)))
    elif content.kind == "parquet":
        yield _parquet(content.path if not content.data else pa.BufferReader(content.data))
    elif content.kind == "xlsx":
        for sheet in content.sheets:
            step = max(1, len(sheet.rows) // ROWS)
            rows = [*sheet.rows[:TITLES], *sheet.rows[TITLES::step]]
            yield _grid([[cell if isinstance(cell, str) else "" for cell in row] for row in rows], sheet.name)
    elif content.kind == "dbf":
        yield _dbf(content.data)
    else:
        yield _grid(_text(_slices(content.path) if not content.data else _parts(content.data)))


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _slices(path: Path) -> list[bytes]:
    size = path.stat().st_size
    with path.open("rb") as file:
        found = [file.read(_FIRST)]
        for number in range(1, _SLICES if size > _FIRST else 1):
            file.seek(max(_FIRST, size * number // _SLICES))
            found.append(_lines(file.read(_SLICE)))
    return found


def _parts(data: bytes) -> list[bytes]:
    if len(data) <= _WHOLE or data.startswith(UTF16):
        return [data]
    starts = [len(data) * number // _SLICES for number in range(1, _SLICES)]
    return [data[:_FIRST], *(_lines(data[max(start, _FIRST) :][:_SLICE]) for start in starts)]


def _lines(part: bytes) -> bytes:
    """The whole lines of a slice that begins and ends anywhere."""
    first, last = part.find(b"\n") + 1, part.rfind(b"\n") + 1
    return part[first:last]


def _text(parts: list[bytes]) -> list[list[str]]:
    """The rows of some parts of a CSV."""
    rows: list[list[str]] = []
    delimiter = ""
    for part in parts:
        lines = _decoded(part).splitlines()
        delimiter = delimiter or max(_DELIMITERS, key="\n".join(lines[:TITLES]).count)
        try:
            rows += csv.reader(lines, delimiter=delimiter)
        except csv.Error:
            rows += [line.split(delimiter) for line in lines]
    return rows


def _decoded(part: bytes) -> str:
    if part.startswith(UTF16):
        return part.decode("utf-16", "replace")
    try:
        return part.decode("utf-8-sig")
    except UnicodeDecodeError:
        return part.decode("latin-1")


def _grid(rows: list[list[str]], sheet: str = "") -> Sample:
    """The header is the first of the widest rows near the top; what stands above it counts as titles."""
    top = rows[:TITLES]
    widths = [sum(1 for cell in row if cell.strip()) for row in top]
    at = widths.index(max(widths)) if widths else 0
    titles = tuple(cell.strip() for row in top[: at + 1] for cell in row if cell.strip())
    header = top[at] if top else []
    body = rows[at + 1 :]
    width = max(map(len, body), default=0)
    columns = []
    for number in range(width):
        name = header[number].strip() if number < len(header) else ""
        cells = tuple(row[number].strip() for row in body if number < len(row))
        columns.append((name or str(number + 1), cells))
    return Sample(titles, tuple(columns), sheet)


def _dbf(data: bytes) -> Sample:
    """The fields of text of a dBase table; the door made sure that the header and rows are there."""
    count, start, width = (int.from_bytes(data[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    step = max(1, count // ROWS)
    rows = [data[start + row * width : start + (row + 1) * width] for row in range(0, count, step)]
    columns = []
    offset = 1
    for at in range(32, start - 32, 32):
        field = data[at : at + 32]
        if field[:1] in (b"\r", b"\0"):
            break
        name = field[:11].split(b"\0")[0].decode("latin-1")
        cells = (row[offset : offset + field[16]].decode("latin-1").strip() for row in rows)
        columns.append((name, tuple(cells) if field[11:12] == b"C" else ()))
        offset += field[16]
    return Sample(tuple(name for name, _ in columns), tuple(columns))


def _parquet(source: Path | pa.BufferReader) -> Sample:
    """The names of all columns, and the first rows of those of text."""
    try:
        with pq.ParquetFile(source) as file:
            fields = file.schema_arrow
            names = [field.name for field in fields if pa.types.is_string(_plain(field.type))]
            batch = next(file.iter_batches(ROWS, row_groups=[0], columns=names), None) if file.num_row_groups else None
            cells = batch.to_pydict() if batch is not None and names else {}
    except (pa.ArrowException, OSError) as error:
        raise refuse("damaged", found=error) from error
    columns = ((name, tuple(cell or "" for cell in cells.get(name, ()))) for name in names)
    return Sample(tuple(fields.names), tuple(columns))


def _plain(kind: pa.DataType) -> pa.DataType:
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    return pa.string() if pa.types.is_large_string(value) else value
