"""A chart as an answer: its figure, its sentence, its table and everything that its source line says."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from corridors.figures.rows import each
from corridors.model.cards import Card
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import keys, text
from corridors.text.cards import published
from corridors.text.formats import day, period

_MONTH: Final = re.compile(r"\d{4}-\d\d")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Column:
    """A column of the table: its id in the frame, its translated header, and its decimals.

    `digits` None is text (years too); a number without a value is "not published", never zero.
    """

    id: str
    header: str
    digits: int | None = None


Wide = tuple[pd.DataFrame, tuple[Column, ...]]


@dataclass(frozen=True)
class Chart:
    """One chart in the language of a view.

    `summary` is one sentence made from the same numbers as `figure` (a plain Plotly dictionary) and `table`
    (ids as columns; `columns` has their headers, in order). `date` is when the sources were published; `press` holds
    the ids of the sources that were read in a news report or a copy that quotes them. `follows` is the role (`origin`,
    `destination`) whose place the series show, `place` its name; empty for a chart of one whole.
    `error`: how far a modelled chart may err, in words.
    """

    name: str
    title: str
    summary: str
    figure: dict[str, Any]
    table: pd.DataFrame
    columns: tuple[Column, ...]
    caption: str
    sources: tuple[Card, ...]
    press: frozenset[str]
    base: str
    period: str
    date: str
    kind: Kind
    error: str = ""
    notes: tuple[str, ...] = ()
    follows: str = ""
    place: str = ""
    rows: pd.DataFrame | None = None
    row_columns: tuple[Column, ...] = ()

    @property
    def export(self) -> tuple[pd.DataFrame, tuple[Column, ...]]:
        """What a file holds: the long rows where the table on screen is a wide one, else the table."""
        return (self.table, self.columns) if self.rows is None else (self.rows, self.row_columns)

    @property
    def via_press(self) -> bool:
        """Whether any source was read in a news report or a copy that quotes it."""
        return bool(self.press)


@dataclass(frozen=True)
class Context:
    """What every builder of a chart needs: its name, the view and the store."""

    name: str
    view: ViewState
    store: Store

    @property
    def lang(self) -> str:
        """The language of the view."""
        return self.view.lang

    def say(self, key: str, /, **values: object) -> str:
        """The string `fig.<name>.<key>` in the language of the view."""
        return text(f"fig.{self.name}.{key}", self.lang, **values)

    def labels(self) -> Mapping[str, str]:
        """Every string of this chart, by the last part of its key: what a figure draws."""
        start = f"fig.{self.name}."
        return {key.removeprefix(start): text(key, self.lang) for key in keys() if key.startswith(start)}

    def place(self, id: str) -> str:
        """The name of a state in the language of the view; the id itself for a place without one."""
        names = self.store.cube["names"].get(id)
        return str(names[1 if self.lang == "es" else 0]) if names else id

    def states(self, role: str) -> tuple[str, ...]:
        """The states selected in a role (`origin`, `destination`); a consular district stands for its states."""
        chosen = self.view.followed if role == "origin" else self.view.destinations
        out: list[str] = []
        for place in chosen:
            if place.startswith("D-"):
                out += self.store.web_json("districts").get(place, {}).get("states", [])
            else:
                out.append(place[:5])
        known = self.store.cube["names"]
        return tuple(dict.fromkeys(place for place in out if place in known))

    def column(self, id: str, digits: int | None = None, key: str = "") -> Column:
        """A column of the table, with its header `fig.col.<key or id>`."""
        return Column(id, text(f"fig.col.{key or id}", self.lang), digits)

    def cards(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """The cards of some sources, each once, in order."""
        return tuple(self.store.card(id) for id in dict.fromkeys(ids) if id)

    def kind(self, kind: str) -> str:
        """The name of a kind of number."""
        return text(f"fig.kind.{kind}", self.lang)


def read_in_press(rows: pd.DataFrame, cards: Iterable[Card]) -> frozenset[str]:
    """The ids of the sources of `rows` (columns source_id, via_press) or `cards` that were read second-hand."""
    by_row = rows.loc[rows["via_press"] == "yes", "source_id"] if "via_press" in rows else ()
    ids = {card.id for card in cards}
    return frozenset({id for id in by_row if id in ids} | {card.id for card in cards if card.via_press})


def dates(cards: Iterable[Card], lang: str) -> str:
    """When the sources were published, as their cards say; of many, the first and the last year."""
    printed = list(dict.fromkeys(published(card, lang) for card in cards if card.published))
    if len(printed) <= 2:
        return "; ".join(spoken_date(text, lang) for text in printed)
    years = sorted(int(year) for text in printed for year in _YEAR.findall(text))
    return period(years[0], years[-1])


def spoken_date(printed: str, lang: str) -> str:
    """A day or a month of a card written out; what is neither stays as it is."""
    if _MONTH.fullmatch(printed):
        first = day(date.fromisoformat(f"{printed}-01"), lang)
        return first.removeprefix("1 de " if lang == "es" else "1 ")
    return day(date.fromisoformat(printed), lang) if _DAY.fullmatch(printed) else printed


def wide(frame: pd.DataFrame, series: Iterable[str], digits: Mapping[str, int], year: Column) -> Wide:
    """A table of years down and series across, from long rows (series, name, year, value)."""
    names = {row.series: row.name for row in each(frame[["series", "name"]].drop_duplicates())}
    shown = [one for one in series if one in names]
    table = frame.pivot(index="year", columns="series", values="value").reindex(columns=shown).sort_index()
    table = table.reset_index().assign(year=lambda found: found["year"].astype(str))
    return table, (year, *(Column(one, names[one], digits.get(one, 1)) for one in shown))
