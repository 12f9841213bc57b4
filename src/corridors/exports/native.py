"""A chart of lines as what a slide can hold natively: series over years or months, as the screen draws them.

A year or month without a number stays a gap. What stands in the picture only (a band, a mark of a change) becomes a
series of its own, so that it can be edited and is in the sheet behind the chart.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final, Literal

from corridors.answers.brief_trend import Trend
from corridors.exports.chart_notes import runs, solid

Mark = Literal["", "circle", "triangle", "diamond"]
Dash = Literal["", "dot", "dash"]
When = int | date  # a year, or the first day of a month
_YEARS: Final = (1500, 2200)  # what is not between them is no year
_MARKS: Final[Mapping[str, Mark]] = {"triangle-up": "triangle", "triangle-down": "diamond"}


@dataclass(frozen=True)
class Series:
    """One line: `values` fit the times of its panel, None where there is none. `width` 0 is marks without a line;
    `named` False keeps it out of the legend."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    width: float
    dash: Dash
    mark: Mark
    named: bool = True


@dataclass(frozen=True)
class Panel:
    """One pair of axes: its title, every year or month from the first to the last, its lines, the top of its axis
    (None: by its values) and its part of the height."""

    title: str
    times: tuple[When, ...]
    series: tuple[Series, ...]
    top: float | None
    share: float


def panels(figure: Mapping[str, Any]) -> tuple[Panel, ...]:
    """The panels of a figure, from the top; none for a figure that has anything but lines and marks over time."""
    traces = figure["data"]
    if not any("lines" in trace.get("mode", "") for trace in traces) or not all(map(_over_time, traces)):
        return ()
    layout = figure["layout"]
    whole = [float(at) for trace in traces for at in trace["x"]]
    monthly = any(at % 1 for at in whole)
    times = tuple(_times(min(whole), max(whole), monthly))
    found = []
    for id in dict.fromkeys(trace.get("yaxis") or "y" for trace in traces):
        axis = layout.get("yaxis" + id[1:], {})
        domain = axis.get("domain", (0, 1))
        own = [trace for trace in traces if (trace.get("yaxis") or "y") == id]
        lines = [_series(trace, times, monthly) for trace in own]
        lines += _changes(layout, times) if monthly else []
        top = float(axis["range"][1]) if axis.get("range") else None
        title = _title(layout, float(domain[1]))
        found.append((-float(domain[1]), Panel(title, times, tuple(lines), top, float(domain[1] - domain[0]))))
    return tuple(panel for _, panel in sorted(found, key=lambda one: one[0]))


def bars(figure: Mapping[str, Any] | None) -> bool:
    """Whether a figure is of bars alone, so that nothing is lost where its rows are drawn as such; so is none."""
    return figure is None or all(trace["type"] == "bar" for trace in figure["data"])


def columns(figure: Mapping[str, Any]) -> tuple[list[str], list[tuple[str, list[float | None], str]]] | None:
    """Bars that stand in groups: the names of the groups, and each series (name, values, colour); None for a figure of
    anything else."""
    traces = figure["data"]
    if figure["layout"].get("barmode") != "group" or any(trace["type"] != "bar" for trace in traces):
        return None
    names = list(dict.fromkeys(str(at) for trace in traces for at in trace["x"]))
    series = []
    for trace in traces:
        at = {str(x): _number(y) for x, y in zip(trace["x"], trace["y"], strict=True)}
        series.append((str(trace["name"]), [at.get(name) for name in names], solid(str(trace["marker"]["color"]))))
    return names, series


def trend(found: Trend) -> Panel:
    """The line of a brief, a value a year, as a panel of its own."""
    line = Series(found.unit, found.values, found.colour, 2.25, "", "circle" if _alone(found.values) else "")
    return Panel("", tuple(map(int, found.names)), (line,), None, 1.0)


