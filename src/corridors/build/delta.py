"""The flows of the first view as polygons, so that each has its width, colour, hover and selection.

Like a river and its delta, all on one scale of metres a gun: from a bar as wide as all the guns of a source, one
strand for each published pair (an arrow) and one for the rest. What is known stands solid, north of the border; from
the border on the rests are one hatched band, since where those guns were recovered is not published. The placement is
cartography by hand: it says nothing of roads.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
import shapely.affinity

from corridors.build import rings
from corridors.build.boundaries import BOTH_AEA, CRS

Points = npt.NDArray[np.float64]

METRES_A_GUN: Final = 23.5
BAR_M: Final = 22_000.0  # the height of a source's bar
SLIT_M: Final = 9_000.0  # slits narrower than twice this are closed where strands meet
STRIPE_M: Final = 9_000.0  # width of a stripe of the hatching, and the distance from one to the next
STRIPE_STEP_M: Final = 27_000.0
OTHER: Final = "OTHER"
HATCH: Final = "OTHER-hatch"
# In degrees: where each source's bar stands, each published pair ends, the rests meet, and their band ends.
BARS: Final = {
    "US-CA": (-117.9, 35.0),
    "US-AZ": (-111.9, 34.2),
    "US-NM": (-106.3, 34.2),
    "US-TX": (-98.0, 32.0),
    OTHER: (-99.7, 37.7),
}
TIPS: Final = {
    "MX-26": (-110.7, 29.3),
    "MX-08": (-107.2, 28.7),
    "MX-11": (-101.2, 20.9),
    "MX-19": (-100.5, 25.3),
    "MX-28": (-98.7, 24.3),
}
MEETING: Final = (-104.8, 27.0)
END: Final = (-104.4, 21.5)


@dataclass(frozen=True)
class Counts:
    """Guns by source (all of them), and by published pair of source and destination."""

    totals: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]

    def rest(self, source: str) -> int:
        """The guns of a source that are in no published pair."""
        return self.totals[source] - sum(count for (origin, _), count in self.pairs.items() if origin == source)


@dataclass(frozen=True)
class Strand:
    """A part of a source's guns, side by side with the others: its two ends in the plane and its width (m).
    Without a destination it is the source's rest."""

    source: str
    destination: str
    start: Points
    end: Points
    width: float


def counts_of(found: Mapping[str, Any]) -> Counts:
    """The sources and pairs of the cube's flows. A source without a bar of its own is one of the others."""
    totals = {place: int(value) for place, value in found["sources"] if place in BARS}
    totals[OTHER] = int(found["traced"]) - sum(totals.values())
    return Counts(totals, {(origin, to): int(value) for origin, to, value in found["pairs"] if origin in BARS})


def _tips(counts: Counts, mx_states: gpd.GeoDataFrame) -> dict[str, tuple[float, float]]:
    """Where each pair ends: at the point set by hand, or else in the middle of the state."""
    middle = mx_states.set_index("place_id")[["centroid_lon", "centroid_lat"]]
    return {
        to: TIPS.get(to) or (float(middle.at[to, "centroid_lon"]), float(middle.at[to, "centroid_lat"]))
        for to in sorted({to for _, to in counts.pairs})
    }


def _plane(points: Mapping[str, tuple[float, float]]) -> dict[str, Points]:
    shapes = gpd.GeoSeries(gpd.points_from_xy(*zip(*points.values(), strict=True)), crs=CRS).to_crs(BOTH_AEA)
    return {name: np.array([shape.x, shape.y]) for name, shape in zip(points, shapes, strict=True)}


def curve(start: Points, out: Points, into: Points, end: Points, steps: int = 60) -> Points:
    """A cubic curve from start to end that leaves towards `out` and arrives from `into`."""
    t = np.linspace(0, 1, steps)[:, None]
    whole = (1 - t) ** 3 * start + 3 * t * (1 - t) ** 2 * out + 3 * t**2 * (1 - t) * into + t**3 * end
    return np.asarray(whole, dtype=np.float64)


def ribbon(path: Points, width: float, head: float = 0.0) -> shapely.Polygon:
    """A path as a polygon of one width (m); with `head`, its last `head` metres are an arrowhead."""
    along = np.gradient(path, axis=0)
    across = np.c_[-along[:, 1], along[:, 0]] / np.linalg.norm(along, axis=1)[:, None]
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    before_tip = steps.sum() - np.r_[0, np.cumsum(steps)]
    shaft = before_tip >= head
    left, right = (path[shaft] + side * across[shaft] * width / 2 for side in (1, -1))
    if not head:
        return shapely.Polygon([*left, *right[::-1]])
    neck, tip = path[shaft][-1], path[-1]
    ahead = (tip - neck) / np.linalg.norm(tip - neck)
    wing = np.array([-ahead[1], ahead[0]]) * max(head * 0.5, width * 0.85)
    return shapely.Polygon([*left, neck + wing, tip, neck - wing, *right[::-1]])


def strands(counts: Counts, ends: Mapping[str, tuple[float, float]] = TIPS) -> list[Strand]:
    """Every strand; those of a source lie in the order of the directions of their ends, so that none cross."""
    bars, tips = _plane(BARS), _plane(ends)
    comb = _comb(counts, bars, _plane({"": MEETING})[""])
    found = []
    for source in BARS:
        parts = {to: (count, tips[to]) for (origin, to), count in counts.pairs.items() if origin == source}
        parts[""] = (counts.rest(source), comb[source])
        x = bars[source][0] - counts.totals[source] * METRES_A_GUN / 2
        for destination, (count, end) in sorted(parts.items(), key=lambda part: _bearing(part[1][1], bars[source])):
            width = count * METRES_A_GUN
            found.append(Strand(source, destination, np.array([x + width / 2, bars[source][1]]), end, width))
            x += width
    return found


