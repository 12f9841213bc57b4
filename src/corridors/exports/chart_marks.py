"""The marks of a chart: bars, lines, points, grids and bands, painted from the traces that the browser draws."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from corridors.exports.chart_axes import Scale
from corridors.exports.drawing import Area, Dot, Item, Line, Paint, Points, Words, box
from corridors.exports.letters import width
from corridors.exports.picture import paint

INK: Final = "#444d58"
DASHED: Final = ("dot", "dash", "dashdot")
_CORNERS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "triangle-up": ((0, -1.2), (1.15, 0.8), (-1.15, 0.8)),
    "triangle-down": ((0, 1.2), (1.15, -0.8), (-1.15, -0.8)),
}
_STROKES: Final = {"line-ew": ((-1, 0), (1, 0)), "line-ns": ((0, -1), (0, 1))}
_CROSS: Final = (((-0.7, -0.7), (0.7, 0.7)), ((-0.7, 0.7), (0.7, -0.7)))


@dataclass
class Marks:
    """What a chart's traces are painted with. `stacked` are the ends of the bars so far, by place and side."""

    layout: Mapping[str, Any]
    x: Mapping[str, Scale]
    y: Mapping[str, Scale]
    bars: Sequence[Mapping[str, Any]]
    stacked: dict[tuple[str, float, bool], float] = field(default_factory=dict)
    before: Points | None = None  # the line that a filled one leans on

    def of(self, trace: Mapping[str, Any]) -> Iterator[Item]:
        """The items of one trace. KeyError for a kind that no chart of the product has."""
        if trace.get("visible", True) is not True:
            return
        kind = trace["type"]
        made = {"bar": self._bars, "scatter": self._scatter, "heatmap": self._grid}[kind]
        yield from made(trace, self.x[trace.get("xaxis", "x")], self.y[trace.get("yaxis", "y")])

    def _bars(self, trace: Mapping[str, Any], x: Scale, y: Scale) -> Iterator[Item]:
        flat = trace.get("orientation") == "h"
        along, across = (x, y) if flat else (y, x)
        ends, places = (trace["x"], trace["y"]) if flat else (trace["y"], trace["x"])
        for at, (end, where) in enumerate(zip(ends, places, strict=True)):
            if end is None or np.isnan(float(end)):
                continue
            middle, wide = self._room(trace, across, across.value(where), at)
            first = self._first(trace, across.value(where), float(end), at)
            one, other = sorted((along.place(first), along.place(first + float(end))))
            low, high = sorted(across.stands(middle + side * wide / 2) for side in (-1, 1))
            shape = (one, low, other - one, high - low) if flat else (low, one, high - low, other - one)
            yield from _filled(trace, at, shape)
            if "text" in trace and not flat:
                said, size = str(_each(trace["text"], at)), float(trace.get("textfont", {}).get("size", 11))
                yield Words(said, (low + high) / 2, one - size * 0.75, size, INK, "middle")

    def _room(self, trace: Mapping[str, Any], across: Scale, where: float, at: int) -> tuple[float, float]:
        """The middle of a bar and its width, in values of its axis."""
        if "width" in trace:
            return where, float(_each(trace["width"], at))
        gap = float(self.layout.get("bargap", 0.25))
        if self.layout.get("barmode", "group") != "group" or len(self.bars) < 2:
            return where, 1 - gap
        mine = [one for one in self.bars if one.get("yaxis", "y") == trace.get("yaxis", "y")]
        room = (1 - gap) / len(mine)
        place = next(at for at, one in enumerate(mine) if one is trace)
        return where - (1 - gap) / 2 + (place + 0.5) * room, room * (1 - float(self.layout.get("bargroupgap", 0)))

    def _first(self, trace: Mapping[str, Any], where: float, end: float, at: int) -> float:
        if "base" in trace:
            return float(_each(trace["base"], at))
        if self.layout.get("barmode") not in ("stack", "relative"):
            return 0.0
        key = (str(trace.get("yaxis", "y")), where, end < 0)
        first = self.stacked.get(key, 0.0)
        self.stacked[key] = first + end
        return first

    def _scatter(self, trace: Mapping[str, Any], x: Scale, y: Scale) -> Iterator[Item]:
        points = np.array([[x.place(a), y.place(b)] for a, b in zip(trace["x"], trace["y"], strict=True)], float)
        shown = np.array([x.holds(a) and y.holds(b) for a, b in zip(trace["x"], trace["y"], strict=True)], bool)
        points = points.reshape(-1, 2)
        if trace.get("fill") == "tonexty" and self.before is not None:
            fill, opacity = paint(trace["fillcolor"])
            ring = np.vstack([self.before, points[::-1]])
            yield Area("", (ring[~np.isnan(ring).any(axis=1)],), Paint(fill, opacity=opacity))
        self.before = points
        if "lines" in trace.get("mode", ""):
            line = trace.get("line", {})
            colour, opacity = paint(line.get("color", INK))
            look = Paint("", colour, float(line.get("width", 2)), opacity=opacity, dashed=line.get("dash") in DASHED)
            yield from (Line(trace.get("name", ""), run, look) for run in _runs(points, shown) if opacity)
        if "error_x" in trace:
            yield from _errors(trace, x, y)
        if "markers" in trace.get("mode", ""):
            for at in np.flatnonzero(shown & ~np.isnan(points).any(axis=1)):
                yield from _point(trace["marker"], int(at), float(points[at, 0]), float(points[at, 1]))

    def _grid(self, trace: Mapping[str, Any], x: Scale, y: Scale) -> Iterator[Item]:
        gap = float(trace.get("xgap", 0)) / 2
        for down, row in enumerate(trace["z"]):
            for at, value in enumerate(row):
                if value is None:
                    continue
                one, other = (x.stands(x.value(trace["x"][at]) + side / 2) for side in (-1, 1))
                low, high = sorted(y.stands(y.value(trace["y"][down]) + side / 2) for side in (-1, 1))
                share = (value - trace["zmin"]) / (trace["zmax"] - trace["zmin"])
                (fill, least), (_, most) = (paint(colour) for _, colour in trace["colorscale"])
                look = Paint(fill, opacity=least + share * (most - least))
                yield box("", one + gap, low + gap, other - one - 2 * gap, high - low - 2 * gap, look)


