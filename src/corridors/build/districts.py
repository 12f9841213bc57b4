"""Consular districts: counties assigned to consulates by published rules, dissolved, and honest about how sure each is.

A row that names a county wins over a row for its whole state (`*`). Counties that no row reaches go to the nearest
consulate in their state, or to the nearest of all where the state has none: an approximation, and marked as one. So are
rows that rest on memory. The official table of the SRE replaces all this by import.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from corridors.build import coverage
from corridors.build.boundaries import BOTH_AEA, CRS
from corridors.errors import DataError

WHOLE_STATE: Final = "*"
NEAREST: Final = "nearest"
MEMORY: Final = "from_memory_unverified"
# How each quality of the published list is counted on a district: columns share_<group>.
GROUPS: Final = {
    "sourced_explicit": "published",
    "sourced_service_evidence": "published",
    "sourced_statewide": "statewide",
    "sourced_dated": "dated",
    "seat_inferred": "seat",
    MEMORY: "memory",
    NEAREST: "nearest",
}
APPROXIMATE: Final = (MEMORY, NEAREST)
EARTH_KM: Final = 6371.0
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Facts:
    """The two lists that districts rest on, as text tables."""

    consulates: pd.DataFrame
    rules: pd.DataFrame


def read_list(path: Path) -> pd.DataFrame:
    """A curated list with every cell as text; DataError if the file is missing."""
    if not path.exists():
        raise DataError(f"{path} is missing: it is part of the repository, restore it")
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def read_facts(folder: Path) -> Facts:
    """Read consulates.csv and consular_district_counties.csv from a folder."""
    return Facts(read_list(folder / "consulates.csv"), read_list(folder / "consular_district_counties.csv"))


def distance_km(lon: float, lat: float, lons: Array, lats: Array) -> Array:
    """Great-circle distances (km) from one point to many, all in degrees."""
    phi, phis = np.radians(lat), np.radians(lats)
    half = np.sin((phis - phi) / 2) ** 2 + np.cos(phi) * np.cos(phis) * np.sin(np.radians(lons - lon) / 2) ** 2
    km: Array = 2 * EARTH_KM * np.arcsin(np.sqrt(half))
    return km


def _nearest(counties: pd.DataFrame, seats: pd.DataFrame) -> list[str]:
    """For each county the nearest consulate in its state, or of all where the state has none."""
    offices = seats["consulate_id"].to_numpy()
    states = seats["state_usps"].to_numpy()
    lons = seats["longitude"].to_numpy(dtype=np.float64)
    lats = seats["latitude"].to_numpy(dtype=np.float64)
    found = []
    for usps, lon, lat in zip(counties["state_usps"], counties["centroid_lon"], counties["centroid_lat"], strict=True):
        km = distance_km(lon, lat, lons, lats)
        own = states == usps
        found.append(str(offices[np.argmin(np.where(own, km, np.inf) if own.any() else km)]))
    return found


def assign(counties: pd.DataFrame, facts: Facts) -> pd.DataFrame:
    """Each county's consulate: county_id_fips, state_usps, consulate_id, quality (of the rule, or `nearest`).

    `counties` has county_id_fips, state_usps, centroid_lon, centroid_lat. Raises DataError if a rule names an unknown
    quality, county or consulate, or if two rules name the same county or the same whole state.
    """
    rules = facts.rules
    whole = rules[rules["county_name"] == WHOLE_STATE]
    named = rules[rules["county_name"] != WHOLE_STATE]
    _check_rules(whole, named, counties, facts)
    # Only offices inside the states drawn here can be nearest: San Juan has no district among them.
    seats = facts.consulates[facts.consulates["state_usps"].isin(set(counties["state_usps"]))]
    found = counties[["county_id_fips", "state_usps"]].copy()
    for column in ("consulate_id", "quality"):
        by_county = dict(zip(named["county_fips"], named[column], strict=True))
        by_state = dict(zip(whole["state_usps"], whole[column], strict=True))
        pairs = zip(found["county_id_fips"], found["state_usps"], strict=True)
        found[column] = pd.Series(
            [by_county.get(c, by_state.get(s)) for c, s in pairs], index=found.index, dtype=object
        )
    left = found["consulate_id"].isna()
    found.loc[left, "consulate_id"] = _nearest(counties[left], seats)
    found.loc[left, "quality"] = NEAREST
    return found


def _check_rules(whole: pd.DataFrame, named: pd.DataFrame, counties: pd.DataFrame, facts: Facts) -> None:
    rules = facts.rules
    unknown = {
        "quality": set(rules["quality"]) - set(GROUPS),
        "county_fips": set(named["county_fips"]) - set(counties["county_id_fips"]),
        "consulate_id": set(rules["consulate_id"]) - set(facts.consulates["consulate_id"]),
    }
    for column, values in unknown.items():
        if values:
            raise DataError(f"consular_district_counties.csv: unknown {column} {sorted(values)[:5]}")
    if named["county_fips"].duplicated().any() or whole["state_usps"].duplicated().any():
        raise DataError("consular_district_counties.csv: a county, or a whole state, is given to two consulates")


def summary(assigned: pd.DataFrame, consulates: pd.DataFrame) -> pd.DataFrame:
    """One row a district: ids, names, states, counties and their number, share of counties by quality, approximate."""
    names = consulates.set_index("consulate_id")
    rows = []
    for consulate, group in assigned.groupby("consulate_id", sort=True):
        office = names.loc[str(consulate)]
        quality = group["quality"].map(GROUPS)
        share = {
            f"share_{label}": round(float((quality == label).mean()), 4) for label in dict.fromkeys(GROUPS.values())
        }
        rough = float(group["quality"].isin(APPROXIMATE).mean())
        rows.append(
            {
                "place_id": f"D-{consulate}",
                "consulate_id": consulate,
                "name_en": office["name_en"],
                "name_es": office["name_es"],
                "city": office["city"],
                "states": "|".join(sorted({f"US-{usps}" for usps in group["state_usps"]})),
                "counties": "|".join(sorted(f"US-{fips}" for fips in group["county_id_fips"])),
                "n_counties": len(group),
                **share,
                "share_approximate": round(rough, 4),
                "approximate": rough > 0,
            }
        )
    return pd.DataFrame(rows)


def district_layer(counties: gpd.GeoDataFrame, units: coverage.Geometries, facts: Facts) -> gpd.GeoDataFrame:
    """Districts as polygons (EPSG:4326): the union of their counties.

    `units` are the counties' shapes in the equal-area plane, in the order of `counties` (see levels.Level).
    """
    assigned = assign(pd.DataFrame(counties.drop(columns="geometry")), facts)
    table = summary(assigned, facts.consulates)
    shapes = coverage.dissolved(units, "D-" + assigned["consulate_id"])
    flat = gpd.GeoSeries(shapes.reindex(table["place_id"].to_numpy()), crs=BOTH_AEA)
    return gpd.GeoDataFrame(table, geometry=coverage.to_degrees(flat), crs=CRS)
