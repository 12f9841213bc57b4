"""Small files in ATF's layouts, written here: nothing of them is copied from a real one."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from corridors.sources.content import Content, Kind
from corridors.sources.workbook import letters

_SCHEMAS: Final = "http://schemas.openxmlformats.org"
_MAIN: Final = f"{_SCHEMAS}/spreadsheetml/2006/main"
_OFFICE: Final = f"{_SCHEMAS}/officeDocument/2006"
_PACKAGE: Final = f"{_SCHEMAS}/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Value = str | int | float | bool | None
Rows = Sequence[Sequence[Value]]
STATES = ("ALABAMA", "DST OF COLUMBIA", "GUAM & NORTHERN MARIANA ISLANDS", "TEXAS", "US VIRGIN  ISLANDS", "WYOMING")
CODES = ("AL", "DC", "GU", "TX", "VI", "WY")


def xlsx(rows: Rows, title: str = "Sheet1") -> bytes:
    """A workbook of one sheet; None is an empty cell."""
    return packed((title, cells(rows)))


def cells(rows: Rows) -> str:
    """The XML of the cells of a sheet."""
    found = ((r, c, value) for r, row in enumerate(rows, 1) for c, value in enumerate(row) if value is not None)
    return "".join(_cell(f"{letters(c)}{r}", value) for r, c, value in found)


def packed(*sheets: tuple[str, str]) -> bytes:
    """A workbook of sheets, each with its title and the XML of its cells."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{escape(title)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, (title, _) in zip(numbers, sheets, strict=True)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{_TYPE}.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    }
    for n, (_, xml) in zip(numbers, sheets, strict=True):
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData><row>{xml}</row></sheetData></worksheet>'
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _cell(place: str, value: Value) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def content(data: bytes, kind: Kind = "xlsx", hints: Mapping[str, str] | None = None) -> Content:
    """A file as the door hands it over; its name says nothing."""
    return Content(Path("download"), data, kind, hashlib.sha256(data).hexdigest(), dict(hints or {}))


def sourced(
    cells: Sequence[Sequence[Value]],
    *,
    sources: Sequence[str] = STATES,
    recoveries: Sequence[str] = STATES,
    turned: bool = False,
    total: str = "TOTAL",
    printed: Mapping[tuple[int, int], Value] | None = None,
    notes: Sequence[str] = (),
) -> list[list[Value]]:
    """The sheet of a matrix source x recovery in the usual form, or turned; `printed` changes single cells of it
    (row and column of the matrix with its totals)."""
    plain = [[value if isinstance(value, int) and not isinstance(value, bool) else 0 for value in row] for row in cells]
    whole: list[list[Value]] = [[*row, sum(plain[at])] for at, row in enumerate(cells)]
    below: list[Value] = [sum(row[at] for row in plain) for at in range(len(recoveries))]
    whole.append([*below, sum(map(sum, plain))])
    for (row, column), value in (printed or {}).items():
        whole[row][column] = value
    across, down = (sources, recoveries) if turned else (recoveries, sources)
    body = [list(row) for row in zip(*whole, strict=True)] if turned else whole
    sheet: list[list[Value]] = [
        [None, None, "Source State"] if turned else ["Recovery State"],
        [None if turned else "Source State", None, *across, total],
    ]
    sheet += [[None, name, *row] for name, row in zip([*down, total], body, strict=True)]
    if turned:
        sheet[2][0] = "Recovery State"
    sheet.append([None])
    sheet += [[None, f"- {note}"] for note in notes]
    return sheet
