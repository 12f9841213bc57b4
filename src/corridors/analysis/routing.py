"""Least-cost ways over the schematic roads: place to port to place, in kilometres and as points to draw.

Dijkstra (networkx) within each country; the border is crossed once, at a port of entry. What is not on a road reaches
it by local road, straight, at LOCAL times its length. Orientation only: no way here is a record of a route that was
taken, and local links know neither water nor mountains.
"""

from dataclasses import dataclass
from typing import Final

import networkx as nx
import numpy as np
import pandas as pd

from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.distance import kilometres
from corridors.analysis.roads import CLOSED, LOCAL

REACH_KM: Final = 100.0  # a place takes local roads to every place of a chain within this,
REACH: Final = 3.0  # or within so many times the distance of the nearest

Line = list[tuple[float, float]]


@dataclass(frozen=True)
class Network:
    """One country's roads: points (n, 2) in degrees, km between all of them (n, n), inf where no road leads,
    the nodes passed on the way from one to another, by chain the nodes on it, and the chains that are closed."""

    points: Array
    km: Array
    paths: dict[int, dict[int, list[int]]]
    chains: dict[str, list[int]]
    closed: frozenset[str]


@dataclass(frozen=True)
class Links:
    """Places off the network: points (k, 2), and what it costs to reach each node, (k, n), inf where it is too far."""

    points: Array
    km: Array


def network(graph: nx.Graph, closed: frozenset[str] = frozenset()) -> Network:
    """All least-cost ways of a country (`roads.road_graph`). What a chain of `closed` runs on counts CLOSED times."""
    graph = graph.copy()
    for _, _, edge in graph.edges(data=True):
        if edge["roads"] & closed:
            edge["km"] *= CLOSED
    count = len(graph)
    points = np.array([(graph.nodes[node]["lon"], graph.nodes[node]["lat"]) for node in range(count)]).reshape(-1, 2)
    km = np.full((count, count), np.inf)
    paths = {}
    for start, (lengths, found) in nx.all_pairs_dijkstra(graph, weight="km"):
        km[start, list(lengths)] = list(lengths.values())
        paths[start] = found
    on: dict[str, set[int]] = {}
    for start, end, names in graph.edges(data="roads"):
        for road in names:
            on.setdefault(road, set()).update((start, end))
    return Network(points, km, paths, {road: sorted(nodes) for road, nodes in on.items()}, closed)


def links(roads: Network, points: Array) -> Links:
    """Local roads from each of `points` (k, 2) to the nodes around it."""
    km = kilometres(points, roads.points)
    reach = np.maximum(REACH_KM, REACH * km.min(axis=1, keepdims=True))
    return Links(points, np.where(km <= reach, km * LOCAL, np.inf))


def port_links(roads: Network, ports: pd.DataFrame, chains: pd.DataFrame) -> Links:
    """The same for ports (poe_id, longitude, latitude); a chain that names a port leads to it at its own length."""
    found = links(roads, ports[["longitude", "latitude"]].to_numpy(float))
    straight = kilometres(found.points, roads.points)
    named = chains[["corridor_id", "border_poe_ids"]].drop_duplicates()
    reached = {
        (port, road) for road, cell in named.itertuples(index=False) for port in cell.split("|") if road in roads.chains
    }
    for row, port in enumerate(ports["poe_id"]):
        for road in sorted(road for name, road in reached if name == port):
            nodes = roads.chains[road]
            node = nodes[int(straight[row, nodes].argmin())]
            factor = CLOSED if road in roads.closed else 1.0
            found.km[row, node] = min(found.km[row, node], straight[row, node] * factor)
    return found


def ways(roads: Network, start: Links, end: Links) -> Array:
    """Least cost in km from each of `start` (k) to each of `end` (l), (k, l); inf where no way leads."""
    reached = np.array([(row[:, None] + roads.km).min(axis=0) for row in start.km]).reshape(len(start.km), -1)
    return np.array([(reached + row).min(axis=1) for row in end.km]).reshape(len(end.km), -1).T


def line(roads: Network, start: Links, end: Links, pair: tuple[int, int]) -> Line:
    """The points of the least-cost way of one pair of `start` and `end`; empty where no way leads."""
    whole = start.km[pair[0]][:, None] + roads.km + end.km[pair[1]]
    first, last = np.unravel_index(int(whole.argmin()), whole.shape)
    if not np.isfinite(whole[first, last]):
        return []
    middle = roads.points[roads.paths[int(first)][int(last)]]
    points = np.vstack([start.points[pair[0]], middle, end.points[pair[1]]])
    kept = [0, *(i for i in range(1, len(points)) if not np.allclose(points[i], points[i - 1], atol=1e-4))]
    return [(float(lon), float(lat)) for lon, lat in points[kept]]
