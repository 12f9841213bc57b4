"""The letters of an SESNSP file: its header, found by the words without accents, and when a reading is certain."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from corridors.sources.encoding import Certain, Reading, find
from corridors.sources.inegi_states import spellings
from corridors.sources.layouts import Row, Shape, shape
from corridors.sources.problems import Refused, problem, refuse
from corridors.sources.sesnsp_scan import Rows, Scan

# Headers without accents, which no wrong encoding harms.
HEADERS: Final = ("Clave_Ent", "Entidad", "Tipo de delito", "Subtipo de delito", "Modalidad", "Enero", "Diciembre")
_HEAD: Final = 1 << 16


def head(data: bytes, columns: Sequence[Row]) -> tuple[Shape, list[bytes]]:
    """Where the columns are, and the header's cells as bytes. Refused when a needed column is not there, or when the
    header's letters are damaged beyond certain mending."""
    plain = [row for row in columns if row["header"].isascii()]
    rough = shape(data[:_HEAD].decode("latin-1"), plain)
    line = data[:_HEAD].split(b"\n", rough.row)[rough.row - 1].rstrip(b"\r")
    cells = [cell.strip(b' "') for cell in line.split(rough.delimiter.encode())]
    spellings = _spellings(columns)
    reading = find(cells, lambda said: _all(spellings, said))
    exact = replace(shape(reading.text(line), columns), row=rough.row)
    needed = {row["name"]: row["header"] for row in reversed(columns) if row["required"] == "yes"}
    if lacking := [name for name in needed if name not in exact.at]:
        raise Refused([problem("header", row=exact.row, wanted=needed[name]) for name in reversed(lacking)])
    return exact, cells


def certain(geodata: Path, columns: Sequence[Row]) -> Certain:
    """Whether cells are right to the letter: a spelling of each needed header, and of each of the 32 states."""
    states = [{name.casefold() for name in names} for names in spellings(geodata).values()]
    return lambda said: _all([*_spellings(columns), *states], said)


def printed(found: Scan, reading: Reading) -> Rows:
    """The kept rows as text. Refused when a cell cannot be read so, or when there is nothing to keep."""
    if not found.tables or not any(table.num_rows for table in found.tables):
        raise Refused(found.problems)
    try:
        return found.rows(reading)
    except ValueError as error:
        raise refuse("encoding", found=str(error)) from None


def _spellings(columns: Sequence[Row]) -> list[set[str]]:
    found: dict[str, set[str]] = {}
    for row in columns:
        if row["required"] == "yes":
            found.setdefault(row["name"], set()).add(row["header"].casefold())
    return list(found.values())


def _all(wanted: Sequence[set[str]], cells: frozenset[str]) -> bool:
    said = {re.sub(r"\s+", " ", cell).casefold() for cell in cells}
    return all(spellings & said for spellings in wanted)
