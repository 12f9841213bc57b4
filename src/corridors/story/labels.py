"""Words on a map that a room can read: the labels of a map of flows stand beside it, each with a line to its place;
names of a map of places stay where they are, as long as none covers another."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from corridors.exports.drawing import Dot, Drawing, Item, Line, Paint, Points, Words
from corridors.exports.picture import picture
from corridors.exports.plane import fitted
from corridors.store import Store
from corridors.story.stage import INK, LETTERS, SOFT, wide

FRAME: Final = {"lonaxis": {"range": [-118.6, -93.5]}, "lataxis": {"range": [17.4, 38.6]}}  # closer than on a page
_ROW: Final = LETTERS * 1.2
_GAP: Final = 14.0  # points between words and their line
_CLEAR: Final = 6.0  # points between words and the line of a place
_CLOSE: Final = 3.0  # points between those along a line
_NEAR: Final = 110  # points that the name of a point may move
_LITTLE: Final = 20  # points that any other name may: that of a state stays in the state
# Every way in which it may, the nearest first.
_STEPS: Final = sorted(
    ((dx, dy) for dx in range(-_NEAR, _NEAR + 1, 5) for dy in range(-_NEAR, _NEAR + 1, 5)),
    key=lambda step: step[0] ** 2 + step[1] ** 2,
)
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


def clear(drawn: Drawing, role: str) -> Drawing:
    """The same drawing with every word at a distance from the lines of a role and from dots: one that touches them
    stands at the nearest place that is free; where none is near, it stays. A word that follows a dot is its name."""
    taken = _shapes(drawn, role)
    boxes: list[tuple[float, float, float, float]] = []
    items: list[Item] = []
    for item in drawn.items:
        if not isinstance(item, Words):
            items.append(item)
            continue
        word = _moved(item, taken, boxes, drawn, _NEAR if items and isinstance(items[-1], Dot) else _LITTLE)
        boxes.append(_box(word))
        items.append(word)
    return replace(drawn, items=tuple(items))


def _shapes(drawn: Drawing, role: str) -> Points:
    """Points along the lines of a role, close to each other, and the middles of the dots."""
    found = [np.array([[item.x, item.y]]) for item in drawn.items if isinstance(item, Dot)]
    for line in (item.points for item in drawn.items if isinstance(item, Line) and item.id == role):
        long = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        at = np.arange(0.0, long[-1], _CLOSE)
        found.append(np.column_stack([np.interp(at, long, line[:, axis]) for axis in (0, 1)]))
    return np.concatenate(found) if found else np.empty((0, 2))


def _moved(
    item: Words, taken: Points, boxes: list[tuple[float, float, float, float]], drawn: Drawing, far: int
) -> Words:
    """A word where it stands, or at the nearest place where it keeps its distance from shapes and other words."""
    x0, y0, x1, y1 = _box(item)
    for dx, dy in (step for step in _STEPS if max(map(abs, step)) <= far):
        a, b, c, d = x0 + dx - _CLEAR, y0 + dy - _CLEAR, x1 + dx + _CLEAR, y1 + dy + _CLEAR
        inside = a >= 0 and b >= 0 and c <= drawn.width and d <= drawn.height
        shapes = (taken[:, 0] > a) & (taken[:, 0] < c) & (taken[:, 1] > b) & (taken[:, 1] < d)
        if inside and not shapes.any() and not any(a < r and x < c and b < t and y < d for x, y, r, t in boxes):
            return replace(item, x=item.x + dx, y=item.y + dy)
    return item


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