def marks(figure: Mapping[str, Any]) -> tuple[str, ...]:
    """What is written in bold on the whole picture, such as that it is an estimate."""
    notes = (one for one in figure["layout"].get("annotations", ()) if one.get("xref") == "paper")
    parts = (runs(str(one["text"])) for one in notes)
    return tuple("".join(words for words, _, _ in row) for row in parts if row and all(bold for _, bold, _ in row))


def _over_time(trace: Mapping[str, Any]) -> bool:
    if trace["type"] != "scatter":
        return False
    return all(not isinstance(at, str) and _YEARS[0] < float(at) < _YEARS[1] for at in trace["x"])


def when(at: float, monthly: bool) -> When:
    """A place on an axis of years as its year, or as its month."""
    return date(int(at), int(at % 1 * 12 + 1e-6) + 1, 1) if monthly else int(at)


def _times(first: float, last: float, monthly: bool) -> Iterator[When]:
    if not monthly:
        yield from range(int(first), int(last) + 1)
        return
    at, end = when(first, monthly), when(last, monthly)
    while isinstance(at, date) and isinstance(end, date) and at <= end:
        yield at
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)


def _series(trace: Mapping[str, Any], times: Sequence[When], monthly: bool) -> Series:
    at = {when(float(x), monthly): _number(y) for x, y in zip(trace["x"], trace["y"], strict=True)}
    values = tuple(at.get(one) for one in times)
    line, marker, mode = trace.get("line", {}), trace.get("marker", {}), trace.get("mode", "")
    bound = solid(trace["fillcolor"]) if trace.get("fill") else ""
    if "lines" not in mode:
        return Series(_name(trace), values, solid(str(marker["color"])), 0, "", _mark(marker))
    colour = bound or solid(str(line["color"]))
    unseen = colour == "#ffffff"  # the lower edge of a band, which is drawn by its fill alone
    dash: Dash = "dot" if line.get("dash") == "dot" else "dash" if line.get("dash") else ""
    mark: Mark = "circle" if "markers" in mode or _alone(values) else ""
    width = 1.0 if bound or unseen else min(float(line.get("width", 2)), 4.0)
    named = bool(trace.get("name")) and trace.get("showlegend", True)
    return Series(_name(trace), values, "#9aa3ad" if bound or unseen else colour, width, dash, mark, named)


def _number(value: Any) -> float | None:
    return None if value is None or math.isnan(value) else float(value)


def _name(trace: Mapping[str, Any]) -> str:
    return str(trace.get("name") or "–")


def _mark(marker: Mapping[str, Any]) -> Mark:
    return _MARKS.get(str(marker.get("symbol", "")), "circle")


def _alone(values: Sequence[float | None]) -> bool:
    """Whether a value has a gap on both sides, so that a line alone would not show it."""
    padded = [None, *values, None]
    steps = zip(pairwise(padded), padded[2:], strict=False)
    return any(before is None and at is not None and after is None for (before, at), after in steps)


def _changes(layout: Mapping[str, Any], times: Sequence[When]) -> list[Series]:
    """The upright lines of a picture as marks at its top, under the words that stand at them."""
    lines = {float(one["x0"]): one for one in layout.get("shapes", ()) if one.get("x0") == one.get("x1")}
    named = [one for one in layout.get("annotations", ()) if one.get("x") in lines and one.get("xref") != "paper"]
    if not named:
        return []
    at = {when(float(one["x"]), True): float(one["y"]) for one in named}
    colour = solid(str(lines[float(named[0]["x"])]["line"]["color"]))
    return [Series(str(named[0]["text"]), tuple(at.get(one) for one in times), colour, 0, "", "diamond")]


def _title(layout: Mapping[str, Any], top: float) -> str:
    """The words that stand over a panel: its nearest note that is not bold."""
    notes = [
        (abs(float(one["y"]) - top), str(one["text"]))
        for one in layout.get("annotations", ())
        if one.get("yref") == "paper" and one.get("yanchor") == "bottom"
    ]
    return min(notes)[1] if notes and min(notes)[0] < 0.08 else ""
