"""Cities and counties of purchase with a published count: points and outlines for the map, each with its base.

A number that was printed for several counties together stays one number over their joint outline: it is never split.
"""

from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import pandas as pd

from corridors.build import rings
from corridors.build.geoparquet import read_layer
from corridors.errors import DataError

NAMES: Final = "purchase_places.csv"


def purchases(geodata: Path, folder: Path) -> list[dict[str, Any]]:
    """One record a published number: name, value, measure, base, years, source, and where it lies.

    `points` holds [lon, lat] for cities, `outline` the lines of counties (lon and lat with nulls between).
    DataError when a reviewed name is not in the facts or its place not in a layer.
    """
    names = pd.read_csv(geodata / "names" / NAMES, dtype=str).set_index("source_area")["place_ids"]
    facts = pd.read_csv(geodata / "facts" / "trace_source_places.csv", dtype=str, keep_default_na=False)
    if lost := sorted(set(names.index) - set(facts["source_area"])):
        raise DataError(f"names/{NAMES}: no such place in trace_source_places.csv: {', '.join(lost)}")
    cities = read_layer(folder, "cities").set_index("place_id")
    counties = read_layer(folder, "us_counties_overview").set_index("place_id")
    rows = facts[facts["source_area"].isin(names.index)]
    records = [{str(key): value for key, value in row.items()} for row in rows.to_dict("records")]
    return [_record(row, names[row["source_area"]].split("|"), cities, counties) for row in records]


def _record(
    row: dict[str, Any], ids: list[str], cities: gpd.GeoDataFrame, counties: gpd.GeoDataFrame
) -> dict[str, Any]:
    city = ids[0].startswith("G-")
    layer = cities if city else counties
    if lost := [place for place in ids if place not in layer.index]:
        raise DataError(f"names/{NAMES}: {', '.join(lost)} is in no layer: correct the id of {row['source_area']}")
    shapes = layer.loc[ids].geometry
    where = {"points": [[round(p.x, 3), round(p.y, 3)] for p in shapes]} if city else {}
    return {
        "name": row["source_area"],
        "places": ids,
        "value": int(row["value"]),
        "measure": row["measure"],
        "base": row["recovery_area"],
        "period": [int(row["year_start"]), int(row["year_end"])],
        "rounded": row["quality"] == "rounded",
        "source_id": row["source_id"],
        **where,
        **({} if city else {"outline": rings.lines(shapes.union_all())}),
    }
