"""One thing on one page: its claim, its picture (a map, or bars), its rows, what it does not show, and its stamp."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.analysis.slices import cell, latest_only, resolve
from corridors.answers.brief_map import PORT, corridors_figure
from corridors.answers.download import MAPS, Download
from corridors.answers.regions import regions
from corridors.answers.sayings import Saying, saying, sayings
from corridors.answers.stamp import Stamp
from corridors.exports.drawing import Drawing, Item, Paint, Words, box
from corridors.exports.picture import picture
from corridors.figures.regions import colours
from corridors.figures.theme import ARMS, Figure
from corridors.model.measures import BY_ID
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text
from corridors.text.formats import number

BOTH: Final = "map-both"
RADIUS: Final = 0.042  # of the largest symbol, as a share of the frame's width: `assets/js/31-maps.js`
LEAST: Final = 1.5
SCREEN: Final = 640.0  # pixels of the frame that symbols are measured in
MOST_BARS: Final = 14
LETTERS: Final = 110  # in a line of a table


@dataclass(frozen=True)
class Page:
    """A thing that was taken away, ready to be set: `rows` has its head first; `names`, `values` are of bars."""

    stamp: Stamp
    card: Saying | None
    rows: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    values: tuple[float, ...]
    unit: str


def page_of(name: str, view: ViewState, download: Download, stamp: Stamp, store: Store) -> Page:
    """The page of a chart, a map, or other rows."""
    card = saying(name, view, store) if name in sayings(store) else None
    columns = [column for column in download.columns if not (name in MAPS and column.id in ("id", "num", "den"))]
    frame = download.frame
    if name in MAPS:
        frame = frame.dropna(subset=["value"])
    rows = [tuple(column.header for column in columns)]
    rows += [
        tuple(_said(value, column.digits, stamp.lang) for value, column in zip(record, columns, strict=True))
        for record in frame[[column.id for column in columns]].itertuples(index=False)
    ]
    names, values, unit = _bars(name, frame, download)
    return Page(stamp, card, tuple(rows), names, values, unit)


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


def drawing(name: str, view: ViewState, found: Page, store: Store, width: float, height: float) -> Drawing | None:
    """The picture of a page: its map, else its bars, else none."""
    alt = found.stamp.say
    if name == BOTH:
        return picture(corridors_figure(store, view.origins, view.lang), store, width, height, alt, width / 500)
    if name in MAPS:
        figure = _map(MAPS[name], view, store)
        return None if figure is None else picture(figure, store, width, height, alt)
    return _rows(found, width, alt) if found.names else None


def _map(side: str, view: ViewState, store: Store) -> Figure | None:
    """The map as the screen paints it: classes, or symbols for counts. None where regions are finer than states."""
    id = view.us if side == "us" else view.mx
    measure = store.cube["measures"][id]
    if measure.get("asset"):
        return None
    figure = regions(side, view, store)
    if BY_ID[id].shape != "count":
        return figure
    at = resolve(measure["periods"], view.years, latest_only(measure)).indexes
    points = store.web_json("centroids")[f"{side}_map"]
    values = {
        place: found.value
        for index, place in enumerate(store.cube["places"][side.upper()])
        if (found := cell(measure, at, index)).value
    }
    scale = RADIUS * SCREEN / float(np.sqrt(measure.get("max") or max(values.values(), default=1)))
    symbols = {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [points[place][0] for place in values],
        "lat": [points[place][1] for place in values],
        "marker": {
            "size": [2 * max(LEAST, float(np.sqrt(value)) * scale) for value in values.values() if value],
            "color": "rgba(31,95,143,0.5)" if side == "us" else "rgba(160,76,19,0.5)",
            "line": {"color": PORT if side == "us" else "#a04c13", "width": 1},
        },
        "meta": {"role": "symbols"},
    }
    ground = figure["data"][0] | {"meta": {"role": "ground"}}  # no hatch beneath symbols: no value is a fill here
    return {**figure, "data": [ground, symbols]}


def keys(name: str, view: ViewState, store: Store) -> list[tuple[str, Paint]]:
    """The classes of a map: words and paint, from the least; then what has no value."""
    if name not in MAPS:
        return []
    id = view.us if MAPS[name] == "us" else view.mx
    measure = store.cube["measures"][id]
    if measure.get("asset") or not measure["classes"]:
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
