"""Label points inside places, and the neighbour in each direction for the arrow keys."""

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import shapely

from corridors.build.boundaries import CRS

Point = tuple[float, float]
DIRECTIONS = {"n": (0.0, 1.0), "e": (1.0, 0.0), "s": (0.0, -1.0), "w": (-1.0, 0.0)}


def label_points(shapes: gpd.GeoSeries, plane: str) -> dict[str, Point]:
    """For each place the centre (lon, lat) of the largest circle inside its largest part; index = ids, EPSG:4326."""
    flat = shapes.to_crs(plane)
    centres = []
    for shape in flat:
        parts = shapely.get_parts(shape)
        largest = parts[int(np.argmax(shapely.area(parts)))]
        centres.append(shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=1000), 0))
    degrees = gpd.GeoSeries(centres, index=shapes.index, crs=flat.crs).to_crs(CRS)
    return {str(name): (round(point.x, 3), round(point.y, 3)) for name, point in degrees.items()}


def touching(shapes: gpd.GeoSeries) -> dict[str, set[str]]:
    """For each place the places that share a border or a corner with it."""
    pairs = shapes.sindex.query(shapes.to_numpy(), predicate="intersects").T
    found: dict[str, set[str]] = {str(name): set() for name in shapes.index}
    for one, other in pairs:
        if one != other:
            found[str(shapes.index[one])].add(str(shapes.index[other]))
    return found


def neighbours(flat: Mapping[str, Point], touches: Mapping[str, set[str]]) -> dict[str, dict[str, str]]:
    """For each place its neighbour to the n, e, s, w, among places with points in one plane (metres).

    A place that touches comes first if it lies within 75 degrees of the direction, then any within 60; among them the
    nearest, where a distance weighs more the further aside it leads. Directions without any neighbour are left out.
    """
    found: dict[str, dict[str, str]] = {}
    for name, here in flat.items():
        found[name] = {}
        others = {other: point for other, point in flat.items() if point != here}
        for key, direction in DIRECTIONS.items():
            near = {other: point for other, point in others.items() if other in touches.get(name, set())}
            best = _best(here, near, direction, 75.0) or _best(here, others, direction, 60.0)
            if best:
                found[name][key] = best
    return found


def _best(here: Point, others: Mapping[str, Point], direction: Point, limit: float) -> str:
    costs = {}
    for other, (x, y) in others.items():
        away = float(np.hypot(x - here[0], y - here[1]))
        cosine = ((x - here[0]) * direction[0] + (y - here[1]) * direction[1]) / away
        if cosine > np.cos(np.radians(limit)):
            costs[other] = away / cosine**4
    return min(costs, key=lambda other: (costs[other], other)) if costs else ""
