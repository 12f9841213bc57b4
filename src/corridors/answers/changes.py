"""What changed: figures that a publisher restated between editions, and what each edition of our data changed."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

import pandas as pd
import pyarrow.parquet as pq

from corridors import history
from corridors.answers.chart import Column, Context, spoken_date
from corridors.answers.download import Download, refuse
from corridors.answers.freshness import published
from corridors.answers.quantities import importer, quantity
from corridors.answers.totals_chart import edition_name
from corridors.answers.wording import worded
from corridors.figures.rows import each
from corridors.history import Edition
from corridors.model.cards import Card
from corridors.model.tables import BY_NAME
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import cards as words
from corridors.text import has, text
from corridors.text.formats import day
from corridors.text.formats import number as number_words

Names = Mapping[str, Sequence[str]]  # of places: id -> (English, Spanish)
SHOWN: Final = 12  # restated cells of an edition that the page lists; its file has them all
LISTED: Final = 20  # editions that the page lists in full; the steps below name every one
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SAME: Final = ("year_start", "year_end", "source_area", "recovery_area", "measure")
# "More than 99,000" is another way to say 99,691, and what nobody could verify restates nothing.
_NO_FIGURE: Final = ("rounded", "from_memory_unverified")


@dataclass(frozen=True)
class Figure:
    """One printed value of a quantity: what edition prints it, when that was published, who is the source."""

    value: float
    unit: str
    edition: str
    published: str
    card: Card
    document: str
    via_press: bool


@dataclass(frozen=True)
class Restatement:
    """One quantity that was printed with several values, the earliest first. `kind`: by several editions, or by
    several readers of one. Nothing is ever averaged."""

    years: tuple[int, int]
    measure: str
    kind: Literal["editions", "readings"]
    figures: tuple[Figure, ...]

    @property
    def difference(self) -> float:
        """The last value less the first."""
        return self.figures[-1].value - self.figures[0].value

    @property
    def percent(self) -> float:
        """The difference in percent of the first value; NaN where that is zero."""
        first = self.figures[0].value
        return self.difference / first * 100 if first else math.nan


def restatements(view: ViewState, store: Store) -> tuple[Restatement, ...]:
    """Every quantity of `trace_totals` that stands there with more than one value, the newest years first."""
    rows = store.table("trace_totals")
    rows = rows[~rows["quality"].isin(_NO_FIGURE)]
    ask = Context("totals", view, store)
    found = []
    for _, group in rows.groupby(list(_SAME), sort=True):
        figures = _figures(ask, group)
        if len({figure.value for figure in figures}) < 2:
            continue
        one = next(each(group))
        kind: Literal["editions", "readings"] = "editions" if group["edition"].nunique() > 1 else "readings"
        years = (int(one.year_start), int(one.year_end))
        found.append(Restatement(years, one.measure, kind, figures))
    return tuple(sorted(found, key=lambda one: one.years, reverse=True))


def _figures(ask: Context, group: pd.DataFrame) -> tuple[Figure, ...]:
    """Each value once an edition, by the date of publication, then as the table has them."""
    found: dict[tuple[str, float], tuple[str, Figure]] = {}
    for row in each(group):
        card = ask.store.card(row.source_id)
        figure = Figure(
            float(row.value), row.unit, edition_name(ask, row.edition), words.published(card, ask.lang), card,
            row.document, row.via_press == "yes",
        )  # fmt: skip
        found.setdefault((row.edition, figure.value), (str(published(card.published)), figure))
    return tuple(figure for _, figure in sorted(found.values(), key=lambda pair: pair[0]))


@dataclass(frozen=True)
class Cell:
    """A cell that an edition restated: its table, the quantity (row and column), and what it was before and after."""

    table: str
    quantity: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One of our editions. `place`: in force, part of the one in force, or set aside by a way back."""

    edition: Edition
    place: Literal["current", "part", "aside"]
    cells: tuple[Cell, ...]
    more: int


def entries(view: ViewState, store: Store) -> tuple[Entry, ...]:
    """The newest editions that are kept, the newest first and the shipped one last, with what each restated."""
    kept = history.editions(store.state)
    if store.state is None:
        return tuple(Entry(edition, "current", (), 0) for edition in kept)
    current = history.current(store.state)
    parents = {edition.number: edition.parent for edition in kept}
    line = {history.SHIPPED}
    number = current
    while number != history.SHIPPED:
        line.add(number)
        number = parents[number]
    newest = tuple(reversed(kept))[:LISTED]
    return tuple(_entry(edition, current, line, view, store) for edition in newest)


