"""What a cited fact must have: each cell against a pandera schema, then what single cells do not show."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd
import pandera.pandas as pa

from corridors.errors import DataError
from corridors.model import claims
from corridors.model.kinds import Kind
from corridors.sources.layouts import fold, layout
from corridors.sources.problems import Problem, problem
from corridors.sources.validation import check

LAYOUT: Final = "cited_facts"
# What all rows of one document say alike; its card says it once.
DOCUMENT: Final = ("date_published", "via_press", "redistribute")
YES_NO: Final = "yes or no"
YEAR: Final = "year"
_KEY: Final = ("fact", "date", "publisher", "document")
_FILLED: Final = ("place", "period", "unit", "base_en", "base_es", "statement_en", "statement_es", "publisher",
                  "document", "locator")  # fmt: skip
_DATE: Final = re.compile(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
# Where a citation could name the document under test. A note may speak of it.
_CITING: Final = ("document", "publisher", "locator", "url")


def _like(pattern: str, code: str) -> pa.Check:
    return pa.Check(lambda cells: cells.str.fullmatch(pattern), name=code)


def _is_date(cell: str) -> bool:
    if not _DATE.fullmatch(cell):
        return False
    try:
        date.fromisoformat(f"{cell}-01-01"[:10])
    except ValueError:  # the 30th of February
        return False
    return True


_SCHEMA: Final = pa.DataFrameSchema(
    {
        "fact": pa.Column(None, _like(r"[a-z0-9]+(?:-[a-z0-9]+)*", "cited_fact")),
        "date": pa.Column(None, pa.Check(lambda cells: cells.map(_is_date), name="cited_date")),
        "date_published": pa.Column(None, pa.Check(lambda cells: cells.map(_is_date), name="cited_date")),
        "value": pa.Column(None, _like(r"\d{1,11}(?:\.\d{1,9})?", "number")),
        "url": pa.Column(None, _like(r"|https?://\S+", "cited_url")),
        "quality": pa.Column(None, _like("exact|rounded|derived", "trace_quality")),
        "kind": pa.Column(None, _like("|".join(Kind), "cited_kind")),
        "via_press": pa.Column(None, _like("yes|no", "cited_yes_no")),
        "redistribute": pa.Column(None, _like("|yes|figures-only|unknown", "cited_redistribute")),
        **{name: pa.Column(None, _like(r"[\s\S]+", "empty")) for name in _FILLED},
    }
)


def problems(rows: pd.DataFrame, geodata: Path) -> list[Problem]:
    """Everything wrong with the rows; `row` counts them from 1, `column` has our names.

    `rows` has every column of the layout as stripped text, with a plain range index.
    """
    cells = check(rows, _SCHEMA, first_row=1)
    named = {(one.row, one.column) for one in cells}
    return [*cells, *_across(rows, geodata), *(one for one in _disagreeing(rows) if (one.row, one.column) not in named)]


def _across(rows: pd.DataFrame, geodata: Path) -> Iterator[Problem]:
    numbers = rows["value"].where(rows["value"].str.fullmatch(r"\d{1,11}(?:\.\d{1,9})?"), "0").astype(float)
    units = {row["fact"]: row["unit"] for row in layout(geodata, LAYOUT, "facts")}
    wanted = rows["fact"].map(units)
    wrong = (
        ("duplicate", "fact", rows.duplicated(list(_KEY))),
        ("flag", "value", (rows["unit"] == YES_NO) & ~numbers.isin([0, 1])),
        ("cited_year", "value", (rows["unit"] == YEAR) & ~rows["value"].str.fullmatch(r"(?:1[5-9]|20)\d\d")),
        ("percent", "value", (rows["unit"] == "percent") & (numbers > 100)),
        ("cited_modelled", "kind", (rows["kind"] == Kind.MODELLED) & (rows["note"] == "")),
        *_own(rows, geodata),
    )
    for code, column, mask in wrong:
        for at in rows.index[mask]:
            yield problem(code, row=at + 1, column=column, found=rows.at[at, column])
    for at in rows.index[wanted.notna() & (wanted != rows["unit"])]:
        yield problem("cited_unit", row=at + 1, column="unit", found=rows.at[at, "unit"], wanted=wanted[at])


def _own(rows: pd.DataFrame, geodata: Path) -> Iterator[tuple[str, str, pd.Series]]:
    """The rows that cite a document whose claims ship: what it says of itself is no evidence for it."""
    names = own_names(geodata)
    for column in _CITING:
        folded = rows[column].map(fold)
        yield "cited_own", column, folded.map(lambda said: any(name in said for name in names))


def own_names(geodata: Path) -> tuple[str, ...]:
    """The folded names by which the documents under test are cited. DataError when a file of claims that ships is
    malformed."""
    found: set[str] = set()
    for path in sorted((geodata / "claims").glob("*.yml")):
        try:
            document = claims.load(path.name, path.read_bytes())
        except OSError as error:
            raise DataError(f"{path.name}: cannot be read ({error.strerror})") from error
        found |= {fold(name) for name in (document.title, *document.cited_as)}
    return tuple(sorted(found - {""}))


def _disagreeing(rows: pd.DataFrame) -> Iterator[Problem]:
    """The rows of a document that say of it something else than its first row."""
    groups = rows.groupby([rows["publisher"].map(fold), rows["document"].map(fold)])
    for name in DOCUMENT:
        first = groups[name].transform("first")
        for at in rows.index[rows[name] != first]:
            yield problem("cited_document", row=at + 1, column=name, found=rows.at[at, name], wanted=first[at] or "-")
