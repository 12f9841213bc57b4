"""Shapes for the browser: rounded GeoJSON with exterior rings clockwise, as d3's spherical geometry wants them.

A ring wound the other way would fill the whole map instead of the place: the winding is tested on the built files.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely

WEB_DECIMALS = 3


def web_geometry(shape: shapely.Geometry, decimals: int = WEB_DECIMALS) -> shapely.Geometry:
    """A polygon in degrees, rounded, without repeated points or vanished rings, exterior rings clockwise."""
    parts = []
    for part in shapely.get_parts(shape):
        rings = [_ring(ring, decimals) for ring in shapely.get_rings(part)]
        if rings[0] is not None:
            holes = [ring for ring in rings[1:] if ring is not None]
            parts.append(shapely.polygons(rings[0], holes or None))
    whole = parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
    return shapely.orient_polygons(whole, exterior_cw=True)


def _ring(ring: shapely.Geometry, decimals: int) -> shapely.Geometry | None:
    xy = np.round(shapely.get_coordinates(ring), decimals) + 0.0
    keep = np.r_[True, (np.diff(xy, axis=0) != 0).any(axis=1)]
    xy = xy[keep]
    return shapely.linearrings(xy) if len(xy) >= 4 else None


def feature(place_id: str, shape: shapely.Geometry, properties: dict[str, Any] | None = None) -> dict[str, Any]:
    """One GeoJSON feature with the place's id at its top, where plotly looks for it (`featureidkey` = id)."""
    geometry = shapely.geometry.mapping(shape)
    plain = {"type": geometry["type"], "coordinates": _lists(geometry["coordinates"])}
    return {"type": "Feature", "id": place_id, "properties": properties or {}, "geometry": plain}


def _lists(value: Any) -> Any:
    """Nested tuples as lists, whole numbers without a decimal point (a byte saved at each)."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return [_lists(item) for item in value]


def collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """A GeoJSON FeatureCollection."""
    return {"type": "FeatureCollection", "features": list(features)}


def lines(shape: shapely.Geometry, decimals: int = WEB_DECIMALS) -> dict[str, list[float | None]]:
    """Lines or rings as `{"lon": [...], "lat": [...]}` with null between the pieces, ready for scattergeo."""
    lon: list[float | None] = []
    lat: list[float | None] = []
    pieces = [piece for part in shapely.get_parts(shape) for piece in _pieces(part)]
    for piece in pieces:
        xy = np.round(shapely.get_coordinates(piece), decimals) + 0.0
        if lon:
            lon.append(None)
            lat.append(None)
        lon.extend(xy[:, 0].tolist())
        lat.extend(xy[:, 1].tolist())
    return {"lon": lon, "lat": lat}


def _pieces(part: shapely.Geometry) -> list[shapely.Geometry]:
    return list(shapely.get_rings(part)) if part.geom_type == "Polygon" else [part]
