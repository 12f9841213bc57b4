"""All layers of `geodata/built/layers`: boundaries of both countries, districts, ports, cities, schematic roads.

`build_layers` is the one entry. Areas and centroids come from the full geometry; shapes are simplified for display and
are no legal boundary.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from corridors.build import districts, layer_checks, levels, places, roads
from corridors.build.geoparquet import write_layer
from corridors.model.places import BORDER_MX, BORDER_US

Progress = Callable[[str], None]


def border_states(us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The ten states along the border: place_id, country, name, area_km2, geometry."""
    both = pd.concat([us.assign(country="US"), mx.assign(country="MX")], ignore_index=True)
    chosen = both[both["place_id"].isin((*BORDER_US, *BORDER_MX))]
    columns = ["place_id", "country", "name", "area_km2", "centroid_lon", "centroid_lat", "geometry"]
    return gpd.GeoDataFrame(chosen[columns].reset_index(drop=True), geometry="geometry", crs=us.crs)


def _record(frame: gpd.GeoDataFrame, name: str, **checks: object) -> dict[str, object]:
    return {"layer": name, "rows": len(frame), "crs": "EPSG:4326", **checks}


def _checks(layer: str, frame: gpd.GeoDataFrame) -> dict[str, float]:
    """What is measured on the layers that join the countries or have official areas."""
    if layer == "mx_states":
        return {"worst_difference_to_official_area": layer_checks.worst_area_share(frame)}
    if layer == "border_states":
        us, mx = frame[frame["country"] == "US"], frame[frame["country"] == "MX"]
        return {"overlap_across_border_km2": layer_checks.overlap_km2(us, mx)}
    return {}


def _write_level(level: levels.Level, facts: districts.Facts, folder: Path) -> list[dict[str, object]]:
    named = {
        "us_states": level.us_states,
        "us_counties": level.counties,
        "mx_states": level.mx_states,
        "mx_municipalities": level.municipalities,
        "border_states": border_states(level.us_states, level.mx_states),
        "consular_districts": districts.district_layer(level.counties, level.units, facts),
    }
    records = []
    for layer, frame in named.items():
        name = layer + level.suffix
        layer_checks.rows_expected(name, len(frame))
        write_layer(frame, folder / f"{name}.parquet", "place_id")
        vertices = int(frame.geometry.count_coordinates().sum())
        small = name == "mx_municipalities_overview"
        tolerance = levels.MUNICIPAL_OVERVIEW_M if small else levels.TOLERANCES[level.suffix]
        checks = _checks(layer, frame)
        records.append(_record(frame, name, vertices=vertices, tolerance_m=tolerance, **checks))
    return records


def _write_points(states: gpd.GeoDataFrame, mx: gpd.GeoDataFrame, facts: Path, folder: Path) -> list[dict[str, object]]:
    consulates = places.consulates(facts / "consulates.csv")
    named: dict[str, gpd.GeoDataFrame] = {
        "consulates": consulates,
        "ports_of_entry": places.ports(facts / "ports_of_entry.csv"),
        "cities": places.cities(states, mx, set(consulates["geonames_id"])),
        "roads": roads.road_layer(facts / "highway_corridors.csv"),
    }
    for name, frame in named.items():
        write_layer(frame, folder / f"{name}.parquet", "place_id")
    return [_record(frame, name) for name, frame in named.items()]


def build_layers(geodata: Path, out: Path, progress: Progress) -> list[dict[str, Any]]:
    """Write every layer to `out/layers` as GeoParquet (EPSG:4326), reading the lists in `geodata/facts`.

    Returns one check record a layer: layer, rows, crs, and for polygons vertices and tolerance in metres. Raises
    DataError when a list or a package is missing, or a shape cannot be kept valid.
    """
    facts, folder = geodata / "facts", out / "layers"
    progress("layers: reading the boundaries of both countries")
    tables = levels.read_tables()
    progress("layers: joining the borders into one coverage")
    clean = levels.cleaned_units(tables)
    rules = districts.read_facts(facts)
    records: list[dict[str, Any]] = []
    for suffix, tolerance in levels.TOLERANCES.items():
        progress(f"layers: cutting all levels at {tolerance} m")
        level = levels.cut(tables, clean, suffix)
        records += _write_level(level, rules, folder)
        if not suffix:
            progress("layers: consulates, ports, cities, roads")
            records += _write_points(level.us_states, level.mx_states, facts, folder)
    return sorted(records, key=lambda record: str(record["layer"]))
