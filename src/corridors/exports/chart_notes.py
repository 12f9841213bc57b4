"""The words of a chart: its notes (with bold parts and coloured signs), its legend and the names of its ticks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, Final

import numpy as np

from corridors.exports.chart_axes import Scale
from corridors.exports.chart_marks import DASHED, INK
from corridors.exports.drawing import Dot, Item, Line, Paint, Words, box
from corridors.exports.letters import width
from corridors.exports.picture import paint

STRONG: Final = "#1a1f26"
GAP: Final = 5.0  # pixels between an axis and the names of its ticks
LINE: Final = 1.3  # of the size, from one line to the next
_TAG: Final = re.compile(r"<(/?)(b|span|i)([^>]*)>")
_COLOUR: Final = re.compile(r"color:\s*([^;'\"]+)")
_PARTS: Final = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
Box = tuple[float, float, float, float]  # left, top, right, bottom of the plot, in pixels
Run = tuple[str, bool, str]  # words, bold, colour ("": that of the text)


def notes(layout: Mapping[str, Any], x: Mapping[str, Scale], y: Mapping[str, Scale], plot: Box) -> Iterator[Words]:
    """The notes of a figure, each where its reference puts it."""
    for one in layout.get("annotations", ()):
        left = place(one.get("xref", "x"), one["x"], x, (plot[0], plot[2])) + float(one.get("xshift", 0))
        top = place(one.get("yref", "y"), one["y"], y, (plot[3], plot[1])) - float(one.get("yshift", 0))
        size = float(one.get("font", {}).get("size", 12))
        colour = one.get("font", {}).get("color", "")
        rows = [runs(row) for row in str(one["text"]).split("<br>")]
        wide = max(sum(width(words, size, bold) for words, bold, _ in row) for row in rows)
        left -= wide * _PARTS[one.get("xanchor", "center")]
        top -= size * LINE * len(rows) * _PARTS[one.get("yanchor", "middle")]
        for down, row in enumerate(rows):
            room = wide - sum(width(words, size, bold) for words, bold, _ in row)
            start = left + room * _PARTS.get(one.get("align", "left"), 0.0)
            yield from placed(row, start, top + (down + 0.5) * size * LINE, size, colour and solid(colour))


def place(ref: str, value: Any, axes: Mapping[str, Scale], whole: tuple[float, float]) -> float:
    """Where a value of a reference stands (`x`, `y2`, `x domain`, or `paper`), of which `whole` are the ends."""
    if ref == "paper":
        return whole[0] + float(value) * (whole[1] - whole[0])
    axis = axes[ref.partition(" ")[0]]
    if ref.endswith(" domain"):
        return axis.at[0] + float(value) * (axis.at[1] - axis.at[0])
    return axis.place(value)


def runs(row: str) -> list[Run]:
    """A line of plotly's little language as parts of one look."""
    found: list[Run] = []
    bold, colours, at = 0, [""], 0
    for tag in [*_TAG.finditer(row), None]:
        words = unescape(re.sub(r"<[^>]+>", "", row[at : tag.start() if tag else None]))
        if words:
            found.append((words, bold > 0, colours[-1]))
        if tag is None:
            break
        at, closing = tag.end(), bool(tag[1])
        if tag[2] == "b":
            bold += -1 if closing else 1
        elif tag[2] == "span" and closing and len(colours) > 1:
            colours.pop()
        elif tag[2] == "span":
            said = _COLOUR.search(tag[3])
            colours.append(solid(said[1].strip()) if said else colours[-1])
    return found


def solid(colour: str) -> str:
    """A clear colour as it looks on white paper: letters and signs have no opacity of their own."""
    named, opacity = paint(colour)
    parts = (round(255 - (255 - int(named[at : at + 2], 16)) * opacity) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)


def placed(row: Sequence[Run], left: float, middle: float, size: float, colour: str = "") -> Iterator[Words]:
    """The parts of a line, one after the other."""
    for words, bold, own in row:
        ink = own or colour or (STRONG if bold else INK)
        # A file of letters drops the spaces at the ends of a text: they become room.
        gap = width(words, size, bold) - width(words.lstrip(), size, bold)
        if words.strip():
            yield Words(words.strip(), left + gap, middle, size, ink, bold=bold)
        left += width(words, size, bold)


