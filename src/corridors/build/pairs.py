"""Every pair of a US state and a state of either country: how far apart their people live, and who lives between.

Distances are great circles between GeoNames' places (CC BY 4.0), weighted by people and averaged harmonically, so that
two states whose cities lie near each other are near, wherever their middles are. Across the border they are counted in
two ways: straight, and through the port of entry that is least out of the way.
"""

from collections.abc import Sequence
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.distance import kilometres
from corridors.build.places import located_cities

GRID: Final = 0.25  # degrees: places within such a square count as one
LEAST_KM: Final = 10.0  # of two squares: nobody is nearer than a town is wide
TOUCH_M: Final = 2_000  # between two outlines of neighbours, simplified as they are
EQUAL_AREA: Final = 6933
COLUMNS: Final = ("origin", "destination", "route", "km", "km_near", "km_centre", "border",
                  "people_nearer", "people_nearer_back")  # fmt: skip


def pairs(us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame, ports: gpd.GeoDataFrame) -> pd.DataFrame:
    """One row a pair and way of counting (COLUMNS): `route` is "straight", or "ports" for pairs across the border.

    `us`, `mx`: states with place_id and geometry; `ports`: points. `km` is the harmonic mean, `km_near` that of
    squares, `km_centre` between the centres of people; `people_nearer`: people of third states (of the country for a
    pair within it, of both for one across) nearer to the origin than the destination is, `people_nearer_back` the same
    from the destination.
    """
    points = _points(us, mx)
    american = tuple(sorted(us["place_id"]))
    mexican = tuple(sorted(mx["place_id"]))
    gates = np.column_stack([ports.geometry.x, ports.geometry.y])
    people = {place: float(found[:, 2].sum()) for place, found in points.items()}
    home = _distances(points, american, american, None)
    south = _distances(points, mexican, mexican, None)
    touching = _borders(pd.concat([us, mx], ignore_index=True), [*american, *mexican])
    count = len(american)
    frames = [
        _frame(american, american, "straight", home, touching[:count, :count], _between(home[0], people, american))
    ]
    for route, through in (("straight", None), ("ports", gates)):
        across = _distances(points, american, mexican, through)
        whole = np.block([[home[0], across[0]], [across[0].T, south[0]]])
        nearer, back = _between(whole, people, (*american, *mexican))
        cut = (slice(None, count), slice(count, None))
        frames.append(_frame(american, mexican, route, across, touching[cut], (nearer[cut], back[cut])))
    return pd.concat(frames, ignore_index=True)


def _points(us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame) -> dict[str, Array]:
    """Longitude, latitude and people of the squares of each state, (k, 3)."""
    found = located_cities(us, mx)
    found = found[found["population"] > 0]
    east, north, people = found.geometry.x, found.geometry.y, found["population"].astype(float)
    squares = pd.DataFrame({
        "place": found["state_place_id"], "x": (east / GRID).round(), "y": (north / GRID).round(),
        "people": people, "east": east * people, "north": north * people,
    }).groupby(["place", "x", "y"], sort=True).sum()  # fmt: skip
    table = np.column_stack(
        [squares["east"] / squares["people"], squares["north"] / squares["people"], squares["people"]]
    )
    places = squares.index.get_level_values("place").to_numpy()
    return {str(place): table[places == place] for place in np.unique(places)}


def _through(start: Array, end: Array, gates: Array | None) -> Array:
    if gates is None:
        return kilometres(start, end)
    out, back = kilometres(start, gates), kilometres(gates, end)
    best = np.full((len(start), len(end)), np.inf)
    for gate in range(len(gates)):
        np.minimum(best, out[:, gate, None] + back[gate], out=best)
    return best


