"""Charts as drawings: any chart of the product, painted from the figure that the browser draws, at a width in pixels.

The figure is the one of the page (`figures/`, a plotly dictionary): its traces, axes, notes and colours are taken as
they are, so that a chart taken away by the command line shows what the screen shows.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np

from corridors.exports.chart_axes import Scale, scale
from corridors.exports.chart_marks import DASHED, Marks, bands
from corridors.exports.chart_notes import GAP, Box, legend, notes, place, ticks
from corridors.exports.drawing import Area, Dot, Drawing, Item, Line, Paint, Words
from corridors.exports.letters import width
from corridors.exports.picture import paint, picture
from corridors.figures.theme import Figure
from corridors.store import Store

WIDTH: Final = 672.0  # pixels: a sheet of 720 without its edges
TALL: Final = 280.0  # of a figure that says no height
_GEO: Final = ("choropleth", "scattergeo")


def chart(figure: Figure, store: Store, alt: str, lang: str, wide: float = WIDTH) -> Drawing:
    """The drawing of a chart. KeyError for a kind of trace that is not known."""
    layout = figure["layout"]
    tall = float(layout.get("height") or TALL)
    margin = layout["margin"]
    plot: Box = (float(margin["l"]), float(margin["t"]), wide - float(margin["r"]), tall - float(margin["b"]))
    kinds = {trace["type"] for trace in figure["data"]}
    if kinds & set(_GEO):
        inner = picture({**figure, "layout": {**layout, "annotations": []}}, store, plot[2] - plot[0],
                        plot[3] - plot[1], alt, 1.0)  # fmt: skip
        items = [*moved(inner, plot[0], plot[1]), *notes(layout, {}, {}, plot)]
    elif kinds == {"sankey"}:
        (trace,) = figure["data"]
        made = Drawing(wide, tall, alt, tuple(bands(trace, plot[2] - plot[0], plot[3] - plot[1])))
        items = list(moved(made, plot[0], plot[1]))
    else:
        items = list(_plotted(figure, plot, wide, lang))
    return Drawing(wide, tall, alt, tuple(items))


def moved(drawing: Drawing, x: float, y: float, scale_by: float = 1.0) -> Iterator[Item]:
    """The items of a drawing, larger or smaller, with its corner at a point."""
    for item in drawing.items:
        match item:
            case Area(id, rings, look):
                yield Area(id, tuple(ring * scale_by + [x, y] for ring in rings), look)
            case Line(id, points, look):
                yield Line(id, points * scale_by + [x, y], look)
            case Dot(id, across, down, radius, look):
                yield Dot(id, across * scale_by + x, down * scale_by + y, radius * scale_by, look)
            case Words():
                yield Words(item.text, item.x * scale_by + x, item.y * scale_by + y, item.size * scale_by, item.colour,
                            item.anchor, item.bold, item.halo)  # fmt: skip


def _plotted(figure: Mapping[str, Any], plot: Box, wide: float, lang: str) -> Iterator[Item]:
    layout, data = figure["layout"], [one for one in figure["data"] if one.get("visible", True) is True]
    y = {name: _scale(name, layout, data, (plot[3], plot[1])) for name in _axes("y", layout, data)}
    # A browser cuts the longest names of an axis where its margin ends: here the margin gives way.
    plot = (max(plot[0], _named(y, lang)), *plot[1:])
    x = {name: _scale(name, layout, data, (plot[0], plot[2])) for name in _axes("x", layout, data)}
    for name, axis in x.items():
        anchor = y[str(axis.look.get("anchor") or name.replace("x", "y"))]
        edge = min(anchor.at) if axis.look.get("side") == "top" else max(anchor.at)
        yield from ticks("x", axis, edge, (min(a for one in y.values() for a in one.at), max(anchor.at)), lang)
    for name, axis in y.items():
        anchor = x.get(str(axis.look.get("anchor") or name.replace("y", "x")), x["x"])
        yield from ticks("y", axis, anchor.at[0], anchor.at, lang)
    yield from _shapes(layout, x, y, plot, below=True)
    marks = Marks(layout, x, y, [one for one in data if one["type"] == "bar"])
    for trace in data:
        yield from marks.of(trace)
    yield from _shapes(layout, x, y, plot, below=False)
    yield from notes(layout, x, y, plot)
    yield from legend(layout, data, plot, wide)


def _named(axes: Mapping[str, Scale], lang: str) -> float:
    """The room that the names of vertical axes take."""
    wide = 0.0
    for axis in axes.values():
        if axis.look.get("visible") is False or axis.look.get("showticklabels") is False:
            continue
        size = float(axis.look.get("tickfont", {}).get("size", 12))
        rows = [row for _, words in axis.ticks(lang) for row in words.split("<br>")]
        wide = max(wide, *(width(row, size) + GAP + 2 for row in rows)) if rows else wide
    return wide


def _axes(side: str, layout: Mapping[str, Any], data: list[Mapping[str, Any]]) -> list[str]:
    """The axes of a side: `x`, `x2`, … as traces and the layout name them."""
    named = [key.replace("axis", "") for key in layout if key.startswith(f"{side}axis")]
    return list(dict.fromkeys([side, *named, *(one.get(f"{side}axis", side) for one in data)]))


def _scale(name: str, layout: Mapping[str, Any], data: list[Mapping[str, Any]], room: tuple[float, float]) -> Scale:
    side, look = name[0], layout.get(f"{name[0]}axis{name[1:]}", {})
    values = [one[side] for one in data if one.get(f"{side}axis", side) == name and side in one]
    if side == "x":
        values += [_reach(one, sign) for one in data if "error_x" in one and one.get("xaxis", "x") == name
                   for sign in (-1, 1)]  # fmt: skip
    return scale(look, values, room)


def _reach(trace: Mapping[str, Any], sign: int) -> list[float]:
    error = trace["error_x"]
    long = error["array"] if sign > 0 else error.get("arrayminus", error["array"])
    return [float(at) + sign * float(more) for at, more in zip(trace["x"], long, strict=True)]


def _shapes(
    layout: Mapping[str, Any], x: Mapping[str, Scale], y: Mapping[str, Scale], plot: Box, *, below: bool
) -> Iterator[Item]:
    """Lines and boxes that stand for no number: a threshold, a target, a change of level."""
    for one in layout.get("shapes", ()):
        if (one.get("layer") == "below") is not below:
            continue
        across = [place(one.get("xref", "x"), one[key], x, (plot[0], plot[2])) for key in ("x0", "x1")]
        down = [place(one.get("yref", "y"), one[key], y, (plot[3], plot[1])) for key in ("y0", "y1")]
        line = one.get("line", {})
        edge, clear = paint(line.get("color", "#7b8794"))
        wide = float(line.get("width", 2))
        if one["type"] == "line":
            look = Paint("", edge, wide, opacity=clear, dashed=line.get("dash") in DASHED)
            yield Line("", np.array(list(zip(across, down, strict=True))), look)
        else:
            fill, opacity = paint(one.get("fillcolor", "rgba(0,0,0,0)"))
            corners = [[across[0], down[0]], [across[1], down[0]], [across[1], down[1]], [across[0], down[1]]]
            yield Area("", (np.array(corners),), Paint(fill, edge if wide else "", wide, opacity=opacity))
