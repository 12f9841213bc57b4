"""Degrees to points of a drawing: the equal-area conic of `figures/frames.py`, fitted to a box and cut at its edge.

The conic is Albers' on a sphere (Snyder 1987, p. 100), which is what the browser draws (d3 `geoConicEqualArea`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np

from corridors.exports.drawing import Points

GRID: Final = 0.2  # points: vertices are snapped to it, so that neighbours keep a border in common when it is thinned
_SIDE: Final = 60  # points along each side of a frame that is fitted


@dataclass(frozen=True)
class Plane:
    """A projection with its scale and its place in a box of `width` x `height` points."""

    parallels: tuple[float, float]
    meridian: float
    width: float
    height: float
    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def xy(self, degrees: Points) -> Points:
        """Longitude and latitude as points of the box."""
        low, high = np.radians(self.parallels)
        n = (np.sin(low) + np.sin(high)) / 2
        c = np.cos(low) ** 2 + 2 * n * np.sin(low)
        rho = np.sqrt(np.maximum(c - 2 * n * np.sin(np.radians(degrees[:, 1])), 0)) / n
        theta = n * np.radians((degrees[:, 0] - self.meridian + 180) % 360 - 180)
        return np.column_stack([
            rho * np.sin(theta) * self.scale + self.dx, rho * np.cos(theta) * self.scale + self.dy
        ])  # fmt: skip


def fitted(geo: Mapping[str, Any], width: float, height: float) -> Plane:
    """The plane of a plotly `layout.geo` whose ranges of longitude and latitude fill a box as far as they can."""
    kind = geo["projection"]
    low, high = kind["parallels"]
    bare = Plane((float(low), float(high)), float(kind["rotation"]["lon"]), width, height)
    lons, lats = (_side(geo[axis]["range"]) for axis in ("lonaxis", "lataxis"))
    rim = np.vstack([
        *(np.column_stack([lons, np.full(_SIDE, lat)]) for lat in lats[[0, -1]]),
        *(np.column_stack([np.full(_SIDE, lon), lats]) for lon in lons[[0, -1]]),
    ])  # fmt: skip
    found = bare.xy(rim)
    least, most = found.min(axis=0), found.max(axis=0)
    span = most - least
    scale = float(min(width / span[0], height / span[1]))
    dx, dy = (np.array([width, height]) - scale * (least + most)) / 2
    return Plane(bare.parallels, bare.meridian, width, height, scale, float(dx), float(dy))


def _side(ends: Sequence[float]) -> Points:
    return np.linspace(float(ends[0]), float(ends[1]), _SIDE)


def ring(degrees: Sequence[Sequence[float]], plane: Plane) -> Points | None:
    """A closed ring in the box: projected, thinned to the grid and cut at the edge; None where nothing is left."""
    found = _cut(_thin(plane.xy(np.asarray(degrees, float))), plane.width, plane.height)
    return found if len(found) >= 3 else None


def _thin(points: Points) -> Points:
    snapped = np.round(points / GRID) * GRID
    kept = np.ones(len(snapped), bool)
    kept[1:] = (np.diff(snapped, axis=0) != 0).any(axis=1)
    return snapped[kept]


def _cut(points: Points, width: float, height: float) -> Points:
    """Sutherland and Hodgman (1974): one side of the box after another."""
    for axis, bound, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        if len(points) == 0:
            break
        inside = (points[:, axis] - bound) * sign >= 0
        if inside.all():
            continue
        points = _half(points, inside, axis, bound)
    return points


def _half(points: Points, inside: np.ndarray[Any, np.dtype[np.bool_]], axis: int, bound: float) -> Points:
    out = []
    for at in range(len(points)):
        here, before = points[at], points[at - 1]
        if inside[at] != inside[at - 1]:
            share = (bound - before[axis]) / (here[axis] - before[axis])
            out.append(before + share * (here - before))
        if inside[at]:
            out.append(here)
    return np.array(out).reshape(-1, 2)


def lines(degrees: Points, plane: Plane) -> list[Points]:
    """The parts of an open line that lie in the box; a row without numbers ends one line and begins the next."""
    breaks = np.flatnonzero(np.isnan(degrees).any(axis=1))
    found: list[Points] = []
    for part in np.split(degrees, breaks):
        known = part[~np.isnan(part).any(axis=1)]
        if len(known) > 1:
            found += _kept(_thin(plane.xy(known)), plane)
    return found


def _kept(points: Points, plane: Plane) -> list[Points]:
    """The runs of a line within the box, cut where they leave it (Liang and Barsky 1984)."""
    runs: list[list[Points]] = []
    for start, end in pairwise(points):
        shown = _segment(start, end, plane)
        if shown is None:
            continue
        first, last = shown
        if runs and np.array_equal(runs[-1][-1], first):
            runs[-1].append(last)
        else:
            runs.append([first, last])
    return [np.array(run) for run in runs]


def _segment(start: Points, end: Points, plane: Plane) -> tuple[Points, Points] | None:
    step = end - start
    enter, leave = 0.0, 1.0
    for axis, most in ((0, plane.width), (1, plane.height)):
        for towards, room in ((-step[axis], start[axis]), (step[axis], most - start[axis])):
            if towards == 0 and room < 0:
                return None
            if towards < 0:
                enter = max(enter, room / towards)
            elif towards > 0:
                leave = min(leave, room / towards)
    return (start + enter * step, start + leave * step) if enter < leave else None