def _bearing(end: Points, start: Points) -> float:
    """How far to the east an end lies, seen from a start to its north: an angle from due south (radians)."""
    east, north = end - start
    return float(np.arctan2(east, -north))


def _comb(counts: Counts, bars: Mapping[str, Points], meeting: Points) -> dict[str, Points]:
    """Where each rest joins the band: side by side, from west to east by the direction from which it comes."""
    x = meeting[0] - sum(map(counts.rest, BARS)) * METRES_A_GUN / 2
    ends = {}
    for source in sorted(BARS, key=lambda source: float(np.arctan2(*(bars[source] - meeting)))):
        width = counts.rest(source) * METRES_A_GUN
        ends[source] = np.array([x + width / 2, meeting[1]])
        x += width
    return ends


def _north(metres: float) -> Points:
    return np.array([0.0, metres])


def _path(strand: Strand) -> Points:
    start, end = strand.start, strand.end
    fall = start[1] - end[1]
    if not strand.destination:
        return curve(start, start - _north(0.45 * fall), end + _north(0.5 * fall), end)
    if abs(end[0] - start[0]) > fall:  # a long way to the side: it arrives level
        aside = np.array([0.4 * (start[0] - end[0]), 0.08 * fall])
        return curve(start, start - _north(0.9 * fall), end + aside, end)
    out = start - _north(0.5 * fall)
    return curve(start, out, end + 0.35 * (out - end), end)


def _rests(found: list[Strand], us_land: shapely.Geometry) -> tuple[dict[str, shapely.Geometry], shapely.Geometry]:
    """The solid part of each rest up to where it leaves the US, with its source's bar; and the one band beyond."""
    solid, beyond = {}, []
    for strand in (strand for strand in found if not strand.destination):
        mine = [other for other in found if other.source == strand.source]
        west = min(other.start[0] - other.width / 2 for other in mine)
        east = max(other.start[0] + other.width / 2 for other in mine)
        whole = ribbon(_path(strand), strand.width)
        inside = max(shapely.get_parts(shapely.intersection(whole, us_land)), key=shapely.area)
        beyond.append(shapely.difference(whole, inside))
        bar = shapely.box(west, strand.start[1] - 1_000, east, strand.start[1] + BAR_M)
        solid[f"S-{strand.source}"] = shapely.union(inside, bar)
    width = sum(strand.width for strand in found if not strand.destination)
    start, end = _plane({"start": MEETING, "end": END}).values()
    trunk = curve(start, start - _north(200_000), end + _north(250_000), end)
    beyond.append(ribbon(trunk, width, 0.6 * width))
    band = shapely.buffer(shapely.union_all(shapely.buffer(beyond, 400)), SLIT_M)
    return solid, shapely.buffer(band, -SLIT_M)


def _hatching(shape: shapely.Geometry) -> shapely.Geometry:
    """Stripes inside a shape. Drawn as polygons they stay below the arrows, and in every export."""
    west, south, east, north = shapely.bounds(shape)
    reach = max(east - west, north - south)
    first = shapely.Polygon([(0, 0), (STRIPE_M, 0), (STRIPE_M + reach, reach), (reach, reach)])
    stripes = [shapely.affinity.translate(first, x, south) for x in np.arange(west - reach, east, STRIPE_STEP_M)]
    cut = shapely.get_parts(shapely.intersection(shapely.multipolygons(stripes), shape))
    return shapely.multipolygons([part for part in cut if part.geom_type == "Polygon" and part.area > STRIPE_M**2 / 4])


def flow_shapes(
    us_states: gpd.GeoDataFrame, mx_states: gpd.GeoDataFrame, found_flows: Mapping[str, Any]
) -> dict[str, Any]:
    """The flow polygons as a GeoJSON FeatureCollection (degrees, 3 decimals, exterior rings clockwise).

    Both layers are in degrees, `found_flows` are the cube's flows. Ids: `S-US-TX` and `S-OTHER` (solid, north of the
    border), `OTHER` (the band beyond it) and its stripes `OTHER-hatch`, `US-TX>MX-28` (arrows).
    """
    counts = counts_of(found_flows)
    found = strands(counts, _tips(counts, mx_states))
    # A few kilometres of water and of rounding along the coast and the river do not end a strand.
    us_land = shapely.buffer(shapely.union_all(us_states.geometry.to_crs(BOTH_AEA).to_numpy()), 3_000)
    solid, band = _rests(found, us_land)
    shapes = {OTHER: band, HATCH: _hatching(band), **solid}
    for strand in (strand for strand in found if strand.destination):
        head = max(60_000.0, 1.9 * strand.width)
        shapes[f"{strand.source}>{strand.destination}"] = ribbon(_path(strand), strand.width, head)
    plain = shapely.simplify(np.array(list(shapes.values()), dtype=object), 700)
    degrees = gpd.GeoSeries(plain, crs=BOTH_AEA).to_crs(CRS)
    return rings.collection(
        rings.feature(name, rings.web_geometry(shape)) for name, shape in zip(shapes, degrees, strict=True)
    )
