"""What varies by year or edition is data: the tables of `geodata/layouts/<importer>/`, and where a CSV's header is.

What columns are called is in a layout's `columns.csv` (`name,header,required`; several rows a name where editions
differ). Headers are compared without case, accents and punctuation, so `Port Name` and `port_name` are one.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from corridors.errors import DataError
from corridors.sources import names
from corridors.sources.content import Content

DELIMITERS: Final = (",", ";", "\t", "|")
TITLES: Final = 30  # lines above the header that a publisher may print
HEAD: Final = 1 << 18  # bytes in which the header stands
MAX_COLUMNS: Final = 1_000
_END: Final = re.compile(r"\r\n|\r|\n")
_MAX_LINE: Final = 100_000  # characters of a header; a longer line is none
Row = Mapping[str, str]
fold = lru_cache(maxsize=4096)(names.fold)  # the headers of one publisher come again and again


def layout(geodata: Path, id: str, name: str) -> tuple[Row, ...]:
    """The rows of `layouts/<id>/<name>.csv`: what varies by year or edition. DataError when it is not there."""
    path = Path(geodata, "layouts", id, f"{name}.csv")
    try:
        stamp = path.stat()
    except FileNotFoundError as error:
        raise DataError(f"layouts/{id}/{name}.csv is missing: it is part of the repository, restore it") from error
    return _layout(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=64)
def _layout(path: Path, _changed: int, _size: int) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))


def shared(content: Content, headers: Iterable[str]) -> tuple[str, ...]:
    """Which of some headers stand together in one of the first lines of a CSV, under the best delimiter."""
    if content.kind != "csv":
        return ()
    wanted = {fold(header): header for header in headers}
    best: frozenset[str] = max((line & wanted.keys() for line in _folded(content.head)), key=len, default=frozenset())
    return tuple(header for key, header in wanted.items() if key in best)


@lru_cache(maxsize=2)
def _folded(head: str) -> tuple[frozenset[str], ...]:
    """The folded cells of each line that may be a header, under each delimiter, once for all importers that ask."""
    return tuple(
        frozenset(fold(cell) for cell in _cells(line, delimiter))
        for line in _lines(head)
        for delimiter in DELIMITERS
        if delimiter in line
    )


def _lines(text: str) -> Iterator[str]:
    """The lines that may be a header, whatever ends them."""
    return islice(_END.split(text, TITLES), TITLES)


def _quote(line: str) -> str:
    return "'" if line.startswith("'") else '"'


def _cells(line: str, delimiter: str) -> list[str]:
    if len(line) > _MAX_LINE:
        return []
    try:
        return next(csv.reader([line.lstrip("\ufeff")], delimiter=delimiter, quotechar=_quote(line)), [])
    except csv.Error:
        return []


@dataclass(frozen=True)
class Shape:
    """How a file is written: delimiter, quote, the header's row (1 is the first line) and cells, and our names."""

    delimiter: str
    quote: str
    row: int
    header: tuple[str, ...]
    at: Mapping[str, int]  # our name -> position


def head(data: bytes) -> str:
    """The lines of UTF-8 text in which the header may be. Where the last is cut within a letter, the decoder waits."""
    stop = 0
    for _ in range(TITLES):
        stop = data.find(b"\n", stop, HEAD) + 1
        if not stop:
            break
    return codecs.getincrementaldecoder("utf-8")().decode(data[: stop or HEAD])


def shape(text: str, columns: Iterable[Row]) -> Shape:
    """The first line that names the most of the wanted columns, read with the delimiter that finds them."""
    known = {fold(row["header"]): row["name"] for row in columns}
    needed = len({row["name"] for row in columns if row["required"] == "yes"})
    best = Shape(",", '"', 1, (), {})
    for number, line in enumerate(_lines(text), start=1):
        for delimiter in DELIMITERS:
            header = _cells(line, delimiter) if delimiter in line else []
            at: dict[str, int] = {}
            for position, cell in enumerate(header):
                if (name := known.get(fold(cell))) and name not in at:
                    at[name] = position
            if len(at) > len(best.at):
                best = Shape(delimiter, _quote(line), number, tuple(cell.strip() for cell in header), at)
        if len(best.at) >= needed:
            break
    return best
