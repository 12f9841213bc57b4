"""An Excel workbook: the rows on one sheet, the stamp on another; texts are texts, never formulas.

The same content gives the same bytes: the only date in the file is the day of the stamp.
"""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from corridors.answers.chart import Column
from corridors.answers.download import Download
from corridors.answers.stamp import Stamp
from corridors.text import text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDEST: Final = 60  # characters of a column
_OPTIONS: Final = {
    "in_memory": True, "constant_memory": False, "strings_to_numbers": False, "strings_to_formulas": False,
    "strings_to_urls": False, "nan_inf_to_errors": False,
}  # fmt: skip
_NO_CONTROL: Final = {code: None for code in range(32) if code not in (9, 10, 13)}  # what XML cannot hold


def file(download: Download, stamp: Stamp) -> tuple[str, bytes]:
    """The name of the workbook and its bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only a workbook pays for it

    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({
            "title": stamp.title, "comments": stamp.code, "author": "Corridors / Corredores",
            "created": datetime.fromisoformat(stamp.made).replace(tzinfo=UTC),
        })  # fmt: skip
        _rows(book, book.add_worksheet(text("export.sheet.data", stamp.lang)), download)
        _about(book, book.add_worksheet(text("export.sheet.about", stamp.lang)), download, stamp)
    return f"corridors-{download.name}.xlsx", out.getvalue()


def _rows(book: "Workbook", sheet: "Worksheet", download: Download) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    looks: dict[int | None, Format] = {}
    for column in download.columns:
        if column.digits not in looks:
            looks[column.digits] = book.add_format({"num_format": _look(column)})
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(download.columns):
        values = download.frame[column.id].tolist()
        sheet.set_column(at, at, _width(column, values))
        sheet.write_string(0, at, _text(column.header), head)
        for row, value in enumerate(values, start=1):
            _cell(sheet, row, at, value, column, looks[column.digits])
    if len(download.frame):
        sheet.autofilter(0, 0, len(download.frame), len(download.columns) - 1)


def _look(column: Column) -> str:
    """The form of a number; Excel writes its marks of thousands and decimals as the reader's country does."""
    if column.digits is None:
        return "@"
    return "#,##0" + ("." + "0" * column.digits if column.digits else "")


def _cell(sheet: "Worksheet", row: int, at: int, value: Any, column: Column, look: "Format") -> None:
    """A number as a number; a missing one leaves the cell empty; everything else as text."""
    if column.digits is None:
        sheet.write_string(row, at, "" if value is None else _text(str(value)), look)
    elif value is not None and not pd.isna(value):
        sheet.write_number(row, at, float(value), look)


def _text(words: str) -> str:
    return words.translate(_NO_CONTROL)[:32_767]  # the longest text of a cell


def _width(column: Column, values: list[Any]) -> float:
    """Characters: of the longest cell, or of the header's longest word."""
    longest = max((len(str(value)) for value in values if isinstance(value, str)), default=0)
    words = max((len(word) for word in column.header.split()), default=0)
    return min(WIDEST, max(longest, words, 9) + 2)


def _about(book: "Workbook", sheet: "Worksheet", download: Download, stamp: Stamp) -> None:
    """The citation and the stamp, a line each: what it is in the first column, the words in the second."""
    name = book.add_format({"bold": True, "valign": "top"})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, "Corridors / Corredores", book.add_format({"bold": True, "font_size": 14}))
    for at, line in enumerate(download.citation, start=1):
        label, _, said = line.partition(": ")
        if not said or len(label) > 40:
            label, said = "", line
        sheet.write_string(at, 0, _text(label), name)
        sheet.write_string(at, 1, _text(said), words)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{_text(stamp.code).replace('&', '&&')}&R{_text(stamp.marking).replace('&', '&&')}")
