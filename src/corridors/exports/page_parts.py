"""One thing on one page: its claim, its picture (a map, or bars), its rows, what it does not show, and its stamp."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.answers import charts
from corridors.answers.brief_map import corridors_figure
from corridors.answers.download import MAPS, Download
from corridors.answers.lens_file import NAME as LENS
from corridors.answers.lens_file import SHORT
from corridors.answers.sayings import Saying, saying, sayings
from corridors.answers.stamp import Stamp
from corridors.exports.chart import chart
from corridors.exports.drawing import Drawing, Item, Paint, Words, box
from corridors.exports.map_figures import map_figure
from corridors.exports.picture import picture
from corridors.figures.regions import colours
from corridors.figures.theme import ARMS, Figure
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number

BOTH: Final = "map-both"
MOST_BARS: Final = 14
LETTERS: Final = 110  # in a line of a table
_LETTERS: Final = (24, 300)  # of a column, the least and the most that its width is made for


# Columns of a file that a page has no room for: each says again what another says, or an id.
_UNSAID: Final = {**dict.fromkeys(MAPS, ("id", "num", "den")), LENS: ("section", "place", "value")}
_WORDED: Final = ("words",)  # columns of numbers with their unit


@dataclass(frozen=True)
class Page:
    """A thing that was taken away, ready to be set: `rows` has its head first; `names`, `values` are of bars.

    `groups` names the group of each row under the head, () where there are none; `numbers` says which columns hold
    numbers.
    """

    stamp: Stamp
    card: Saying | None
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[str, ...]
    numbers: tuple[bool, ...]
    names: tuple[str, ...]
    values: tuple[float, ...]
    unit: str


def _unsaid(name: str) -> tuple[str, ...]:
    if name.startswith("corridors-"):
        return ("period", "origin", "destination", "base_name", "base_guns", "source", "prior", "route", "proxy")
    return _UNSAID.get(name, ())


def page_of(name: str, view: ViewState, download: Download, stamp: Stamp, store: Store) -> Page:
    """The page of a chart, a map, or other rows."""
    card = saying(name, view, store) if name in sayings(store) else None
    unsaid = _unsaid(name) if len(view.lens) > 1 or name != LENS else ("office", *_unsaid(name))
    columns = [column for column in download.columns if column.id not in unsaid]
    frame = download.frame
    if name == LENS:  # a consulate without a district has no row: the sentence above says so
        frame = frame.assign(rung=frame[SHORT])[frame["section"] != ""]
    if name in MAPS:
        frame = frame.dropna(subset=["value"])
    rows = [tuple(column.header for column in columns)]
    rows += [
        tuple(_said(value, column.digits, stamp.lang) for value, column in zip(record, columns, strict=True))
        for record in frame[[column.id for column in columns]].itertuples(index=False)
    ]
    names, values, unit = _bars(name, frame, download)
    groups = tuple(map(str, frame["section"])) if name == LENS else ()
    numbers = tuple(column.digits is not None or column.id in _WORDED for column in columns)
    return Page(stamp, card, tuple(rows), groups, numbers, names, values, unit)


def grouped(found: Page) -> list[tuple[str, list[tuple[str, ...]]]]:
    """The rows under the head by group, in order; one group without a name where there are none."""
    rows = list(found.rows[1:])
    named = zip(found.groups or [""] * len(rows), rows, strict=True)
    return [(group, [row for _, row in part]) for group, part in groupby(named, key=lambda one: one[0])]


def shares(rows: Sequence[tuple[str, ...]]) -> list[float]:
    """The part of the width that each column takes: a long one more, but not in proportion, for a word needs room."""
    letters = [float(np.clip(max(map(len, column)), *_LETTERS)) for column in zip(*rows, strict=True)]
    parts = np.sqrt(letters)
    return [float(part) for part in parts / parts.sum()]


def fitting(rows: Sequence[tuple[str, ...]], room: int) -> Sequence[tuple[str, ...]]:
    """The head and as many rows as fit into `room` lines, in order: a cell breaks where its column is full."""
    letters = LETTERS // max(len(rows[0]), 1)
    lines = np.cumsum([max(-(-len(cell) // letters) for cell in row) or 1 for row in rows])
    return rows[: max(int((lines <= room + 1).sum()), 2)]


def _said(value: Any, digits: int | None, lang: str) -> str:
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return ""
    return str(value) if digits is None or isinstance(value, str) else number(float(value), lang, digits)


def _bars(name: str, frame: pd.DataFrame, download: Download) -> tuple[tuple[str, ...], tuple[float, ...], str]:
    """A few rows with a name and a number of their own are bars; anything else is a table only."""
    first, *rest = download.columns
    numeric = next((column for column in rest if column.digits is not None), None)
    if name in (*MAPS, BOTH) or numeric is None or first.digits is not None or not 1 < len(frame) <= MOST_BARS:
        return (), (), ""
    if frame[first.id].duplicated().any() or frame[numeric.id].isna().any():
        return (), (), ""
    return tuple(map(str, frame[first.id])), tuple(frame[numeric.id].astype(float)), numeric.header


def shown(name: str, view: ViewState, found: Page, store: Store, width: float, height: float) -> Drawing | None:
    """The picture of a thing: its chart as the screen draws it, at its own size; its map; or none."""
    figure = figure_of(name, view, store)
    if figure is None:  # a map, or rows alone
        return drawing(name, view, replace(found, names=()), store, width, height)
    return chart(figure, store, found.stamp.say, found.stamp.lang)


def figure_of(name: str, view: ViewState, store: Store) -> Figure | None:
    """The figure of a thing that is a chart, as the screen has it; None for a map, and for rows alone."""
    try:
        return charts.chart(name, view, store).figure
    except KeyError:
        return None


def drawing(name: str, view: ViewState, found: Page, store: Store, width: float, height: float) -> Drawing | None:
    """The picture of a page: its map, else its bars, else none."""
    alt = found.stamp.say
    if name == BOTH:
        return picture(corridors_figure(store, view.origins, view.lang), store, width, height, alt, width / 500)
    if name in MAPS:
        return picture(map_figure(MAPS[name], view, store), store, width, height, alt)
    return _rows(found, width, alt) if found.names else None


def keys(name: str, view: ViewState, store: Store) -> list[tuple[str, Paint]]:
    """The classes of a map: words and paint, from the least; then what has no value."""
    if name not in MAPS:
        return []
    id = view.us if MAPS[name] == "us" else view.mx
    measure = store.cube["measures"][id]
    if not measure["classes"]:
        return []
    breaks = measure["classes"].get(view.scheme) or measure["classes"]["quantile"]
    fills = colours(measure["family"], len(breaks) + 1)
    lang = view.lang
    missing = (text("fig.status.missing", lang), Paint(fills[1], "#8a8f96", 0.5, "missing"))
    if measure["shape"] == "flag":
        words = [text(f"brief.law.{said}", lang) for said in ("no", "yes")]
    else:
        edges = [number(edge, lang, measure["digits"]) for edge in breaks]
        words = [text("brief.key.upto", lang, value=edge) for edge in edges]
        words.append(text("brief.key.over", lang, value=edges[-1]))
    return [*((said, Paint(fills[3 + at], "#8a8f96", 0.5)) for at, said in enumerate(words)), missing]


def _rows(found: Page, width: float, alt: str) -> Drawing:
    """Horizontal bars, each with its name before it and its number behind it."""
    tall, left, right = 15.0, width * 0.36, 60.0
    scale = (width - left - right) / (max(found.values) or 1.0)
    items: list[Item] = []
    for at, (name, value) in enumerate(zip(found.names, found.values, strict=True)):
        y = at * tall
        long = max(value, 0) * scale
        said = number(value, found.stamp.lang, 0 if value == round(value) else 1)
        items += [
            Words(name, left - 6, y + tall / 2, 7.6, anchor="end"),
            box(name, left, y + 2.5, long, tall - 5, Paint(ARMS)),
            Words(said, left + long + 4, y + tall / 2, 7.6, bold=True),
        ]
    return Drawing(width, tall * len(found.names), alt, tuple(items))
