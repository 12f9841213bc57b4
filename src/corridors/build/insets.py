"""Alaska and Hawaii moved beside the other states on the map of the United States.

Only the assets of the US map (`us_states`, `us_counties`, district outlines, `centroids.us_map`) hold them there:
Alaska at 0.35 of its size, Hawaii at its own, both drawn in a conic of their own and set below California and Arizona,
as in the usual composite map. Their features carry `properties.inset = true`. `both_states` holds them where they are.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

from corridors.build.boundaries import CRS, US_AEA


@dataclass(frozen=True)
class Inset:
    """A state's own projection, its scale, and where its centre goes in the plane of the US map (metres)."""

    plane: str
    centre: tuple[float, float]
    scale: float
    x: float
    y: float


_ANCHOR: Final = (-96.6, 38.7)
INSETS: Final = {
    "US-AK": Inset(
        "+proj=aea +lat_1=55 +lat_2=65 +lon_0=-154 +lat_0=50 +datum=WGS84", (-156.0, 58.5), 0.35, -1850e3, -1250e3
    ),
    "US-HI": Inset(
        "+proj=aea +lat_1=8 +lat_2=18 +lon_0=-157 +lat_0=13 +datum=WGS84", (-160.0, 19.9), 1.0, -1220e3, -1330e3
    ),
}


@cache
def _mover(plane: str) -> Transformer:
    """One transformer a plane: making one costs more than moving a state."""
    return Transformer.from_crs(CRS, plane, always_xy=True)


def _project(plane: str, xy: npt.NDArray[np.float64], inverse: bool = False) -> npt.NDArray[np.float64]:
    x, y = _mover(plane).transform(xy[:, 0], xy[:, 1], direction="INVERSE" if inverse else "FORWARD")
    return np.column_stack([x, y])


def moved(shape: shapely.Geometry, state: str) -> shapely.Geometry:
    """A shape (degrees) of Alaska or Hawaii at its place on the US map (degrees); of another state unchanged."""
    if state not in INSETS:
        return shape
    inset = INSETS[state]
    anchor = _project(US_AEA, np.array([_ANCHOR]))[0]
    centre = _project(inset.plane, np.array([inset.centre]))[0]

    def move(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        local = (_project(inset.plane, xy) - centre) * inset.scale
        return _project(US_AEA, local + anchor + np.array([inset.x, inset.y]), inverse=True)

    return shapely.transform(shape, move)


def state_of_part(lon: float, lat: float) -> str:
    """Which inset a point of the United States belongs to, or an empty text for the contiguous states."""
    if lat > 50 and (lon < -129 or lon > 0):
        return "US-AK"
    return "US-HI" if lon < -150 else ""


def moved_parts(shape: shapely.Geometry) -> shapely.Geometry:
    """A shape over several states (a consular district) with its Alaskan and Hawaiian parts moved."""
    parts = []
    for part in shapely.get_parts(shape):
        point = shapely.point_on_surface(part)
        parts.append(moved(part, state_of_part(shapely.get_x(point), shapely.get_y(point))))
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
