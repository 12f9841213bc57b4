"""Lines that two places share: the border of the countries, state lines, lines between consular districts.

In a valid coverage neighbours share their vertices exactly, so a segment that occurs twice is an inner line.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely

Segment = tuple[tuple[float, float], tuple[float, float]]


def _segments(shape: shapely.Geometry) -> set[Segment]:
    found: set[Segment] = set()
    for part in shapely.get_parts(shape):
        for ring in shapely.get_rings(part):
            points = [(float(x), float(y)) for x, y in shapely.get_coordinates(ring)]
            found.update((min(a, b), max(a, b)) for a, b in pairwise(points) if a != b)
    return found


def _merged(segments: set[Segment]) -> shapely.Geometry:
    if not segments:
        return shapely.MultiLineString([])
    merged = shapely.line_merge(shapely.multilinestrings([list(pair) for pair in sorted(segments)]))
    parts = sorted(shapely.get_parts(merged), key=lambda part: shapely.get_coordinates(part).tolist())
    return shapely.multilinestrings(parts)


def inner_lines(shapes: Sequence[shapely.Geometry]) -> shapely.Geometry:
    """Lines shared by two of the shapes, merged."""
    seen: set[Segment] = set()
    twice: set[Segment] = set()
    for shape in shapes:
        own = _segments(shape)
        twice |= seen & own
        seen |= own
    return _merged(twice)


def common_border(one: Sequence[shapely.Geometry], other: Sequence[shapely.Geometry]) -> shapely.Geometry:
    """Lines shared by a shape of one group and a shape of the other, merged: the border of two countries."""
    mine: set[Segment] = set().union(*(_segments(shape) for shape in one))
    theirs: set[Segment] = set().union(*(_segments(shape) for shape in other))
    return _merged(mine & theirs)


def length_km(line: shapely.Geometry) -> float:
    """Length (km) of lines in degrees, on a sphere."""
    total = 0.0
    for part in shapely.get_parts(line):
        lon, lat = np.radians(shapely.get_coordinates(part)).T
        half = np.sin(np.diff(lat) / 2) ** 2 + np.cos(lat[1:]) * np.cos(lat[:-1]) * np.sin(np.diff(lon) / 2) ** 2
        total += float((2 * 6371.0 * np.arcsin(np.sqrt(half))).sum())
    return total