def ticks(name: str, axis: Scale, edge: float, across: tuple[float, float], lang: str) -> Iterator[Item]:
    """The grid and the names of an axis (`x` or `y`): `edge` is where it stands, `across` the ends of its grid."""
    look = axis.look
    if look.get("visible") is False:
        return
    size = float(look.get("tickfont", {}).get("size", 12))
    grid, opacity = paint(str(look.get("gridcolor", "rgba(127,137,148,0.22)")))
    above = look.get("side") == "top"
    for at, words in axis.ticks(lang):
        ends = [[at, across[0]], [at, across[1]]] if name == "x" else [[across[0], at], [across[1], at]]
        if look.get("showgrid", True):
            yield Line("grid", np.array(ends), Paint("", grid, 1, opacity=opacity))
        if look.get("showticklabels") is False:
            continue
        if name == "x":
            yield Words(words, at, edge + (-1 if above else 1) * size * 0.95, size, INK, "middle")
        else:
            yield from _named(words, edge - GAP, at, size)
    if look.get("zeroline") and axis.holds(0):
        at = axis.place(0)
        ends = [[at, across[0]], [at, across[1]]] if name == "x" else [[across[0], at], [across[1], at]]
        yield Line("zero", np.array(ends), Paint("", str(look.get("zerolinecolor", "#7b8794")), 1.4))


def _named(words: str, right: float, middle: float, size: float) -> Iterator[Words]:
    """A name before a row, on as many lines as it has."""
    rows = words.split("<br>")
    for down, row in enumerate(rows):
        y = middle + (down - (len(rows) - 1) / 2) * size * 1.2
        plain = runs(row)
        left = right - sum(width(said, size, bold) for said, bold, _ in plain)
        yield from placed(plain, left, y, size)


def legend(layout: Mapping[str, Any], data: Sequence[Mapping[str, Any]], plot: Box, right: float) -> Iterator[Item]:
    """The legend, over or within the plot: a sign and a name for each trace that has one, in rows that fit."""
    look = layout.get("legend", {})
    named = [one for one in data if one.get("name") and one.get("showlegend", True)]
    if not layout.get("showlegend") or not named:
        return
    size = float(look.get("font", {}).get("size", 12))
    start = plot[0] + float(look.get("x", 1)) * (plot[2] - plot[0])
    rows: list[list[Mapping[str, Any]]] = [[]]
    used = 0.0
    for one in named:
        wide = _wide(one, size)
        if rows[-1] and (look.get("orientation") == "v" or start + used + wide > right):
            rows.append([])
            used = 0.0
        rows[-1].append(one)
        used += wide
    tall = size * 1.55
    top = plot[3] + (plot[1] - plot[3]) * float(look.get("y", 1)) - tall * len(rows) * (
        _PARTS[look.get("yanchor", "top")]
    )  # fmt: skip
    for down, row in enumerate(rows):
        left = start
        for one in row:
            yield from _sign(one, left, max(top, 0) + (down + 0.5) * tall)
            yield Words(str(one["name"]), left + 28, max(top, 0) + (down + 0.5) * tall, size, INK)
            left += _wide(one, size)


def _wide(trace: Mapping[str, Any], size: float) -> float:
    return 28 + width(str(trace["name"]), size) + 18


def _sign(trace: Mapping[str, Any], left: float, middle: float) -> Iterator[Item]:
    """What a trace looks like, in small."""
    marker, line = trace.get("marker", {}), trace.get("line", {})
    if trace["type"] == "bar" or trace.get("fill"):
        given = trace.get("fillcolor") or marker.get("color")
        colour, opacity = paint(given if isinstance(given, str) else given[0])
        edge = marker.get("line", {}).get("color", "")
        yield box("", left, middle - 5, 22, 10, Paint(colour, opacity=opacity))
        if isinstance(edge, str) and edge:
            yield box("", left, middle - 5, 22, 10, Paint("", paint(edge)[0], 1))
        return
    if "lines" in trace.get("mode", ""):
        colour, opacity = paint(line.get("color", INK))
        dashed = line.get("dash") in DASHED
        ends = np.array([[left, middle], [left + 22, middle]])
        yield Line("", ends, Paint("", colour, float(line.get("width", 2)), opacity=opacity, dashed=dashed))
    if "markers" in trace.get("mode", ""):
        given = marker.get("color", INK)
        colour, opacity = paint(given if isinstance(given, str) else given[0])
        yield Dot("", left + 11, middle, 4, Paint(colour, opacity=opacity))