def _distances(
    points: dict[str, Array], origins: Sequence[str], destinations: Sequence[str], gates: Array | None
) -> tuple[Array, Array, Array]:
    """Harmonic mean, harmonic mean of squares, and distance of the centres, each (m, n) in km."""
    every = np.vstack([points[place] for place in destinations])
    starts = np.cumsum([0, *(len(points[place]) for place in destinations)])[:-1]
    shares = every[:, 2] / np.repeat(np.add.reduceat(every[:, 2], starts), np.diff([*starts, len(every)]))
    rows = []
    for place in origins:
        here = points[place]
        km = np.maximum(_through(here, every, gates), LEAST_KM)
        weight = here[:, 2] / here[:, 2].sum()
        rows.append([np.add.reduceat((weight @ km**-power) * shares, starts) for power in (1.0, 2.0)])
    found: Array = np.array(rows)
    centres: list[Array] = [np.array([np.average(points[p][:, :2], axis=0, weights=points[p][:, 2]) for p in places])
               for places in (origins, destinations)]  # fmt: skip
    return 1 / found[:, 0], found[:, 1] ** -0.5, _through(centres[0], centres[1], gates)


def _borders(states: gpd.GeoDataFrame, order: Sequence[str]) -> npt.NDArray[np.bool_]:
    shapes = states.set_index("place_id").loc[list(order)].geometry.to_crs(EQUAL_AREA)
    near = shapes.buffer(TOUCH_M)
    left, right = near.sindex.query(shapes, predicate="intersects")
    found = np.zeros((len(order), len(order)), bool)
    found[left, right] = True
    found |= found.T
    np.fill_diagonal(found, False)
    return found


def _between(km: Array, people: dict[str, float], order: Sequence[str]) -> tuple[Array, Array]:
    """People of third places nearer to the origin, and nearer to the destination, than the two are to each other."""
    count = np.array([people[place] for place in order])
    apart = km.copy()
    np.fill_diagonal(apart, np.inf)  # a place is no third one to itself
    nearer = (apart[:, :, None] < km[:, None, :]).transpose(0, 2, 1) @ count
    return nearer, nearer.T


def _frame(
    origins: Sequence[str], destinations: Sequence[str], route: str, km: tuple[Array, Array, Array],
    touching: npt.NDArray[np.bool_], between: tuple[Array, Array],
) -> pd.DataFrame:  # fmt: skip
    index = pd.MultiIndex.from_product([origins, destinations], names=["origin", "destination"])
    values = {"km": km[0], "km_near": km[1], "km_centre": km[2]}
    frame = pd.DataFrame({name: found.ravel().round(3) for name, found in values.items()}, index=index).reset_index()
    return frame.assign(
        route=route, border=touching.ravel(),
        people_nearer=between[0].ravel().round(), people_nearer_back=between[1].ravel().round(),
    )[list(COLUMNS)].query("origin != destination")  # fmt: skip


def local_people(
    us: gpd.GeoDataFrame, mx: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, towns: gpd.GeoDataFrame
) -> pd.DataFrame:
    """Every county and municipality with its people in GeoNames' places and their centre.

    Columns: place_id, state_place_id, lon, lat, people (0 and the centroid where GeoNames has no place in it).
    """
    areas = pd.concat([counties, towns], ignore_index=True)
    cities = located_cities(us, mx)
    inside = gpd.sjoin(cities[["population", "geometry"]], areas[["place_id", "geometry"]], predicate="within")
    weight = inside["population"].astype(float)
    sums = pd.DataFrame({
        "place_id": inside["place_id"], "people": weight,
        "lon": inside.geometry.x * weight, "lat": inside.geometry.y * weight,
    }).groupby("place_id").sum()  # fmt: skip
    frame = areas[["place_id", "state_place_id", "centroid_lon", "centroid_lat"]].set_index("place_id")
    # Without a place of 500 people and more, nobody is split to it.
    people = sums["people"].reindex(
        frame.index, fill_value=0.0
    )  # no place of 500 people and more: nobody is split to it
    for name in ("lon", "lat"):
        centre = (sums[name] / sums["people"]).reindex(frame.index)
        frame[name] = centre.where(people > 0, frame[f"centroid_{name}"]).round(4)
    frame["people"] = people.round().astype("int64")
    return pd.DataFrame(frame.reset_index()[["place_id", "state_place_id", "lon", "lat", "people"]])
