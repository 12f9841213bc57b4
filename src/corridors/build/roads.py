"""Schematic roads: straight lines through chains of places, for orientation only.

Published traces give places, not roads: no route here is a record of traffic. The chains are general knowledge, the
coordinates are GeoNames'.
"""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from corridors.build.boundaries import CRS
from corridors.build.districts import read_list
from corridors.errors import DataError


def road_layer(path: Path) -> gpd.GeoDataFrame:
    """One line a road: place_id `R-…`, corridor_id, country, road, chain of places, ports reached, schematic = True."""
    rows = read_list(path)
    chains = []
    for corridor, chain in rows.assign(order=rows["sequence"].astype(int)).groupby("corridor_id", sort=True):
        ordered = chain.sort_values("order")
        if len(ordered) < 2:
            raise DataError(f"{path.name}: the road {corridor} has fewer than two places")
        chains.append(_line(str(corridor), ordered))
    return gpd.GeoDataFrame(pd.DataFrame(chains), geometry="geometry", crs=CRS)


def _line(corridor: str, chain: pd.DataFrame) -> dict[str, object]:
    first = chain.iloc[0]
    ports = [f"P-{port}" for cell in chain["border_poe_ids"] for port in cell.split("|") if port]
    points = list(zip(chain["longitude"].astype(float).round(5), chain["latitude"].astype(float).round(5), strict=True))
    return {
        "place_id": f"R-{corridor}",
        "corridor_id": corridor,
        "country": first["country"],
        "road": first["road"],
        "places": "|".join(chain["place"]),
        "ports": "|".join(dict.fromkeys(ports)),
        "quality": first["quality"],
        "schematic": True,
        "geometry": shapely.linestrings(points),
    }
