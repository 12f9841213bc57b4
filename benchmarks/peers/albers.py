"""Albers' equal-area conic for the canvas peers, which draw planar coordinates: done once, before the first page."""

from math import cos, radians, sin, sqrt

from data import MapWork

Ring = tuple[list[float], list[float]]


def project(work: MapWork, lon: float, lat: float) -> tuple[float, float]:
    low, high = (radians(parallel) for parallel in work.parallels)
    n = (sin(low) + sin(high)) / 2
    c = cos(low) ** 2 + 2 * n * sin(low)
    delta = (lon - work.centre + 180) % 360 - 180
    theta = n * radians(delta)
    rho = sqrt(c - 2 * n * sin(radians(lat))) / n
    return rho * sin(theta), sqrt(c - 2 * n * sin(radians(sum(work.lat) / 2))) / n - rho * cos(theta)


def rings(work: MapWork) -> list[list[Ring]]:
    """For each place, in order, its outer rings as (xs, ys)."""
    by_id = {feature["id"]: feature["geometry"] for feature in work.geojson["features"]}
    return [[_ring(work, part[0]) for part in _parts(by_id[place])] for place in work.ids]


def window(work: MapWork) -> tuple[tuple[float, float], tuple[float, float]]:
    """The part of the plane that the map shows."""
    corners = [project(work, lon, lat) for lon in (*work.lon, work.centre) for lat in work.lat]
    xs, ys = zip(*corners, strict=True)
    return (min(xs), max(xs)), (min(ys), max(ys))


def _parts(geometry: dict) -> list:  # type: ignore[type-arg]
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def _ring(work: MapWork, ring: list[list[float]]) -> Ring:
    points = [project(work, lon, lat) for lon, lat in ring]
    return [x for x, _ in points], [y for _, y in points]
