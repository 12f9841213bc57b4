"""What a layer must hold before it is written: official areas, the two countries side by side, and how many places."""

from typing import Final

import geopandas as gpd
import shapely

from corridors.build.boundaries import BOTH_AEA
from corridors.errors import DataError

# INEGI's published areas (km²). Sonora's differs by 0.7 % from the Marco Geoestadístico's own polygon, the others by
# less than 0.1 %: hence the tolerance.
OFFICIAL_KM2: Final = {"MX-08": 247_455, "MX-26": 179_355, "MX-05": 151_595, "MX-29": 3_997, "MX-09": 1_495}
AREA_TOLERANCE: Final = 0.01
EXPECTED_ROWS: Final = {
    "us_states": 51,
    "mx_states": 32,
    "us_counties": 3142,
    "mx_municipalities": 2465,
    "border_states": 10,
    "consular_districts": 52,
}


def worst_area_share(states: gpd.GeoDataFrame) -> float:
    """The largest relative difference between area_km2 and the official area; DataError above the tolerance."""
    areas = states.set_index("place_id")["area_km2"]
    off = {place: abs(float(areas[place]) / official - 1) for place, official in OFFICIAL_KM2.items()}
    place = max(off, key=lambda key: off[key])
    if off[place] > AREA_TOLERANCE:
        raise DataError(
            f"{place}: {areas[place]} km² instead of the official {OFFICIAL_KM2[place]}: check the boundaries"
        )
    return round(off[place], 4)


def overlap_km2(us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame) -> float:
    """The area (km²) that states of both countries claim; 0.0 in a joined coverage."""
    one = shapely.union_all(us.to_crs(BOTH_AEA).geometry.to_numpy())
    other = shapely.union_all(mx.to_crs(BOTH_AEA).geometry.to_numpy())
    return round(float(shapely.area(shapely.intersection(one, other))) / 1e6, 3)


def rows_expected(layer: str, rows: int) -> None:
    """DataError if a polygon layer does not hold the number of places it must."""
    expected = EXPECTED_ROWS.get(layer.removesuffix("_overview"), rows)
    if rows != expected:
        raise DataError(f"{layer}: {rows} places instead of {expected}")
