from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.analysis.flows.distance import kilometres
from corridors.analysis.roads import CLOSED, LINK, LOCAL, foot, road_graph
from corridors.analysis.routing import Links, Network, line, links, network, port_links, ways

DEGREE = 111.195  # km along a meridian


def chains(*roads: tuple[str, list[tuple[float, float]]], country: str = "US", ports: str = "") -> pd.DataFrame:
    """Chains of places by road; places at the same point are the same place."""
    rows = [
        (road, country, number, f"{lon} {lat}", lon, lat, ports)
        for road, points in roads
        for number, (lon, lat) in enumerate(points)
    ]
    names = ["corridor_id", "country", "sequence", "geonameid", "longitude", "latitude", "border_poe_ids"]
    return pd.DataFrame(rows, columns=names)


def at(roads: Network, *points: tuple[float, float]) -> Links:
    return links(roads, np.array(points))


def test_roads_that_cross_meet_there() -> None:
    graph = road_graph(chains(("A", [(-100, 30), (-100, 34)]), ("B", [(-102, 32), (-98, 32)])), "US")
    assert len(graph) == 5
    (middle,) = [node for node, degree in graph.degree if degree == 4]
    assert (graph.nodes[middle]["lon"], graph.nodes[middle]["lat"]) == pytest.approx((-100, 32))
    roads = network(graph)
    km = ways(roads, at(roads, (-100, 30)), at(roads, (-98, 32)))[0, 0]
    assert km == pytest.approx(2 * DEGREE + kilometres(np.array([[-100, 32]]), np.array([[-98, 32]]))[0, 0], rel=1e-4)


def test_a_road_goes_through_a_place_that_it_passes_and_places_so_near_are_one() -> None:
    passed = road_graph(chains(("A", [(-100, 30), (-100, 34)]), ("B", [(-99.95, 32), (-97, 32)])), "US")
    assert sorted(degree for _, degree in passed.degree) == [1, 1, 1, 3]
    merged = road_graph(chains(("A", [(-100, 30), (-100, 34)]), ("B", [(-100.01, 34.01), (-97, 36)])), "US")
    assert len(merged) == 3


def test_a_road_that_ends_apart_is_led_to_the_nearest_place_of_another_by_local_road() -> None:
    near = chains(("A", [(-100, 30), (-100, 34)]), ("B", [(-99, 34), (-90, 34)]))
    graph = road_graph(near, "US")
    (local,) = [(a, b) for a, b, roads in graph.edges(data="roads") if roads == {LINK}]
    apart = kilometres(np.array([[-100, 34]]), np.array([[-99, 34]]))[0, 0]
    assert graph.edges[local]["km"] == pytest.approx(LOCAL * apart)
    far = road_graph(chains(("A", [(-100, 30), (-100, 34)]), ("B", [(-97, 34), (-90, 34)])), "US")
    assert not [roads for *_, roads in far.edges(data="roads") if roads == {LINK}]


def test_countries_do_not_meet_but_at_a_port() -> None:
    both = pd.concat([
        chains(("A", [(-100, 30), (-100, 34)]), ports="gate"),
        chains(("M", [(-100, 29.99), (-100, 26)]), country="MX", ports="gate|other"),
    ])  # fmt: skip
    north, south = (network(road_graph(both, country)) for country in ("US", "MX"))
    assert (len(north.points), len(south.points)) == (2, 2)
    ports = pd.DataFrame({"poe_id": ["gate", "unnamed"], "longitude": [-100.0, -100.0], "latitude": [29.5, 29.5]})
    (named, unnamed), _ = port_links(north, ports, both).km.T
    assert named == pytest.approx(0.5 * DEGREE, rel=1e-4)  # the road itself leads there
    assert unnamed == pytest.approx(0.5 * DEGREE * LOCAL, rel=1e-4)


def test_a_closed_road_is_gone_round() -> None:
    found = chains(("direct", [(-100, 30), (-100, 34)]), ("round", [(-100, 30), (-98, 32), (-100, 34)]))
    graph = road_graph(found, "US")
    ends = (-100, 30), (-100, 34)
    drawn = {}
    for closed in (frozenset[str](), frozenset({"direct"}), frozenset({"direct", "round"})):
        roads = network(graph, closed)
        start, end = (at(roads, point) for point in ends)
        drawn[closed] = ways(roads, start, end)[0, 0], line(roads, start, end, (0, 0))
    (open_km, open_line), (round_km, round_line), (none_km, none_line) = drawn.values()
    assert open_km == pytest.approx(4 * DEGREE, rel=1e-4)
    assert open_line == none_line == [ends[0], ends[1]]
    assert round_line == [ends[0], (-98, 32), ends[1]]
    assert open_km < round_km < none_km == pytest.approx(CLOSED * open_km)


def test_what_no_road_reaches_has_no_way_and_no_line() -> None:
    roads = network(road_graph(chains(("A", [(-100, 30), (-100, 31)]), ("B", [(-90, 30), (-90, 31)])), "US"))
    start, end = at(roads, (-100, 30)), at(roads, (-90, 30))
    assert np.isinf(ways(roads, start, end)).all()
    assert line(roads, start, end, (0, 0)) == []


def test_the_nearest_point_of_a_line() -> None:
    along, km = foot(
        np.array([[-100.0, 31.0], [-99.0, 30.5], [-100.0, 29.0]]), np.array([[-100.0, 30.0], [-100.0, 32]])
    )
    assert along.tolist() == pytest.approx([0.5, 0.25, 0])
    assert km.tolist() == pytest.approx([0, DEGREE * np.cos(np.radians(30.5)), DEGREE], rel=1e-3)


PLACE = st.tuples(st.integers(-110, -95).map(float), st.integers(20, 32).map(float))
CHAIN = st.lists(PLACE, min_size=2, max_size=5, unique=True)


@settings(deadline=None, max_examples=40)
@given(st.lists(CHAIN, min_size=1, max_size=5), st.sets(st.integers(0, 4)))
def test_ways_are_distances_and_lines_are_as_long(drawn: list[list[tuple[float, float]]], shut: set[int]) -> None:
    named = chains(*((f"R{number}", points) for number, points in enumerate(drawn)))
    graph = road_graph(named, "US")
    roads = network(graph)
    count = len(roads.points)
    np.testing.assert_allclose(roads.km, roads.km.T)
    assert (np.diag(roads.km) == 0).all()
    assert (roads.km[:, None] <= (roads.km[:, :, None] + roads.km[None]).min(axis=1)[:, None] + 1e-6).all()
    assert (roads.km >= kilometres(roads.points, roads.points) - 1e-6).all()
    assert (network(graph, frozenset(f"R{number}" for number in shut)).km >= roads.km - 1e-6).all()
    start, end = at(roads, drawn[0][0]), at(roads, drawn[-1][-1])
    points = np.array(line(roads, start, end, (0, 0))).reshape(-1, 2)
    length = sum(float(kilometres(a[None], b[None])[0, 0]) for a, b in pairwise(points))
    km = ways(roads, start, end)[0, 0]
    assert count >= 2
    assert (len(points) == 0) == np.isinf(km)
    if np.isfinite(km):
        assert length - 1e-3 * count <= km <= LOCAL * length + 1e-6 + count
