import numpy as np
import pandas as pd
import pytest

from corridors.analysis.agreement import NONE, OTHER, SAME, UNNAMED, Roads, agreement, summary
from corridors.analysis.roads import road_graph
from corridors.analysis.routing import network

# A road south on each of two meridians, each with its port at 30° N, and a road that joins them in the north.
PLACES = {
    "North, US": ("US", -100.0, 33.0), "Gate A, US": ("US", -100.0, 30.05), "Gate B, US": ("US", -104.0, 30.05),
    "Gate A, MX": ("MX", -100.0, 29.95), "Middle A, MX": ("MX", -100.0, 28.0), "South A, MX": ("MX", -100.0, 26.0),
    "Gate B, MX": ("MX", -104.0, 29.95), "South B, MX": ("MX", -104.0, 26.0), "A state": ("US", np.nan, np.nan),
}  # fmt: skip
CHAINS = {
    "US-A": ["North, US", "Gate A, US"], "US-B": ["North, US", "Gate B, US"],
    "MX-A": ["Gate A, MX", "Middle A, MX", "South A, MX"], "MX-B": ["Gate B, MX", "South B, MX"],
    "MX-C": ["South A, MX", "South B, MX"],
}  # fmt: skip


@pytest.fixture(scope="module")
def roads() -> Roads:
    rows = [
        (road, PLACES[place][0], number, place, *PLACES[place][1:], "")
        for road, places in CHAINS.items()
        for number, place in enumerate(places)
    ]
    chains = pd.DataFrame(rows, columns=["corridor_id", "country", "sequence", "geonameid", "longitude", "latitude",
                                         "border_poe_ids"])  # fmt: skip
    ports = pd.DataFrame({"poe_id": ["a", "b"], "longitude": [-100.0, -104.0], "latitude": [30.0, 30.0]})
    us, mx = (network(road_graph(chains, country)) for country in ("US", "MX"))
    return Roads(us, mx, ports, chains)


def compare(roads: Roads, *waypoints: str) -> dict[str, object]:
    known = pd.DataFrame(
        [(name, *place) for name, place in PLACES.items()], columns=["waypoint", "country", "longitude", "latitude"]
    )
    routes = pd.DataFrame({"set": "S", "corridor_id": "1", "seq": range(len(waypoints)), "waypoint": waypoints})
    (row,) = agreement(routes.iloc[::-1], known, roads).to_dict("records") or [{}]
    return {str(name): value for name, value in row.items()}


def test_a_route_as_ours(roads: Roads) -> None:
    found = compare(roads, "North, US", "Gate A, MX", "Middle A, MX", "South A, MX")
    assert (found["between"], found["near"], found["near_straight"]) == (2, 2, 2)
    assert (found["poe_id"], found["port"], found["at_port"]) == ("a", SAME, False)
    assert found["km"] == pytest.approx(7 * 111.195 + 0.3 * 0.1 * 111.195, abs=1)  # local road on both sides of it


def test_a_route_by_another_port_is_said_so(roads: Roads) -> None:
    found = compare(roads, "North, US", "Gate B, MX", "South A, MX")
    assert (found["between"], found["near"]) == (1, 0)
    assert (found["poe_id"], found["port"]) == ("a", OTHER)


def test_a_route_that_starts_at_its_port_says_so(roads: Roads) -> None:
    assert compare(roads, "Gate B, US", "Gate B, MX", "South B, MX")["at_port"] is True


def test_no_crossing_and_no_named_crossing(roads: Roads) -> None:
    assert compare(roads, "Gate A, MX", "South B, MX")["port"] == NONE
    assert compare(roads, "North, US", "South B, MX")["port"] == UNNAMED


def test_points_that_cannot_be_placed_are_counted_and_left_out(roads: Roads) -> None:
    found = compare(roads, "North, US", "A state", "South A, MX")
    assert (found["published"], found["placed"], found["between"]) == (3, 2, 0)
    assert compare(roads, "A state", "South A, MX") == {}


def test_a_name_that_nobody_reviewed_is_an_error(roads: Roads) -> None:
    with pytest.raises(KeyError, match="Elsewhere"):
        compare(roads, "North, US", "Elsewhere")


def test_the_summary_adds_up() -> None:
    rows = [(3, 2, 1, SAME, True), (2, 0, 0, OTHER, False), (0, 0, 0, NONE, False), (1, 1, 0, UNNAMED, False)]
    found = summary(pd.DataFrame(rows, columns=["between", "near", "near_straight", "port", "at_port"]))
    assert found == {
        "routes": 4, "between": 6, "near": 3, "near_straight": 1,
        "ports_named": 2, "ports_same": 1, "ports_named_away": 1, "ports_same_away": 0,
    }  # fmt: skip
