"""A country's roads as a graph, from curated chains of places: schematic, straight lines from place to place.

The chains are general knowledge and the coordinates GeoNames'; no line here is a record of traffic. A place that two
chains share joins them. So do the crossing of two straight lines, and a place that another chain passes near.
"""

from collections import defaultdict
from itertools import pairwise
from typing import Final

import networkx as nx
import numpy as np
import pandas as pd

from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.distance import kilometres

SAME_KM: Final = 3.0  # places nearer than this are one place
PASS_KM: Final = 10.0  # a chain that passes a place within this goes through it
END_KM: Final = 120.0  # a chain that ends nowhere is led to the nearest place of another within this
LOCAL: Final = 1.3  # a kilometre of local road counts as this many of a chain
CLOSED: Final = 3.0  # a closed road is gone round on what lies beside it, at so many times its length
LINK: Final = "local"
_KM_PER_DEGREE: Final = 111.195

Piece = tuple[int, int, str]


def road_graph(chains: pd.DataFrame, country: str) -> nx.Graph:
    """The graph of one country (`US` or `MX`): nodes 0…n-1 with `lon`, `lat`; edges with `km` (great circle) and
    `roads`, the corridor ids that run on them.

    `chains`: columns corridor_id, country, sequence, geonameid, longitude, latitude. Local links at the ends of chains
    carry LOCAL times their length and the road LINK.
    """
    rows = chains[chains["country"] == country].sort_values(["corridor_id", "sequence"])
    first = rows.drop_duplicates("geonameid")
    points = first[["longitude", "latitude"]].to_numpy(float)
    same = (kilometres(points, points) < SAME_KM).argmax(axis=1)  # the first place so near: itself, as a rule
    node = dict(zip(first["geonameid"], same, strict=True))
    segments = [
        (node[a], node[b], str(road))
        for road, chain in rows.groupby("corridor_id", sort=True)
        for a, b in pairwise(chain["geonameid"])
        if node[a] != node[b]
    ]
    points, pieces = _joined(points, segments)
    graph = nx.Graph()
    _edges(graph, pieces, points, 1.0)
    _edges(graph, _ends(graph, points), points, LOCAL)
    for number in graph:
        graph.nodes[number].update(lon=float(points[number, 0]), lat=float(points[number, 1]))
    return nx.convert_node_labels_to_integers(graph, ordering="sorted")


def _edges(graph: nx.Graph, pieces: list[Piece], points: Array, factor: float) -> None:
    for start, end, road in pieces:
        km = float(kilometres(points[[start]], points[[end]])[0, 0])
        if not graph.has_edge(start, end):
            graph.add_edge(start, end, km=km * factor, roads=set())
        graph.edges[start, end]["roads"].add(road)


def _joined(points: Array, segments: list[Piece]) -> tuple[Array, list[Piece]]:
    """The points with those of crossings, and the segments cut there and at the places that they pass."""
    cuts: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    lines = np.array([[points[start], points[end]] for start, end, _ in segments]).reshape(-1, 2, 2)
    used = sorted({end for start, finish, _ in segments for end in (start, finish)})
    for number, (start, end, _) in enumerate(segments):
        along, apart = foot(points[used], lines[number])
        for place, where, km in zip(used, along, apart, strict=True):
            if km < PASS_KM and 0 < where < 1 and place not in (start, end):
                cuts[number].append((float(where), place))
    found = [points]
    count = len(points)
    for one, two, there, where in _crossings(lines):
        near = {place for number in (one, two) for _, place in cuts[number]} | {*segments[one][:2], *segments[two][:2]}
        if (kilometres(where[None], points[sorted(p for p in near if p < len(points))]) < PASS_KM).any():
            continue  # they meet at that place already, or one passes it
        cuts[one].append((there[0], count))
        cuts[two].append((there[1], count))
        found.append(where[None])
        count += 1
    pieces = [
        (a, b, road)
        for number, (start, end, road) in enumerate(segments)
        for a, b in pairwise([start, *(place for _, place in sorted(cuts[number])), end])
    ]
    return np.vstack(found), pieces


def _crossings(lines: Array) -> list[tuple[int, int, tuple[float, float], Array]]:
    """Pairs of segments that cross inside both: their numbers, how far along each, and the point."""
    start, step = lines[:, 0], lines[:, 1] - lines[:, 0]
    gap = start[None] - start[:, None]
    turn = step[:, None, 0] * step[None, :, 1] - step[:, None, 1] * step[None, :, 0]
    with np.errstate(divide="ignore", invalid="ignore"):  # parallel lines: no crossing, and NaN is not within 0…1
        first = (gap[..., 0] * step[None, :, 1] - gap[..., 1] * step[None, :, 0]) / turn
        second = (gap[..., 0] * step[:, None, 1] - gap[..., 1] * step[:, None, 0]) / turn
    inside = (first > 0) & (first < 1) & (second > 0) & (second < 1)
    return [
        (int(i), int(j), (float(first[i, j]), float(second[i, j])), start[i] + first[i, j] * step[i])
        for i, j in zip(*np.nonzero(np.triu(inside, 1)), strict=True)
    ]


def foot(points: Array, line: Array) -> tuple[Array, Array]:
    """How far along a segment (2, 2) the nearest point to each of `points` (k, 2) lies (0 to 1), and the km to it.

    Measured on a plane that is true to scale at each point: good to 1 % over some hundred kilometres.
    """
    scale = np.column_stack([np.cos(np.radians(points[:, 1])), np.ones(len(points))]) * _KM_PER_DEGREE
    start, step = (line[0] - points) * scale, (line[1] - line[0]) * scale
    along = np.clip(-(start * step).sum(axis=1) / np.maximum((step**2).sum(axis=1), 1e-12), 0, 1)
    return along, np.hypot(*(start + along[:, None] * step).T)


def _ends(graph: nx.Graph, points: Array) -> list[Piece]:
    """A link from each place where a chain ends alone to the nearest place off that chain."""
    found = []
    for place in sorted(node for node, degree in graph.degree if degree == 1):
        own = next(iter(graph.edges(place, data="roads")))[2]
        others = [node for node in sorted(graph) if not any(own & roads for *_, roads in graph.edges(node, "roads"))]
        if not others:
            continue
        km = kilometres(points[[place]], points[others])[0]
        if km.min() <= END_KM:
            found.append((place, others[int(km.argmin())], LINK))
    return found
