"""Ports and roads, computed: kilometres of every pair of states through every port, lines to draw, and agreement.

Schematic: ways over curated chains of places, never a record of a route that was taken.
"""

import json
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd

from corridors.analysis.agreement import Roads
from corridors.analysis.flows.balance import Array
from corridors.analysis.roads import LINK, road_graph
from corridors.analysis.routing import Links, Network, line, links, network, port_links, ways
from corridors.build.derived import Derived, Layers
from corridors.build.series import Tables
from corridors.errors import DataError

VEHICLES: Final = ("Personal Vehicles", "Trucks", "Buses")
MODES: Final = ("vehicle", "commercial")  # what takes a crossing into the choice
NO_ROAD: Final = ("US-AK", "US-HI")  # no road of the network leads there
CHAINS: Final = "highway_corridors"
RESTS_ON: Final = frozenset({CHAINS, "ports_of_entry", "border_crossings_year"})


def port_capacity(tables: Tables, _layers: Layers) -> pd.DataFrame:
    """The crossings that can be chosen: poe_id, bts_port_code, year, vehicles, crossings.

    `vehicles`: cars, lorries and buses northbound of the whole BTS port in the latest year that any port reports in
    full; `crossings`: how many crossings for vehicles share that count. Crossings without vehicles (on foot, rail, the
    airport's bridge) are out, and so are those that no count covers: nobody knows their size.
    """
    return _capacity(tables)


def _capacity(tables: Tables) -> pd.DataFrame:
    ports, counts = tables["ports_of_entry"], tables["border_crossings_year"]
    year = int(counts.loc[counts["months_in_year"].astype(int) == 12, "year"].astype(int).max())
    now = counts[(counts["year"].astype(int) == year) & counts["measure"].isin(VEHICLES)]
    vehicles = now["value"].astype(int).groupby(now["port_code"]).sum()
    drivable = ports["modes"].str.split("|").map(lambda modes: bool(set(modes) & set(MODES)))
    chosen = ports[drivable & ports["bts_port_code"].isin(vehicles[vehicles > 0].index)].sort_values("poe_id")
    code = chosen["bts_port_code"]
    return pd.DataFrame({
        "poe_id": chosen["poe_id"], "bts_port_code": code, "year": year,
        "vehicles": code.map(vehicles).astype("int64"), "crossings": code.map(code.value_counts()).astype("int64"),
    }).reset_index(drop=True)  # fmt: skip


def roads(tables: Tables) -> Roads:
    """Both networks and the ports that can be chosen, from the facts."""
    chains, ports = tables[CHAINS], tables["ports_of_entry"]
    chosen = ports[ports["poe_id"].isin(_capacity(tables)["poe_id"])].sort_values("poe_id", ignore_index=True)
    us, mx = (network(road_graph(chains, country)) for country in ("US", "MX"))
    return Roads(us, mx, chosen, chains)


def port_routes(tables: Tables, layers: Layers) -> pd.DataFrame:
    """Km through each port: us_state_code, mx_state_code, poe_id, km (whole).

    A state is its cities of the layer `cities`, weighted by people. The contiguous states and DC × 32 × ports.
    """
    found, cities = roads(tables), layers("cities")
    north = _state_km(cities, "US", found.us, port_links(found.us, found.ports, found.chains))
    south = _state_km(cities, "MX", found.mx, port_links(found.mx, found.ports, found.chains))
    km = north.to_numpy()[:, None, :] + south.to_numpy()[None, :, :]
    if not np.isfinite(km).all():
        raise DataError(
            f"facts/{CHAINS}.csv: no way leads from some state to some port; join the chain that ends apart"
        )
    index = pd.MultiIndex.from_product([north.index.str[3:], south.index.str[3:], found.ports["poe_id"]])
    frame = pd.DataFrame({"km": km.round().astype("int64").ravel()}, index=index).reset_index()
    return frame.set_axis(["us_state_code", "mx_state_code", "poe_id", "km"], axis=1)


def road_closures(tables: Tables, layers: Layers) -> pd.DataFrame:
    """What closing a whole road adds: corridor_id, place_id, poe_id, added (whole km, only where more than 0).

    For a pair of states and a port, add those of both states to `port_routes`.
    """
    found, cities = roads(tables), layers("cities")
    frames = []
    for country, net in (("US", found.us), ("MX", found.mx)):
        graph = road_graph(found.chains, country)
        before = _state_km(cities, country, net, port_links(net, found.ports, found.chains))
        for road in sorted(set(net.chains) - {LINK}):
            closed = network(graph, frozenset({road}))
            after = _state_km(cities, country, closed, port_links(closed, found.ports, found.chains))
            added = (after - before).round().set_axis(found.ports["poe_id"], axis=1).stack().reset_index()
            frames.append(added.set_axis(["place_id", "poe_id", "added"], axis=1).assign(corridor_id=road))
    every = pd.concat(frames, ignore_index=True)[["corridor_id", "place_id", "poe_id", "added"]]
    return every[every["added"] > 0].astype({"added": "int64"}).reset_index(drop=True)


def route_shapes(tables: Tables, layers: Layers) -> pd.DataFrame:
    """Lines to draw between each state's largest city and each port: place_id, poe_id, line.

    `line`: JSON of [lon, lat] from the north to the south (a US state to the port, the port to a Mexican state).
    """
    found, cities = roads(tables), layers("cities")
    rows = []
    for country, net in (("US", found.us), ("MX", found.mx)):
        largest = _cities(cities, country).sort_values("population", ascending=False).drop_duplicates("state_place_id")
        largest = largest.sort_values("state_place_id")
        homes, gates = links(net, _points(largest)), port_links(net, found.ports, found.chains)
        for number, place in enumerate(largest["state_place_id"]):
            for port, poe in enumerate(found.ports["poe_id"]):
                ends, pair = ((homes, gates), (number, port)) if country == "US" else ((gates, homes), (port, number))
                drawn = [[round(lon, 2), round(lat, 2)] for lon, lat in line(net, *ends, pair)]
                rows.append((place, poe, json.dumps(drawn, separators=(",", ":"))))
    return pd.DataFrame(rows, columns=["place_id", "poe_id", "line"])


def _cities(cities: gpd.GeoDataFrame, country: str) -> gpd.GeoDataFrame:
    """The cities that stand for the states of a country."""
    return cities.loc[(cities["country"] == country) & ~cities["state_place_id"].isin(NO_ROAD)]


def _points(places: gpd.GeoDataFrame) -> Array:
    return np.column_stack([places.geometry.x, places.geometry.y])


def _state_km(cities: gpd.GeoDataFrame, country: str, net: Network, gates: Links) -> pd.DataFrame:
    """Mean km over the people of a state's cities to each port: states × ports, sorted by place id."""
    chosen = _cities(cities, country)
    km = pd.DataFrame(ways(net, links(net, _points(chosen)), gates))
    people = chosen["population"].astype(float).to_numpy()
    state = chosen["state_place_id"].to_numpy()
    weight = people / pd.Series(people).groupby(state).transform("sum").to_numpy()
    return km.mul(weight, axis=0).groupby(state).sum()


ROUTES: Final = (
    Derived("port_capacity", port_capacity, RESTS_ON),
    Derived("port_routes", port_routes, RESTS_ON),
    Derived("road_closures", road_closures, RESTS_ON),
    Derived("route_shapes", route_shapes, RESTS_ON),
)