def _each(given: Any, at: int) -> Any:
    return given[at] if isinstance(given, (list, tuple, np.ndarray)) else given


def _filled(trace: Mapping[str, Any], at: int, shape: tuple[float, float, float, float]) -> Iterator[Item]:
    """A bar: its fill, its hatch over it, and its edge, which is not as clear as the fill."""
    marker = trace.get("marker", {})
    fill, opacity = paint(_each(marker.get("color", INK), at))
    name = str(trace.get("name", ""))
    yield box(name, *shape, Paint(fill, opacity=opacity))
    pattern = marker.get("pattern", {})
    if _each(pattern.get("shape", ""), at):
        yield box("", *shape, Paint("", hatch="missing", hatch_colour=paint(_each(pattern["fgcolor"], at))[0]))
    line = marker.get("line", {})
    wide = float(_each(line.get("width", 0), at))
    if wide and line.get("color"):
        edge, clear = paint(_each(line["color"], at))
        yield box("", *shape, Paint("", edge, wide, opacity=clear))


def _runs(points: Points, shown: "np.ndarray[Any, Any]") -> Iterator[Points]:
    """The parts of a line without a gap, within the range."""
    good = shown & ~np.isnan(points).any(axis=1)
    for run in np.split(np.arange(len(points)), np.flatnonzero(np.diff(good.astype(int))) + 1):
        if len(run) > 1 and good[run[0]]:
            yield points[run]


