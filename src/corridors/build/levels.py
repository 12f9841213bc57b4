"""The four polygon layers at two levels of detail, all cut from one cleaned coverage."""

from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd

from corridors.build import boundaries, coverage
from corridors.build.boundaries import CRS

DETAIL_M: Final = 300
OVERVIEW_M: Final = 4000
# Many municipalities are smaller than the square of the overview's tolerance: they keep their form at this one.
MUNICIPAL_OVERVIEW_M: Final = 1800
# Islands smaller than this are left out of the overview (never a unit's largest part): specks of a few pixels.
ISLET_M2: Final = 250e6
TOLERANCES: Final = {"": DETAIL_M, "_overview": OVERVIEW_M}


@dataclass(frozen=True)
class Level:
    """One level of detail of the four layers, in degrees."""

    suffix: str
    counties: gpd.GeoDataFrame
    municipalities: gpd.GeoDataFrame
    us_states: gpd.GeoDataFrame
    mx_states: gpd.GeoDataFrame
    units: coverage.Geometries  # the counties' shapes in the equal-area plane, in the order of `counties`


@dataclass(frozen=True)
class Tables:
    """The full boundaries of both countries (degrees) with areas and centroids."""

    us_states: gpd.GeoDataFrame
    us_counties: gpd.GeoDataFrame
    mx_states: gpd.GeoDataFrame
    mx_municipalities: gpd.GeoDataFrame


def read_tables() -> Tables:
    """Read all four levels from the pinned packages."""
    states = boundaries.us_states()
    return Tables(states, boundaries.us_counties(states), boundaries.mx_states(), boundaries.mx_municipalities())


def cleaned_units(tables: Tables) -> coverage.Geometries:
    """Counties and municipalities together as one valid coverage, in metres."""
    both = pd.concat([tables.us_counties.geometry, tables.mx_municipalities.geometry], ignore_index=True)
    return coverage.cleaned(both)


def _with_geometry(table: gpd.GeoDataFrame, shapes: coverage.Geometries) -> gpd.GeoDataFrame:
    plain = pd.DataFrame(table.drop(columns="geometry"))
    return gpd.GeoDataFrame(plain, geometry=coverage.to_degrees(shapes), crs=CRS)


def _flat(series: gpd.GeoSeries, ids: pd.Series) -> coverage.Geometries:
    return np.asarray(series.reindex(ids.to_numpy()).to_numpy(), dtype=object)


def cut(tables: Tables, clean: coverage.Geometries, suffix: str) -> Level:
    """One level of detail of all layers from the cleaned coverage; states are unions of their simplified units."""
    border = len(tables.us_counties)
    units = coverage.simplified(clean, TOLERANCES[suffix])
    small = units[border:]
    if suffix:
        units = coverage.without_islets(units, ISLET_M2)
        small = coverage.without_islets(coverage.simplified(clean, MUNICIPAL_OVERVIEW_M)[border:], ISLET_M2)
    keys = pd.concat([tables.us_counties["state_place_id"], tables.mx_municipalities["state_place_id"]])
    states = coverage.dissolved(units, keys)
    if suffix:
        # The corners where counties meet a state line are of no use at this level: a second pass takes them out.
        flat = coverage.without_islets(np.asarray(states.to_numpy(), dtype=object), ISLET_M2)
        states = gpd.GeoSeries(coverage.simplified(flat, TOLERANCES[suffix]), index=states.index, crs=states.crs)
    return Level(
        suffix=suffix,
        counties=_with_geometry(tables.us_counties, units[:border]),
        municipalities=_with_geometry(tables.mx_municipalities, small),
        us_states=_with_geometry(tables.us_states, _flat(states, tables.us_states["place_id"])),
        mx_states=_with_geometry(tables.mx_states, _flat(states, tables.mx_states["place_id"])),
        units=units[:border],
    )
