"""The trend of a brief as a drawing: bars that stand apart, or one line of years; the numbers stand on the picture."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from corridors.answers.brief_trend import Trend
from corridors.exports.drawing import Dot, Drawing, Item, Line, Paint, Words, box

INK: Final = "#1a1f26"
FAINT: Final = "#646d78"
GRID: Final = "#e2dfd8"
_SMALL: Final = 6.6
_FOOT: Final = 12.0  # beneath the axis
_HEAD: Final = 12.0  # above the highest value
_GAP: Final = 0.34  # of the room of a bar
_EVERY: Final = 5  # years between two names on the axis of a line


def plot(trend: Trend, width: float, height: float) -> Drawing:
    """The drawing of a trend in a box of points. Its axis begins at zero."""
    make = _bars if trend.shape == "bars" else _line
    return Drawing(width, height, trend.alt, tuple(make(trend, width, height)))


def _bars(trend: Trend, width: float, height: float) -> Iterator[Item]:
    base, room = height - _FOOT, width / len(trend.values)
    values = [value for value in trend.values if value is not None]
    scale = (base - _HEAD) / max(values)
    for at, value in enumerate(values):
        tall, middle = value * scale, (at + 0.5) * room
        yield box(
            trend.names[at], middle - room * (1 - _GAP) / 2, base - tall, room * (1 - _GAP), tall, Paint(trend.colour)
        )
        yield Words(trend.said[at], middle, base - tall - 6, 8.2, INK, "middle", bold=True)
        yield Words(trend.names[at], middle, base + 7, _SMALL, FAINT, "middle")
    yield Line("axis", np.array([[0, base], [width, base]]), Paint("", FAINT, 0.6))


def _line(trend: Trend, width: float, height: float) -> Iterator[Item]:
    base, right = height - _FOOT, width - 34
    values = np.array(trend.values, dtype=float)
    scale = (base - _HEAD) / np.nanmax(values)
    xs = np.linspace(4, right, len(values))
    ys = base - values * scale
    yield Line("axis", np.array([[0, base], [right, base]]), Paint("", FAINT, 0.6))
    for part in np.split(np.arange(len(xs)), np.flatnonzero(np.isnan(ys))):
        joined = part[~np.isnan(ys[part])]
        if len(joined) > 1:
            yield Line(trend.id, np.column_stack([xs[joined], ys[joined]]), Paint("", trend.colour, 1.6))
        elif len(joined):
            yield Dot(trend.names[joined[0]], float(xs[joined[0]]), float(ys[joined[0]]), 1.4, Paint(trend.colour))
    for at, year in enumerate(trend.names):
        if int(year) % _EVERY == 0:
            yield Words(year, float(xs[at]), base + 7, _SMALL, FAINT, "middle")
    for at in (0, len(xs) - 1):
        yield Dot(trend.names[at], float(xs[at]), float(ys[at]), 2.2, Paint(trend.colour, "#ffffff", 0.8))
    yield Words(trend.said[0], 4, float(ys[0]) - 7, 7.4, INK, "start", bold=True)
    yield Words(trend.said[-1], right + 5, float(ys[-1]) - 4, 8.2, INK, "start", bold=True)
    yield Words(trend.names[-1], right + 5, float(ys[-1]) + 5, _SMALL, FAINT, "start")