def _errors(trace: Mapping[str, Any], x: Scale, y: Scale) -> Iterator[Line]:
    error = trace["error_x"]
    colour, opacity = paint(error.get("color", INK))
    look = Paint("", colour, float(error.get("thickness", 2)), opacity=opacity)
    for at, (a, b) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        more = float(error["array"][at])
        less = float(error["arrayminus"][at]) if "arrayminus" in error else more
        yield Line("", np.array([[x.place(a - less), y.place(b)], [x.place(a + more), y.place(b)]]), look)


def _point(marker: Mapping[str, Any], at: int, x: float, y: float) -> Iterator[Item]:
    """A point in its shape; `-open` has an edge and no fill."""
    shape = str(_each(marker.get("symbol", "circle"), at))
    radius = float(_each(marker.get("size", 6), at)) / 2
    colour, opacity = paint(_each(marker.get("color", INK), at))
    line = marker.get("line", {})
    edge, _ = paint(_each(line.get("color", ""), at))
    wide = float(_each(line.get("width", 0), at))
    bare = shape.removesuffix("-open").removesuffix("-x")
    if bare in _STROKES:
        ends = np.array(_STROKES[bare]) * radius + [x, y]
        yield Line("", ends, Paint("", edge or colour, wide or 2))
        return
    opened = shape.endswith("-open")
    look = Paint("" if opened else colour, edge or (colour if opened else ""), wide or (1.5 if opened else 0),
                 opacity=opacity)  # fmt: skip
    if bare in _CORNERS:
        yield Area("", (np.array(_CORNERS[bare]) * radius + [x, y],), look)
    else:
        yield Dot("", x, y, radius, look)
    if "-x" in shape:
        for cross in _CROSS:
            yield Line("", np.array(cross) * radius + [x, y], Paint("", edge or colour, wide or 1.2))


def bands(trace: Mapping[str, Any], wide: float, tall: float) -> Iterator[Item]:
    """Pairs as bands between two columns of places: each as thick as its number, in the order of the pairs."""
    node, link = trace["node"], trace["link"]
    ends = [link["source"], link["target"]]
    pairs = list(zip(*ends, link["value"], strict=True))
    sums = [sum(value for *both, value in pairs if at in both) for at in range(len(node["label"]))]
    left = [at for at, x in enumerate(node["x"]) if x < 0.5]
    count = max(len(left), len(sums) - len(left))
    each = (tall - 0.04 * tall * (count - 1)) / sum(link["value"])
    tops = [float(y) * tall - size * each / 2 for y, size in zip(node["y"], sums, strict=True)]
    used = list(tops)
    thick = float(node["thickness"])
    for source, target, value, colour in zip(*ends, link["value"], link["color"], strict=True):
        fill, opacity = paint(colour)
        one, other, high = used[source], used[target], value * each
        used[source], used[target] = one + high, other + high
        upper = _curve((thick, one), (wide - thick, other))
        lower = _curve((thick, one + high), (wide - thick, other + high))
        yield Area("", (np.vstack([upper, lower[::-1]]),), Paint(fill, opacity=opacity))
    size = float(trace["textfont"]["size"])
    for at, label in enumerate(node["label"]):
        fill, opacity = paint(node["color"][at])
        here = at in left
        yield box(label, 0 if here else wide - thick, tops[at], thick, sums[at] * each, Paint(fill, opacity=opacity))
        middle = tops[at] + sums[at] * each / 2
        x = thick + 6 if here else wide - thick - 6 - width(label, size)
        yield Words(label, x, middle, size, "#1a1f26", halo=True)


def _curve(start: tuple[float, float], end: tuple[float, float]) -> Points:
    """A cubic curve that leaves and arrives level."""
    share = np.linspace(0, 1, 24)
    x = start[0] + share * (end[0] - start[0])
    y = start[1] + (3 * share**2 - 2 * share**3) * (end[1] - start[1])
    return np.column_stack([x, y])
