"""Which calendar year a sourced-and-recovered workbook is, and what is said of that edition beside its numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from corridors.model.cards import Card
from corridors.model.tables import BY_NAME
from corridors.sources import cards
from corridors.sources.atf_sourced_recovered_sheet import Matrix
from corridors.sources.layouts import layout
from corridors.sources.problems import refuse

SOURCE: Final = "ATF_SR"
CELLS: Final = "us_domestic_trace_od"
TOTALS: Final = "us_domestic_trace_od_totals"
EDITIONS: Final = "us_domestic_trace_od_editions"
HELD: Final = "every cell is that of the same year in the present data"
_TITLE: Final = "Number of Firearms Sourced and Recovered in the United States and Territories"
_SPAN: Final = re.compile(
    r"(?:\b1/1/|January 1, )(\d{4})\s*(?:-|–|—|to|through|and)\s*(?:12/31/|December 31, )(\d{4})"
    r"|\b(?:calendar year|CY) ?(\d{4})",
    re.IGNORECASE,
)
_QUERY: Final = re.compile(r"query .*?\bon ([A-Z][a-z]+ \d{1,2}, \d{4})")


@dataclass(frozen=True)
class Edition:
    """The calendar year, what told it, and the ISO date of ATF's query ("" when it is not printed)."""

    year: str
    told: str
    query: str

    def words(self) -> str:
        """The edition as the ledger names it."""
        return f"calendar year {self.year}" + (f", query of {self.query}" if self.query else "")


def edition(found: Matrix, cells: Mapping[str, pa.Array], hints: Mapping[str, str], geodata: Path) -> Edition:
    """The year from titles and footnotes; else that of the present rows, when every cell is the same; else as given.

    `cells` are the columns of the cells above zero. Refused when no year can be known, or two contradict each other.
    """
    text = "\n".join((*found.words, found.sheet))
    years = sorted({year for match in _SPAN.finditer(text) for year in match.groups() if year})
    if len(years) > 1:
        raise refuse("one_year", sheet=found.sheet, found=", ".join(years))
    asked = hints.get("year", "")
    year, told = (years[0], f"the footnotes name {years[0]}") if years else (_held(found, cells, geodata), HELD)
    if year and asked not in ("", year):
        raise refuse("year_said", sheet=found.sheet, found=year)
    if not (year or re.fullmatch(r"(19|20)\d\d", asked)):
        raise refuse("year_unknown", sheet=found.sheet, found=asked)
    dates = _QUERY.search(text)
    return Edition(
        year or asked, told if year else f"the year {asked} was given", _iso(dates.group(1)) if dates else ""
    )


def _iso(date: str) -> str:
    """An American date as ISO; as printed when it is none."""
    try:
        return datetime.strptime(date, "%B %d, %Y").date().isoformat()
    except ValueError:
        return date


def _held(found: Matrix, cells: Mapping[str, pa.Array], geodata: Path) -> str:
    """The year of which we hold exactly these cells, "" when there is none."""
    totals = _read(geodata, TOTALS, ("year", "role", "firearms"))
    same = pc.and_(pc.equal(totals["role"], "grand"), pc.equal(totals["firearms"], str(found.grand)))
    years = totals.filter(same)["year"].to_pylist()
    for year in years:
        rows = _read(geodata, CELLS, ("year", *cells), year)
        alike = all(rows[name].equals(pa.chunked_array([mine])) for name, mine in cells.items())
        if alike or _same(cells, rows["line"]):
            return str(year)
    return ""


def _same(cells: Mapping[str, pa.Array], lines: pa.ChunkedArray) -> bool:
    """Whether these are the same rows in another order: neither has a cell twice, so as many and each of them."""
    mine = pc.binary_join_element_wise(*cells.values(), ",")
    return len(lines) == len(mine) and bool(pc.all(pc.is_in(mine, lines)).as_py())


def _read(geodata: Path, table: str, columns: Sequence[str], year: str = "") -> pa.Table:
    """Columns of the present rows, as text; those of one year with each row's other columns as one text, its `line`.

    A table of years begins with its year, which sorts it.
    """
    path = Path(geodata, "facts", f"{table}.csv")
    stamp = path.stat()
    return _rows(path, stamp.st_mtime_ns, stamp.st_size, tuple(columns), year)


@lru_cache(maxsize=8)
def _rows(path: Path, _changed: int, _size: int, columns: tuple[str, ...], year: str) -> pa.Table:
    """Read once while the table stays as it is: the next workbook of a set is compared with the same rows."""
    data = path.read_bytes()
    if year:
        # Nothing before the first row of the year and after the last one is parsed.
        header, line, begins = data.find(b"\n"), b"\n", f"\n{year},".encode()
        first, last = data.find(begins), data.rfind(begins)
        end = data.find(line, last + 1)
        data = data[:header] + (data[first : end if end > 0 else None] if first >= 0 else b"") + line
    options = pacsv.ConvertOptions(column_types=dict.fromkeys(columns, pa.string()), include_columns=columns)
    rows = pacsv.read_csv(pa.BufferReader(data), convert_options=options)
    if not year:
        return rows
    rows = rows.filter(pc.equal(rows["year"], year)).combine_chunks()
    line = pc.binary_join_element_wise(*(rows[name] for name in columns if name != "year"), ",")
    return rows.append_column("line", line)


def described(found: Matrix, edition: Edition, geodata: Path) -> tuple[dict[str, str], tuple[Card, ...]]:
    """The row of the table of editions (the present one when it is the same edition), and the card where it changes."""
    card = cards.card(geodata / "cards" / f"{SOURCE}.yml")
    present = _read(geodata, EDITIONS, BY_NAME[EDITIONS].names).to_pylist()
    for row in present:
        if row["year"] == edition.year and (edition.told == HELD or edition.query == _iso(row["fts_query_date"])):
            return row, ()
    years = {int(row["year"]) for row in present} | {int(edition.year)}
    row = {
        "year": edition.year,
        "publisher": card.publisher,
        "document": f"ATF Firearms Trace Data, calendar year {edition.year}",
        "table": f"{_TITLE} (sheet {found.sheet})",
        "fts_query_date": edition.query or "not printed in the workbook",
        "official_url": card.url,
        "agreement": "one workbook, as imported",
        "note": "Recovery states are in the rows of the workbook." if found.turned else "",
        "source_id": SOURCE,
    }
    changed = _card(card, edition, years, geodata)
    return row, () if changed == card else (changed,)


def _card(card: Card, edition: Edition, years: set[int], geodata: Path) -> Card:
    """The source card with this year in it, without what it said when the year was left out."""
    first, _, last = card.published.partition("–")
    english, spanish = card.caveat_en, card.caveat_es
    for row in layout(geodata, "atf_sourced_recovered", "left_out"):
        if row["year"] == edition.year:
            english = english.replace(f" {row['sentence_en']}", "")
            spanish = spanish.replace(f" {row['sentence_es']}", "")
    return replace(
        card,
        coverage=cards.spans(years),
        published=f"{first}–{max(last or first, edition.query[:4])}",
        caveat_en=english,
        caveat_es=spanish,
    )