def _entry(edition: Edition, current: int, line: set[int], view: ViewState, store: Store) -> Entry:
    place: Literal["current", "part", "aside"] = "part" if edition.number in line else "aside"
    if edition.number == current:
        place = "current"
    restated = changed(edition.number, store, "restated")
    names = store.cube["names"]
    cells = tuple(_cell(row, names, view.lang) for row in each(restated.head(SHOWN)))
    return Entry(edition, place, cells, len(restated) - len(cells))


def changed(number: int, store: Store, change: str = "") -> pd.DataFrame:
    """The cells that an edition changed (all, or of one kind): table, key (JSON), column, before, after, change."""
    columns = ["table", "key", "column", "before", "after", "change"]
    path = None if store.state is None else history.folder(store.state, number) / history.CHANGES
    if path is None or not path.is_file():
        return pd.DataFrame(columns=columns, dtype=str)
    only = [("change", "=", change)] if change else None
    frame: pd.DataFrame = pq.read_table(path, columns=columns, filters=only).to_pandas()
    return frame


def download(number: int, view: ViewState, store: Store) -> Download:
    """Every cell that an edition changed, as a file. KeyError for an edition that is not kept."""
    edition = {one.number: one for one in history.editions(store.state)[1:]}[number]
    cards = store.cards()
    sources = tuple(cards[id] for id in edition.source_ids if id in cards)
    refuse(sources)
    lang = view.lang
    frame = changed(number, store)
    frame = frame.assign(row=[row_words(key) for key in frame["key"]])
    said = [
        text("changes.file.title", lang, number=number),
        f"{importer(edition.source, lang)}: {worded(edition.edition, 'edition', lang)}",
    ]
    said += [words.cited(card, lang) for card in sources]
    said += [text("changes.file.accepted", lang, moment=edition.accepted, sha256=edition.sha256)]
    names = ("table", "row", "column", "before", "after", "change")
    columns = tuple(Column(name, text(f"changes.col.{name}", lang)) for name in names)
    return Download(f"changes-{number:04d}", frame, columns, tuple(said))


def table_words(table: str, lang: str) -> str:
    """The name of a table; one that a later version brought keeps its own."""
    key = f"sources.table.{table}"
    return text(key, lang) if table in BY_NAME and has(key) else table


def row_words(key: str) -> str:
    """What row a key (JSON) names: `2017 · 26 · homicidio_doloso_victims_total`."""
    values: Any = json.loads(key)
    parts = values.values() if isinstance(values, dict) else values
    return " · ".join(str(part) for part in parts if str(part))


def said_key(values: Mapping[str, Any], names: Names, lang: str) -> str:
    """What row a key names, for a page: places and measures by name, their codes where they have none."""
    return " · ".join(_part_said(column, str(part), names, lang) for column, part in values.items() if str(part))


def _part_said(column: str, part: str, names: Names, lang: str) -> str:
    if column == "measure":
        return quantity(part, lang)
    if column == "month":
        return spoken_date(part, lang)
    if "state" not in column and "place" not in column:
        return part
    ids = (part, f"US-{part}", f"MX-{part}")
    found = [names[id][lang == "es"] for id in ids if id in names]
    # A territory stands on no map, so the cube has no name for it.
    found += [text(f"place.{id}", lang) for id in ids if has(f"place.{id}")]
    return found[0] if found else part


def _cell(row: Any, names: Names, lang: str) -> Cell:
    key: Any = json.loads(row.key)
    named = said_key(key, names, lang) if isinstance(key, dict) else row_words(row.key)
    if row.column != "value":
        named = f"{named} · {quantity(row.column, lang)}"
    return Cell(table_words(row.table, lang), named, _written(row.before, lang), _written(row.after, lang))


def _written(cell: str, lang: str) -> str:
    """A cell of a fact as people read it: a number in the form of the language, an empty one as a dash."""
    if not _NUMBER.fullmatch(cell):
        return cell or "–"
    return number_words(float(cell), lang, len(cell.partition(".")[2]))


def as_of_words(view: ViewState, store: Store, now: Store) -> str:
    """What the banner says of a view of an earlier day: the day, the edition shown, and whether it is the latest."""
    lang = view.lang
    when = day(date.fromisoformat(view.as_of), lang)
    said = "shipped" if store.edition == history.SHIPPED else "edition"
    latest = "latest" if store.edition == now.edition else "not_latest"
    shown = text(f"asof.{said}", lang, day=when, number=store.edition, data=store.data_version[:7])
    return f"{shown} {text(f'asof.{latest}', lang)}"
