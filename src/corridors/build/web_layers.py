"""Geometry for the browser, from the written layers: state and county shapes, lines, points, districts, flows.

`web_layers` returns plain JSON-able objects; the manifest's writer serialises and hashes them. Coordinates have three
decimals (about 100 m), exterior rings run clockwise, and feature ids are place ids. Shapes of the US map hold Alaska
and Hawaii as insets (see build/insets.py); `both_states` holds every state where it is.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Transformer

from corridors.build import compass, delta, insets, mesh, rings
from corridors.build.boundaries import CRS, MX_AEA, US_AEA
from corridors.build.geoparquet import read_layer
from corridors.build.purchases import purchases

Json = dict[str, Any]


def _features(frame: gpd.GeoDataFrame, inset: bool, state: str = "place_id") -> Json:
    features = []
    for place, owner, shape in zip(frame["place_id"], frame[state], frame.geometry, strict=True):
        moves = inset and owner in insets.INSETS
        drawn = insets.moved(shape, owner) if moves else shape
        features.append(rings.feature(place, rings.web_geometry(drawn), {"inset": True} if moves else None))
    return rings.collection(features)


def _centroids(us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame) -> dict[str, dict[str, compass.Point]]:
    """Label points by map: `us_map` (Alaska and Hawaii in their insets), `mx_map`, `both` (all where they are)."""
    true_us = compass.label_points(us.set_index("place_id").geometry, US_AEA)
    mexico = compass.label_points(mx.set_index("place_id").geometry, MX_AEA)
    us_map = {}
    for place, (lon, lat) in true_us.items():
        point = insets.moved(shapely.points(lon, lat), place)
        us_map[place] = (round(shapely.get_x(point), 3), round(shapely.get_y(point), 3))
    return {"us_map": us_map, "mx_map": mexico, "both": {**true_us, **mexico}}


def _flat(points: dict[str, compass.Point], plane: str) -> dict[str, compass.Point]:
    mover = Transformer.from_crs(CRS, plane, always_xy=True)
    return {place: mover.transform(*point) for place, point in points.items()}


def _point_list(frame: gpd.GeoDataFrame, columns: list[str], **renamed: str) -> list[Json]:
    """A list of points: id, lon, lat, then columns by their own or another name."""
    found = []
    for row, point in zip(frame.to_dict("records"), frame.geometry, strict=True):
        names = {**{column: column for column in columns}, **renamed}
        values = {key: row[column] for key, column in names.items()}
        found.append({"id": row["place_id"], "lon": round(point.x, 4), "lat": round(point.y, 4), **values})
    return found


def _roads(frame: gpd.GeoDataFrame) -> Json:
    found: Json = {}
    for country, roads in frame.groupby("country", sort=True):
        found[str(country).lower()] = {
            **rings.lines(shapely.multilinestrings(list(roads.geometry))),
            "names": roads["road"].tolist(),
        }
    return found


def _layers(folder: Path, us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame, districts: gpd.GeoDataFrame) -> Json:
    border = rings.lines(mesh.common_border(list(us.geometry), list(mx.geometry)))
    return {
        "border": {"us": border, "mx": border},
        "state_lines": {
            "us": rings.lines(mesh.inner_lines(list(us.geometry))),
            "mx": rings.lines(mesh.inner_lines(list(mx.geometry))),
        },
        "districts": rings.lines(mesh.inner_lines(list(districts.geometry))),
        "consulates": _point_list(
            read_layer(folder, "consulates"), ["name_en", "name_es", "city", "border"], state="state_place_id"
        ),
        "ports": _point_list(
            read_layer(folder, "ports_of_entry"),
            ["us_city", "mx_city", "modes", "bts_port_code"],
            name_en="name",
            name_es="name",
            us="us_state_place_id",
            mx="mx_state_place_id",
        ),
        "cities": _point_list(
            read_layer(folder, "cities"),
            ["country", "population", "capital"],
            name_en="name",
            name_es="name",
            state="state_place_id",
        ),
        "roads": _roads(read_layer(folder, "roads")),
    }


def _districts(frame: gpd.GeoDataFrame, consulates: gpd.GeoDataFrame) -> tuple[Json, Json]:
    """The table of districts with their consulate's point, and their outlines on the US map."""
    seats = consulates.set_index("place_id").geometry
    shares = [column for column in frame.columns if column.startswith("share_")]
    table, outlines = {}, {}
    for row, shape in zip(frame.to_dict("records"), frame.geometry, strict=True):
        place = row["place_id"]
        table[place] = {
            "name_en": row["name_en"],
            "name_es": row["name_es"],
            "city": row["city"],
            "states": row["states"].split("|"),
            "counties": row["counties"].split("|"),
            "lon": round(seats[place].x, 4),
            "lat": round(seats[place].y, 4),
            "approximate": bool(row["approximate"]),
            **{column: float(row[column]) for column in shares},
        }
        outlines[place] = rings.lines(insets.moved_parts(shape))
    return table, outlines


def district_assets(folder: Path) -> dict[str, object]:
    """What the browser has of districts: their table, their outlines, and the lines of all layers."""
    us, mx = read_layer(folder, "us_states_overview"), read_layer(folder, "mx_states_overview")
    districts = read_layer(folder, "consular_districts_overview")
    table, outlines = _districts(districts, read_layer(folder, "consulates"))
    return {"layers": _layers(folder, us, mx, districts), "districts": table, "district_outlines": outlines}


def web_layers(geodata: Path, out: Path, flows: Mapping[str, Any]) -> dict[str, object]:
    """Every geometric browser asset by name, from `out/layers` and the cube's flows.

    Raises DataError if a layer or a list is missing.
    """
    folder = out / "layers"
    us, mx = read_layer(folder, "us_states_overview"), read_layer(folder, "mx_states_overview")
    counties = read_layer(folder, "us_counties_overview")
    municipalities = read_layer(folder, "mx_municipalities_overview")
    centroids = _centroids(us, mx)
    near: dict[str, dict[str, str]] = {}
    for frame, key, plane in ((us, "us_map", US_AEA), (mx, "mx_map", MX_AEA)):
        touching = compass.touching(frame.set_index("place_id").geometry)
        near |= compass.neighbours(_flat(centroids[key], plane), touching)
    both = gpd.GeoDataFrame(pd.concat([us, mx], ignore_index=True), geometry="geometry", crs=CRS)
    return {
        "us_states": _features(us, inset=True),
        "mx_states": _features(mx, inset=False),
        "both_states": _features(both, inset=False),
        "us_counties": _features(counties, inset=True, state="state_place_id"),
        "mx_municipalities": _features(municipalities, inset=False),
        **district_assets(folder),
        "centroids": {
            key: {place: list(point) for place, point in points.items()} for key, points in centroids.items()
        },
        "municipal_centres": {
            place: [round(lon, 3), round(lat, 3)]
            for place, lon, lat in zip(
                municipalities["place_id"], municipalities["centroid_lon"], municipalities["centroid_lat"], strict=True
            )
        },
        "neighbours": near,
        "purchases": purchases(geodata, folder),
        "flow_shapes": delta.flow_shapes(us, mx, flows),
    }
