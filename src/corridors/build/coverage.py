"""One coverage of both countries: cleaned once, simplified at several tolerances, dissolved upwards.

The two agencies' borders do not match raw (48 km² of overlap, and gaps). Everything is therefore cut from one cleaned
coverage of the smallest units; a state is the union of its simplified counties or municipalities, so that the lines of
every level and of both countries coincide exactly.
"""

from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from corridors.build.boundaries import BOTH_AEA, CRS
from corridors.errors import DataError

GAP_WIDTH_M: Final = 1500
DECIMALS: Final = 5

Geometries = npt.NDArray[np.object_]


def cleaned(units: gpd.GeoSeries, gap_width: float = GAP_WIDTH_M) -> Geometries:
    """The units (degrees) as one valid coverage in the common equal-area plane (metres): no overlap, no narrow gap."""
    flat = np.asarray(units.to_crs(BOTH_AEA).to_numpy(), dtype=object)
    result: Geometries = shapely.coverage_clean(flat, gap_width=gap_width)
    if shapely.is_empty(result).any():
        raise DataError("cleaning the coverage lost a unit: lower the gap width")
    return result


def simplified(coverage: Geometries, tolerance_m: float) -> Geometries:
    """The coverage with fewer vertices; the tolerance is the square root (m) of the area a corner may lose."""
    result: Geometries = shapely.coverage_simplify(coverage, tolerance_m)
    return result


def dissolved(coverage: Geometries, keys: pd.Series) -> gpd.GeoSeries:
    """Union of a coverage's units by key, as a series in the equal-area plane, index the sorted keys."""
    positions = pd.Series(np.arange(len(keys))).groupby(keys.to_numpy()).indices
    names = sorted(str(name) for name in positions)
    shapes = [shapely.coverage_union_all(coverage[positions[name]]) for name in names]
    return gpd.GeoSeries(shapes, index=pd.Index(names, name="place_id"), crs=BOTH_AEA)


def without_islets(coverage: Geometries, smallest_m2: float) -> Geometries:
    """The coverage without islands under an area; exclaves stay, and so does a unit's largest part."""
    land = shapely.get_parts(shapely.coverage_union_all(coverage))
    islets = shapely.STRtree(land[shapely.area(land) < smallest_m2])
    result = coverage.copy()
    for position, shape in enumerate(coverage):
        parts = shapely.get_parts(shape)
        if len(parts) > 1:
            areas = shapely.area(parts)
            drop = np.zeros(len(parts), dtype=bool)
            drop[islets.query(shapely.point_on_surface(parts), predicate="within")[0]] = True
            drop[int(np.argmax(areas))] = False
            keep = parts[~drop]
            result[position] = keep[0] if len(keep) == 1 else shapely.multipolygons(keep)
    return result


def rounded(geometry: Geometries, decimals: int = DECIMALS) -> Geometries:
    """Coordinates rounded; shared vertices stay shared, since equal numbers round equally."""
    result: Geometries = shapely.transform(geometry, lambda xy: np.round(xy, decimals) + 0.0)
    return result


def to_degrees(shapes: gpd.GeoSeries | Geometries) -> Geometries:
    """Shapes of the equal-area plane in rounded degrees; DataError if rounding broke one."""
    series = shapes if isinstance(shapes, gpd.GeoSeries) else gpd.GeoSeries(shapes, crs=BOTH_AEA)
    result = rounded(np.asarray(series.to_crs(CRS).to_numpy(), dtype=object))
    bad = ~shapely.is_valid(result)
    if bad.any():
        result[bad] = rounded(shapely.buffer(result[bad], 0))
    if (~shapely.is_valid(result) | shapely.is_empty(result)).any():
        raise DataError("rounding the coordinates broke a shape: raise the tolerance or the decimals")
    return result
