"""The map of one consular district: its counties, those that are approximate apart, its outline and its seat.

Traces in order: states, counties that a source names, approximate ones (hatched by the style sheet), outline, points.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from corridors.figures.frames import GEO_US, map_layout
from corridors.figures.theme import FONT, Figure, Trace

LAND: Final = "#eceff2"
KNOWN: Final = "#d9cff2"
OUTLINE: Final = "#5a3ea6"
LEAST_SPAN: Final = (9.0, 6.0)  # degrees of longitude and latitude that a close view always shows
ROOM: Final = 0.8  # half-width of the frame, in widths of the district
WIDEST: Final = 12.0  # degrees of latitude: a district that reaches an inset is seen on the whole country


@dataclass(frozen=True)
class DistrictData:
    """Geometry by URL, ids of all states, counties of the district (known, approximate), its outline, and seats."""

    states_url: str
    counties_url: str
    states: Sequence[str]
    known: Sequence[str]
    approximate: Sequence[str]
    outline: Mapping[str, Sequence[float | None]]
    points: Sequence[tuple[float, float, str]]  # lon, lat, words


def district_map(data: DistrictData, label: bool) -> Figure:
    """The figure, framed around the outline (the whole country without one). `label`: points carry their words."""
    regions = [
        _regions("states", data.states_url, data.states, LAND, "#ffffff"),
        _regions("known", data.counties_url, data.known, KNOWN, "#ffffff"),
        _regions("approximate", data.counties_url, data.approximate, KNOWN, "#ffffff"),
    ]
    outline: Trace = {
        "type": "scattergeo",
        "mode": "lines",
        "lon": list(data.outline.get("lon", ())),
        "lat": list(data.outline.get("lat", ())),
        "line": {"color": OUTLINE, "width": 2.2},
        "hoverinfo": "skip",
        "meta": {"role": "outline"},
    }
    points: Trace = {
        "type": "scattergeo",
        "mode": "markers+text" if label else "markers",
        "lon": [lon for lon, _, _ in data.points],
        "lat": [lat for _, lat, _ in data.points],
        "text": [words for _, _, words in data.points],
        "hovertemplate": "%{text}<extra></extra>",
        "textposition": "top center",
        "textfont": {"family": FONT, "size": 13},
        "marker": {"size": 8 if label else 7, "color": OUTLINE, "line": {"color": "#ffffff", "width": 1.5}},
        "meta": {"role": "seats"},
    }
    drawn = [trace for trace in regions if trace["locations"]]
    return {"data": [*drawn, outline, points], "layout": map_layout(frame(data.outline), meta={"chart": "district"})}


def _regions(role: str, url: str, ids: Sequence[str], colour: str, edge: str) -> Trace:
    return {
        "type": "choropleth",
        "meta": {"role": role},
        "geojson": url,
        "featureidkey": "id",
        "locations": list(ids),
        "z": [0] * len(ids),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": edge, "width": 0.7}},
    }


def frame(outline: Mapping[str, Sequence[float | None]]) -> dict[str, Any]:
    """The `geo` around an outline (degrees), never closer than LEAST_SPAN; the whole country without an outline,
    or for one that reaches Alaska or Hawaii in their insets."""
    lons = [lon for lon in outline.get("lon", ()) if lon is not None]
    lats = [lat for lat in outline.get("lat", ()) if lat is not None]
    if not lons or not lats or max(lats) - min(lats) > WIDEST:
        return dict(GEO_US)
    west, east = _around(min(lons), max(lons), LEAST_SPAN[0])
    south, north = _around(min(lats), max(lats), LEAST_SPAN[1])
    middle = round((west + east) / 2, 3)
    projection = GEO_US["projection"] | {"rotation": {"lon": middle, "lat": 0, "roll": 0}}
    return GEO_US | {
        "projection": projection,
        "center": {"lon": middle, "lat": (south + north) / 2},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
    }


def _around(low: float, high: float, least: float) -> tuple[float, float]:
    half = max((high - low) * ROOM, least / 2)
    return round((low + high) / 2 - half, 2), round((low + high) / 2 + half, 2)
