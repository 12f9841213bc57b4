"""The geometry of rows that name places: outlines of states, municipalities and consular districts, or a line from one
state to another.

WGS84, from the simplified layers that the maps draw; exterior rings counter-clockwise (RFC 7946). A line of two states
is schematic: from the middle of one to the middle of the other, not a route.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import pandas as pd

from corridors.answers.download import Download
from corridors.exports.dissolve import area, dissolved
from corridors.model.places import DISTRICT
from corridors.store import Store

LARGEST: Final = 5_000  # rows: a file of geometry repeats the outline in each
Ring = Sequence[Sequence[float]]
Geometry = Mapping[str, Any]
_ASSETS: Final = {"US-2": "us_states", "MX-2": "mx_states", "MX-5": "mx_municipalities", "US-5": "us_counties"}
_TYPES: Final = {"LineString": 2, "Polygon": 3, "MultiPolygon": 6}


def reason(download: Download) -> str:
    """Why there is no file of geometry of a download: `places` (its rows name none), `rows` (too many); "" for none."""
    if not download.places:
        return "places"
    return "rows" if len(download.frame) > LARGEST else ""


def schematic(download: Download) -> bool:
    """Whether its geometry is lines between the middles of two states."""
    return "origin" in download.places and "destination" in download.places


def geometries(download: Download, store: Store) -> list[Geometry | None]:
    """The geometry of each row, in order; None for a row without a place of its own (a country, all other states)."""
    frame = download.frame
    if schematic(download):
        middles = store.web_json("centroids")["both"]
        return [_line(middles, *ends) for ends in zip(frame["origin"], frame["destination"], strict=True)]
    return [None if pd.isna(id) else _outline(str(id), store) for id in frame[download.places[0]]]


def _line(middles: Mapping[str, Sequence[float]], origin: Any, destination: Any) -> Geometry | None:
    if origin not in middles or destination not in middles:
        return None
    return {"type": "LineString", "coordinates": [list(middles[origin]), list(middles[destination])]}


def _outline(id: str, store: Store) -> Geometry | None:
    if id.startswith(DISTRICT):
        return _district(store, id)
    country, _, rest = id.partition("-")
    asset = _ASSETS.get(f"{country}-{len(rest)}")
    return _outlines(store, asset).get(id) if asset and store.has_web(asset) else None


@lru_cache(maxsize=64)
def _district(store: Store, id: str) -> Geometry | None:
    """A district as its counties together; None for a consulate without one."""
    row = store.web_json("districts").get(id)
    if row is None:
        return None
    counties = [_outlines(store, "us_counties")[county] for county in row["counties"]]
    polygons = [polygon for county in counties for polygon in _polygons(county)]
    whole = dissolved([[[(lon, lat) for lon, lat in ring] for ring in polygon] for polygon in polygons])
    return {"type": "MultiPolygon", "coordinates": whole}


def _polygons(geometry: Geometry) -> list[list[Ring]]:
    found: list[list[Ring]] = geometry["coordinates"]
    return [found] if geometry["type"] == "Polygon" else found  # type: ignore[list-item] # the shape goes with the type


@lru_cache(maxsize=4)
def _outlines(store: Store, asset: str) -> dict[str, Geometry]:
    return {one["id"]: _wound(one["geometry"]) for one in store.web_json(asset)["features"]}


def _wound(geometry: Geometry) -> Geometry:
    """The same outline with its exterior rings counter-clockwise and its holes clockwise."""
    if geometry["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": _rings(geometry["coordinates"])}
    return {"type": "MultiPolygon", "coordinates": [_rings(polygon) for polygon in geometry["coordinates"]]}


def _rings(polygon: Sequence[Ring]) -> list[Ring]:
    return [ring if (area(ring) > 0) == (at == 0) else ring[::-1] for at, ring in enumerate(polygon)]


def points(geometry: Geometry) -> Iterator[Sequence[float]]:
    """Every position of a geometry."""
    if geometry["type"] == "LineString":
        yield from geometry["coordinates"]
        return
    for polygon in _polygons(geometry):
        for ring in polygon:
            yield from ring


def wkb(geometry: Geometry) -> bytes:
    """Well-known binary, little-endian."""
    kind, inside = geometry["type"], geometry["coordinates"]
    head = struct.pack("<BI", 1, _TYPES[kind])
    if kind == "LineString":
        return head + _run(inside)
    if kind == "Polygon":
        return head + struct.pack("<I", len(inside)) + b"".join(_run(ring) for ring in inside)
    parts = [wkb({"type": "Polygon", "coordinates": polygon}) for polygon in inside]
    return head + struct.pack("<I", len(parts)) + b"".join(parts)


def _run(ring: Ring) -> bytes:
    flat = [float(part) for position in ring for part in position]
    return struct.pack(f"<I{len(flat)}d", len(ring), *flat)
