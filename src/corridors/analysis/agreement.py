"""How far the least-cost ways agree with the routes that an authority published.

Only the two ends of a published route are given to the network; its points in between are the test, and the crossing is
another. The straight line between the same ends stands beside it: what a map would find without any road.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import pandas as pd

from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.distance import kilometres
from corridors.analysis.roads import foot
from corridors.analysis.routing import Line, Network, line, links, port_links, ways

NEAR_KM: Final = 50.0  # a published point within this of a way lies on it
AT_PORT_KM: Final = 25.0  # a place within this of a port is a town of that crossing
COLUMNS: Final = (
    "set", "corridor_id", "published", "placed", "between", "near", "near_straight", "km", "poe_id", "port", "at_port",
)  # fmt: skip
SAME, OTHER, UNNAMED, NONE = "same", "other", "not named", "no crossing"


@dataclass(frozen=True)
class Roads:
    """Both countries' roads, and the ports between them: poe_id, longitude, latitude (k rows)."""

    us: Network
    mx: Network
    ports: pd.DataFrame
    chains: pd.DataFrame

    @property
    def gates(self) -> Array:
        """The points of the ports, (k, 2)."""
        return self.ports[["longitude", "latitude"]].to_numpy(float)


def agreement(routes: pd.DataFrame, waypoints: pd.DataFrame, roads: Roads) -> pd.DataFrame:
    """One row a published route with two placed points or more (COLUMNS), in the order of the ids.

    `routes`: set, corridor_id, seq, waypoint (of a route: no list of ports); `waypoints`: waypoint, country, longitude,
    latitude (NaN: cannot be placed). `published`, `placed`: points; `between`: placed points between the ends, of which
    `near` within NEAR_KM of our way and `near_straight` of the straight line. `port`: whether our port (`poe_id`, "" on
    a route within one country) belongs to the published place of crossing, the first in Mexico: SAME, OTHER, UNNAMED
    (it is no town of a crossing) or NONE (the route starts in Mexico). `at_port`: the route starts beside that place,
    so that the port hardly could differ. KeyError for a waypoint that the reviewed names lack.
    """
    known = waypoints.set_index("waypoint")[["country", "longitude", "latitude"]]
    rows = []
    for (group, corridor), route in routes.sort_values("seq").groupby(["set", "corridor_id"], sort=True):
        places = known.loc[list(route["waypoint"])]
        placed = places[places["longitude"].notna()]
        if len(placed) >= 2:
            counts = {"set": group, "corridor_id": corridor, "published": len(route), "placed": len(placed)}
            rows.append(counts | _compared(placed, roads))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def summary(found: pd.DataFrame) -> dict[str, int]:
    """Totals of `agreement`: routes; points between ends, near our way, near the straight line; crossings named, the
    same as ours; and both for the routes that do not start beside their crossing."""
    named = found[found["port"].isin([SAME, OTHER])]
    away = named[~named["at_port"]]
    return {
        "routes": len(found),
        "between": int(found["between"].sum()),
        "near": int(found["near"].sum()),
        "near_straight": int(found["near_straight"].sum()),
        "ports_named": len(named),
        "ports_same": int((named["port"] == SAME).sum()),
        "ports_named_away": len(away),
        "ports_same_away": int((away["port"] == SAME).sum()),
    }


def _compared(placed: pd.DataFrame, roads: Roads) -> dict[str, object]:
    points = placed[["longitude", "latitude"]].to_numpy(float)
    abroad = placed["country"].tolist() == ["MX"] * len(placed)
    drawn, km, port = _within(points, roads.mx) if abroad else _across(points, roads)
    middle = points[1:-1]
    straight: Line = [(float(lon), float(lat)) for lon, lat in points[[0, -1]]]
    found = {
        "between": len(middle),
        "near": int((_apart(middle, drawn) <= NEAR_KM).sum()),
        "near_straight": int((_apart(middle, straight) <= NEAR_KM).sum()),
        "km": round(km),
    }
    if port is None:
        return found | {"poe_id": "", "port": NONE, "at_port": False}
    crossing = points[[placed["country"].tolist().index("MX")]]
    town = kilometres(crossing, roads.gates)[0] <= AT_PORT_KM
    beside = bool((kilometres(points[:1], roads.gates)[0][town] <= AT_PORT_KM).any())
    said = SAME if town[port] else OTHER if town.any() else UNNAMED
    return found | {"poe_id": roads.ports["poe_id"].iloc[port], "port": said, "at_port": beside}


def _within(points: Array, roads: Network) -> tuple[Line, float, None]:
    start, end = links(roads, points[:1]), links(roads, points[-1:])
    return line(roads, start, end, (0, 0)), float(ways(roads, start, end)[0, 0]), None


def _across(points: Array, roads: Roads) -> tuple[Line, float, int]:
    start, end = links(roads.us, points[:1]), links(roads.mx, points[-1:])
    north, south = (port_links(one, roads.ports, roads.chains) for one in (roads.us, roads.mx))
    km = ways(roads.us, start, north)[0] + ways(roads.mx, south, end)[:, 0]
    port = int(km.argmin())
    return line(roads.us, start, north, (0, port)) + line(roads.mx, south, end, (port, 0)), float(km[port]), port


def _apart(points: Array, drawn: Line) -> Array:
    """Km from each point to the nearest part of a line."""
    if not len(points):
        return np.empty(0)
    ends = np.array(drawn)
    return np.asarray(np.min([foot(points, np.stack(piece))[1] for piece in pairwise(ends)], axis=0))
