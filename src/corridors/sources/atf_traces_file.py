"""The keyed CSV in which ATF's own trace documents are written down: what each line says, and what is wrong with it.

The layout is ours (`docs/layouts/atf_traces.md`): lines `# key: value` say which document it is, then a header, then a
row a number. Any other line that begins with `#` is a comment.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pandera.pandas as pa

from corridors.sources.content import Content
from corridors.sources.layouts import Row, layout, shape
from corridors.sources.names import codes, fold
from corridors.sources.problems import Problem, Refused, problem, refuse
from corridors.sources.validation import check

LAYOUT: Final = "atf_traces"
TABLES: Final = (
    "trace_totals", "trace_source_places", "trace_pairs", "trace_recovery_places", "trace_types", "time_to_crime",
)  # fmt: skip
BY_SOURCE: Final = ("trace_source_places", "trace_pairs")  # tables whose source area may be a state
BY_RECOVERY: Final = ("trace_pairs", "trace_recovery_places")
_META: Final = re.compile(r"#\s*(\w+)\s*:\s*(.*\S)")
_FORMS: Final = {
    "publisher": r".+",
    "document": r".+",
    "edition": r".+",
    "published": r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?",
    "url": r"https?://\S+",
}


def _like(pattern: str, code: str) -> pa.Check:
    return pa.Check(lambda cells: cells.str.fullmatch(pattern), name=code)


_SCHEMA: Final = pa.DataFrameSchema(
    {
        "table": pa.Column(str, _like("|".join(TABLES), "trace_table")),
        "year_start": pa.Column(str, _like(r"(19|20)\d\d", "trace_year")),
        "year_end": pa.Column(str, _like(r"(19|20)\d\d", "trace_year")),
        "value": pa.Column(str, _like(r"\d{1,12}(\.\d{1,6})?", "number")),
        "quality": pa.Column(str, _like("exact|rounded|derived", "trace_quality")),
        "page": pa.Column(str, _like(r".+", "empty")),
    }
)


@dataclass(frozen=True)
class Document:
    """What a file says: the document, and its rows as text with the columns of the layout and those we add
    (`us_state_code`, `mx_state_code`, `unit`). The index of `rows` is the line of the file."""

    meta: Mapping[str, str]
    rows: pd.DataFrame


def document(content: Content, geodata: Path) -> Document:
    """The file, checked. Refused with everything that is wrong with it."""
    columns = layout(geodata, LAYOUT, "columns")
    found = shape(content.text, columns)
    if missing := [row["header"] for row in columns if row["name"] not in found.at]:
        raise Refused([problem("header", row=found.row, wanted=name) for name in missing])
    meta, lines, faults = _lines(content.text, found.delimiter, found.row, len(found.header))
    faults += [
        problem("trace_meta", column=key, found=meta.get(key, ""), key=key)
        for key, form in _FORMS.items()
        if not re.fullmatch(form, meta.get(key, ""))
    ]
    if not lines:
        raise Refused([*faults, problem("no_rows", row=found.row)])
    cells = {name: [line[at].strip() for line in lines.values()] for name, at in found.at.items()}
    rows = _with_codes(pd.DataFrame(cells, index=list(lines), dtype=object), geodata)
    faults += [*check(rows, _SCHEMA, first_row=0), *_faults(rows, meta.get("edition", ""), geodata)]
    if faults:
        raise Refused(sorted(faults, key=lambda one: (one.row, one.column)))
    return Document(meta, rows)


def _lines(
    text: str, delimiter: str, header: int, width: int
) -> tuple[dict[str, str], dict[int, list[str]], list[Problem]]:
    """The meta lines, the rows below the header by their line, and the rows of another width."""
    meta: dict[str, str] = {}
    rows: dict[int, list[str]] = {}
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            first = cells[0].lstrip() if cells else ""
            if first.startswith("#"):
                # A spreadsheet fills the line with empty cells; a comma of the text has cut it in two.
                if match := _META.match(delimiter.join(cells).strip(f" {delimiter}")):
                    meta.setdefault(match[1], match[2])
            elif reader.line_num > header and any(cell.strip() for cell in cells):
                rows[reader.line_num] = cells
    except csv.Error as error:
        raise refuse("csv", row=reader.line_num, found=error) from error
    wrong = [line for line, cells in rows.items() if len(cells) != width]
    faults = [problem("ragged", row=line, found=len(rows.pop(line)), wanted=width) for line in wrong]
    return meta, rows, faults


def _with_codes(rows: pd.DataFrame, geodata: Path) -> pd.DataFrame:
    """With the codes of states where an area is one, and the unit of the measure ("" where the layout has none)."""
    areas = {fold(row["area"]) for row in layout(geodata, LAYOUT, "areas")}
    coded = {}
    for name, known, column, tables in (
        ("us_state_code", codes(geodata, "US"), "source_area", BY_SOURCE),
        ("mx_state_code", codes(geodata, "MX"), "recovery_area", BY_RECOVERY),
    ):
        # The country comes before the state of its name: in these documents "Mexico" is the whole.
        states = {folded: code for folded, code in known.items() if folded not in areas}
        coded[name] = [
            states.get(fold(area), "") if table in tables else ""
            for table, area in zip(rows["table"], rows[column], strict=True)
        ]
    measures = layout(geodata, LAYOUT, "measures")
    return rows.assign(
        **coded, unit=[_unit(measures, *pair) for pair in zip(rows["table"], rows["measure"], strict=True)]
    )


def _unit(measures: Iterable[Row], table: str, measure: str) -> str:
    """The unit of a measure; a measure of the layout that ends in `*` stands for all that begin so."""
    for row in measures:
        name = row["measure"]
        if row["table"] == table and (name == measure or (name[-1] == "*" and measure.startswith(name[:-1]))):
            return row["unit"]
    return ""


def _faults(rows: pd.DataFrame, edition: str, geodata: Path) -> list[Problem]:
    """What single cells do not show: areas, measures of another table, spans, shares, the same number twice."""
    areas = {fold(row["area"]) for row in layout(geodata, LAYOUT, "areas")}
    states = codes(geodata, "US")
    parts = {
        name: rows[f"{name}_area"].map(lambda area: all(_known(one, areas, states) for one in area.split("+")))
        for name in ("source", "recovery")
    }
    percent = rows["value"].where(rows["value"].str.fullmatch(r"\d+(\.\d+)?"), "0").astype(float) > 100
    key = ["table", "year_start", "year_end", "source_area", "recovery_area", "measure"]
    wrong = (
        ("trace_area", "source_area", ~parts["source"] & (rows["us_state_code"] == "")),
        ("trace_area", "recovery_area", ~parts["recovery"] & (rows["mx_state_code"] == "")),
        ("trace_measure", "measure", rows["table"].isin(TABLES) & (rows["unit"] == "")),
        ("trace_span", "year_end", rows["year_end"] < rows["year_start"]),
        ("trace_outside", "year_start", ~rows["year_start"].between(*_span(edition))),
        ("trace_outside", "year_end", ~rows["year_end"].between(*_span(edition))),
        ("percent", "value", percent & (rows["unit"] == "percent") & ~rows["measure"].str.startswith("growth")),
        ("duplicate", "measure", rows.duplicated(key)),
    )
    return [
        problem(code, row=line, column=column, found=rows.at[line, column])
        for code, column, mask in wrong
        for line in rows.index[mask]
    ]


def _span(edition: str) -> tuple[str, str]:
    """The six years of ATF's tables for Mexico; the NFCTA looks back further than its name."""
    match = re.fullmatch(r"ATF Mexico (\d{4})-(\d{4})", edition)
    return (match[1], match[2]) if match else ("0000", "9999")


def _known(area: str, areas: Iterable[str], states: Mapping[str, str]) -> bool:
    """Whether an area has a name of the layout, or is a place within a state (`Houston, Texas`)."""
    place, comma, state = area.rpartition(",")
    return fold(area) in areas or bool(comma and place.strip() and fold(state) in states)
