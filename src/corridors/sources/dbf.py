"""dBASE III and IV tables (`.dbf`): the header as it is, and the wanted columns alone.

The records are one view of the file's bytes, never a copy: a table of any size takes the memory of the columns that
are asked for. Layout: Borland, "dBASE file format" (header of 32 bytes, a descriptor of 32 bytes a field, 0Dh, then
records of a fixed length that begin with a space, or with `*` when deleted).
"""

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from corridors.sources.problems import LISTED, Problem, Refused, problem, refuse

VERSIONS: Final = (0x03, 0x04, 0x30, 0x83, 0x8B, 0xF5)  # III, IV, Visual FoxPro, and those with memos (not read)
_HEADER: Final = struct.Struct("<B3xIHH")
_FIELD: Final = struct.Struct("<11sc4xBB14x")
_DRIVER: Final = 29  # the byte of the header that names the code page
_PAGES: Final = {0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x57: "cp1252"}
_END: Final = 0x0D
_KEPT: Final = b" "
_DELETED: Final = b"*"
_MARK: Final = "*"  # our name of the byte before each record
_TRAILING: Final = 512  # bytes of padding after the last record that some programs write
# What a cell of each type looks like; a blank one is missing. Asterisks (a number too long for its field) are none.
_CELLS: Final = {
    "C": r"[\s\S]*",
    "N": r"|[+-]?(?:\d+\.?\d*|\.\d+)",
    "F": r"|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?",
    "D": r"|\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])",
    "L": r"|[TtYyFfNn]",
}
Buffer = bytes | mmap.mmap
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Field:
    """One field: its name in capitals, its type (C text, N and F number, D date, L yes or no), its width in bytes."""

    name: str
    type: str
    length: int


@dataclass(frozen=True)
class Table:
    """A whole table. `records` views the file; those marked as deleted are left out by `kept`."""

    fields: tuple[Field, ...]
    records: npt.NDArray[np.void]
    kept: Mask
    page: str

    def __len__(self) -> int:
        """The number of records that are not deleted."""
        return int(self.kept.sum())

    def raw(self, name: str) -> npt.NDArray[np.bytes_]:
        """The cells of a field as bytes, padded as they are, without deleted records."""
        column: npt.NDArray[np.bytes_] = self.records[name]
        return column[self.kept]

    def cells(self, name: str, rows: Mask | None = None) -> pd.Series:
        """The cells of a field as text, "" where blank; `rows` picks some of those that are not deleted.

        The index is the number of the record in the file, from 1. Text keeps its leading spaces, a date is YYYYMMDD.
        Refused with every cell that is not of the field's type.
        """
        field = next(field for field in self.fields if field.name == name)
        at = np.flatnonzero(self.kept)
        at = at if rows is None else at[rows]
        raw: npt.NDArray[np.bytes_] = self.records[name][at]
        text = pd.Series(np.char.decode(raw, self.page, "replace"), index=at + 1, dtype="str").str.rstrip("\0 ")
        if field.type != "C":
            text = text.str.strip()
        if field.type not in _CELLS:
            raise refuse("dbf", column=name, found=f"type {field.type!r}")
        wrong = text[~text.str.fullmatch(_CELLS[field.type])]
        if len(wrong):
            raise Refused([_misfit(name, row, cell) for row, cell in wrong.iloc[:LISTED].items()])
        return text


def mapped(path: Path) -> Buffer:
    """A file's bytes without reading them: the system brings in what is looked at."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def fields(data: Buffer) -> tuple[Field, ...]:
    """The fields that the header names. Refused when it cannot be one."""
    return _header(data)[0]


def read(data: Buffer) -> Table:
    """A table. Refused when the header lies about fields, lengths or the number of records, or the file is cut off."""
    found, count, start, length = _header(data)
    end = start + count * length
    if len(data) < end:
        raise _lie(f"{count} records of {length} bytes announced, {(len(data) - start) // length} there")
    if len(data) - end > _TRAILING or data[end:].strip(b"\x1a\0 \r\n"):
        raise _lie(f"{len(data) - end} bytes after the last of {count} records")
    offsets = np.cumsum([1, *(field.length for field in found)])[:-1]
    layout = np.dtype({
        "names": [_MARK, *(field.name for field in found)],
        "formats": ["S1", *(f"S{field.length}" for field in found)],
        "offsets": [0, *offsets.tolist()],
        "itemsize": length,
    })  # fmt: skip
    records: npt.NDArray[np.void] = np.frombuffer(data, layout, count, start)
    marks = records[_MARK]
    if (strange := np.flatnonzero((marks != _KEPT) & (marks != _DELETED))).size:
        at = int(strange[0])
        raise Refused([problem("dbf", row=at + 1, found=f"record {at + 1} begins with {bytes(marks[at])!r}")])
    return Table(found, records, marks == _KEPT, _PAGES.get(data[_DRIVER], "latin-1"))


def _header(data: Buffer) -> tuple[tuple[Field, ...], int, int, int]:
    """The fields, the number of records, where they begin and how long one is."""
    if len(data) < _FIELD.size:
        raise _lie("no header")
    version, count, start, length = _HEADER.unpack_from(data)
    if version not in VERSIONS:
        raise _lie(f"version {version:#04x} is not dBASE III or IV")
    found: list[Field] = []
    at = _FIELD.size
    while at < min(start, len(data)) and data[at] != _END:
        if at + _FIELD.size > min(start, len(data)):
            raise _lie("a field is described beyond the header")
        name, kind, width, _ = _FIELD.unpack_from(data, at)
        found.append(Field(name.split(b"\0")[0].decode("latin-1").strip().upper(), kind.decode("latin-1"), width))
        at += _FIELD.size
    if at >= min(start, len(data)):
        raise _lie("the list of fields has no end")
    names = [field.name for field in found]
    if not names or "" in names or _MARK in names or len(set(names)) != len(names):
        raise _lie(f"fields {', '.join(names) or 'none'}")
    if 0 in (widths := [field.length for field in found]) or sum(widths) + 1 != length:
        raise _lie(f"fields of {sum(widths)} bytes in records of {length}")
    return tuple(found), count, start, length


def _lie(found: str) -> Refused:
    return refuse("dbf", found=found)


def _misfit(name: str, row: object, cell: str) -> Problem:
    return problem("number", row=int(str(row)), column=name, found=cell)
