"""A CSV file with its citation in it, safe to open in a spreadsheet.

Comment lines start with `#`. A text that a spreadsheet would take for a formula (a leading `=`,
`+`, `-`, `@`, tab or carriage return) gets a quote in front; numbers stay numbers.
"""

import csv
import io
import math
from typing import Any, Final

from corridors.answers.download import Download

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
BOM: Final = "\ufeff"  # so that Excel reads UTF-8


def safe(text: str) -> str:
    """A text that no spreadsheet runs: a quote in front of what looks like a formula, no line break."""
    flat = " ".join(text.splitlines())
    return "'" + flat if text.lstrip(" ").startswith(_FORMULA) else flat


def cell(value: Any) -> str | int | float:
    """A value as it is written: numbers as numbers (a whole one without decimals), a missing one empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return safe(value)
    number = float(value)
    if math.isnan(number):
        return ""
    return int(number) if number.is_integer() else number


def file(download: Download) -> tuple[str, bytes]:
    """The name of the file and its bytes: citation as comment lines, one header line, the rows (UTF-8, CRLF)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in download.citation:
        out.write(f"# {' '.join(line.split())}\r\n")
    writer.writerow([safe(column.header) for column in download.columns])
    ids = [column.id for column in download.columns]
    for row in download.frame[ids].itertuples(index=False, name=None):
        writer.writerow([cell(value) for value in row])
    return f"corridors-{download.name}.csv", (BOM + out.getvalue()).encode("utf-8")
