"""Words on a map that a room can read: the labels of a map of flows stand beside it, each with a line to its place;
names of a map of places stay where they are, as long as none covers another."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from corridors.exports.drawing import Dot, Drawing, Line, Paint, Words
from corridors.exports.picture import picture
from corridors.exports.plane import fitted
from corridors.store import Store
from corridors.story.stage import INK, LETTERS, SOFT, wide

FRAME: Final = {"lonaxis": {"range": [-118.6, -93.5]}, "lataxis": {"range": [17.4, 38.6]}}  # closer than on a page
_ROW: Final = LETTERS * 1.2
_GAP: Final = 14.0  # points between words and their line
_LEADER: Final = Paint("", SOFT, 1.4)
_END: Final = Paint(SOFT, "#ffffff", 1.2)


def beside(figure: Mapping[str, Any], store: Store, box: tuple[float, float], alt: str) -> Drawing:
    """A map whose labels are listed on both sides, from north to south, each with a line to the point it names."""
    width, height = box
    texts = [trace for trace in figure["data"] if trace.get("mode") == "text"]
    geo = figure["layout"]["geo"] | FRAME
    bare = {
        "data": [trace for trace in figure["data"] if trace.get("mode") != "text"],
        "layout": figure["layout"] | {"geo": geo},
    }
    drawn = picture(enlarged(bare), store, width, height, alt, 1.0)
    plane = fitted(geo, width, height)
    named = [
        (plane.xy(np.array([[lon, lat]], float))[0], " ".join(_plain(words).split("\n")))
        for trace in texts
        for lon, lat, words in zip(trace["lon"], trace["lat"], trace["text"], strict=True)
    ]
    named.sort(key=lambda one: float(one[0][0]))
    half = (len(named) + 1) // 2
    items = [*drawn.items]
    for left, side in ((True, named[:half]), (False, named[half:])):
        items += _listed(sorted(side, key=lambda one: float(one[0][1])), width, height, left=left)
    return replace(drawn, items=tuple(items))


def _plain(words: str) -> str:
    return words.replace("<b>", "").replace("</b>", "").replace("<br>", "\n")


def _listed(side: list[tuple[Any, str]], width: float, height: float, left: bool) -> Iterator[Line | Dot | Words]:
    """The labels of one side in a column of equal widths, as near to their points as rows allow."""
    if not side:
        return
    room = max(wide(words) for _, words in side)
    edge = room if left else width - room
    rows = _spread([float(point[1]) for point, _ in side], height)
    for (point, words), y in zip(side, rows, strict=True):
        start = edge + _GAP if left else edge - _GAP
        yield Line("", np.array([[start, y], [float(point[0]), float(point[1])]]), _LEADER)
        yield Dot("", float(point[0]), float(point[1]), 4.0, _END)
        yield Words(words, edge, y, LETTERS, INK, "end" if left else "start", bold=True, halo=True)


def _spread(wanted: list[float], height: float) -> list[float]:
    """Rows at least _ROW apart within the height, each near to the one wanted; `wanted` is in order."""
    rows: list[float] = []
    for y in wanted:
        rows.append(max(y, rows[-1] + _ROW if rows else _ROW / 2))
    for at in range(len(rows) - 1, -1, -1):
        most = rows[at + 1] - _ROW if at + 1 < len(rows) else height - _ROW / 2
        rows[at] = min(rows[at], most)
    return rows


def enlarged(figure: Mapping[str, Any]) -> dict[str, Any]:
    """The same figure with letters of the stage."""
    traces = [
        trace | {"textfont": trace["textfont"] | {"size": LETTERS}} if "textfont" in trace else trace
        for trace in figure["data"]
    ]
    notes = [note | {"font": note["font"] | {"size": LETTERS}} for note in figure["layout"].get("annotations", ())]
    return {"data": traces, "layout": figure["layout"] | {"annotations": notes}}


def apart(drawn: Drawing) -> Drawing:
    """The same drawing without words that would be cut or cover others: bold ones and those of points come first."""
    words = [item for item in drawn.items if isinstance(item, Words)]
    kept: list[tuple[float, float, float, float]] = []
    shown: set[int] = set()
    for item in sorted(words, key=lambda one: not (one.bold or one.colour == INK)):
        x0, y0, x1, y1 = box = _box(item)
        inside = x0 >= 0 and x1 <= drawn.width and y0 >= 0 and y1 <= drawn.height
        if inside and not any(x0 < c and a < x1 and y0 < d and b < y1 for a, b, c, d in kept):
            kept.append(box)
            shown.add(id(item))
    return replace(drawn, items=tuple(one for one in drawn.items if not isinstance(one, Words) or id(one) in shown))


def _box(item: Words) -> tuple[float, float, float, float]:
    long = wide(item.text)
    left = item.x - {"start": 0.0, "middle": long / 2, "end": long}[item.anchor]
    return left, item.y - LETTERS * 0.6, left + long, item.y + LETTERS * 0.6
