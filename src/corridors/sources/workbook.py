"""The cells of an xlsx workbook, through python-calamine: values only, no formula is ever computed."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from corridors.sources.problems import refuse

Cell = str | int | float | bool | date | datetime | time | timedelta
AREA: Final = 20_000_000  # cells of one sheet's rectangle: the reader holds it whole, filled or not
# Without any of these the rectangle is below AREA (ZZ9999 or Z99999) and needs no measuring, which is slow.
_FAR: Final = re.compile(rb'r="(?:[A-Za-z]{3,}\d|[A-Za-z]{0,2}\d{6})')
_WIDE: Final = re.compile(rb'r="[A-Za-z]{2}\d')
_TALL: Final = re.compile(rb'r="[A-Za-z]{0,2}\d{5}')
_LARGE: Final = re.compile(rb'r="(?:[A-Za-z]{3,}\d|[A-Za-z]{0,2}\d{5})')  # some of the above, in one look
_ODD: Final = re.compile(rb"r(?:=[\s']|\s+=)")  # no spreadsheet program writes it so, and readers take it
_COLUMN: Final = re.compile(rb"""r\s*=\s*["']([A-Za-z]+)\d""")
_ROW: Final = re.compile(rb"""r\s*=\s*["'][A-Za-z]*(\d{5,})["']""")


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows[0]` is row 1 of the sheet and `rows[0][0]` its cell A1; an empty cell is an empty text."""

    name: str
    rows: list[list[Cell]]


def sheets(data: bytes, bounded: bool = False) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in its order. Refused when it cannot be read or its rectangle is absurdly large.

    `bounded`: whether `bound` has seen every part already.
    """
    if not bounded:
        _bound_all(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(
            Sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
        )
    except CalamineError as error:
        raise refuse("workbook", found=error) from error
    except BaseException as error:
        # A panic of the Rust reader is not an Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise refuse("workbook", found=error) from None


def bound(part: str, xml: bytes) -> None:
    """Refused for a sheet whose cells lie so far apart that the reader's rectangle would not fit in memory.

    The sheet's own `dimension` may say anything, so the references of the cells are read. Any part may be a sheet,
    whatever its name.
    """
    if b"sheetData" in xml and _suspect(xml):
        _measured(part, xml)


def _bound_all(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                bound(part, archive.read(part))
    # What Python's reader raises for a part that is encrypted, cut off, or packed in a way that it does not know.
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise refuse("workbook", found=error) from error


def _suspect(xml: bytes) -> bool:
    if _LARGE.search(xml) and (_FAR.search(xml) or (_WIDE.search(xml) and _TALL.search(xml))):
        return True
    return bool(_ODD.search(xml))


def _measured(part: str, xml: bytes) -> None:
    columns = max((_number(name) for name in set(_COLUMN.findall(xml))), default=0)
    rows = max(map(int, _ROW.findall(xml)), default=9_999)
    if columns * rows > AREA:
        raise refuse("area", sheet=part, found=f"{columns} x {rows}")


def _number(name: bytes) -> int:
    """The number of a column from its letters (A is 1)."""
    value = 0
    for letter in name.upper():
        value = value * 26 + letter - 64
    return value


def letters(index: int) -> str:
    """The letters of a column from its place in a row of `Sheet.rows` (0 is A)."""
    name, rest = "", index + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(65 + digit) + name
    return name
