"""The part of the dial that is about ports and roads: crossings, shares, what closing a road adds, and the order from
west to east."""

from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.analysis.ports import DEFAULT, Ports, interval, shares
from corridors.build.published_routes import PORT_LIST
from corridors.build.series import Tables

MENTIONED: Final = 0.005  # of a pair's guns
TOLD: Final = 0.05  # of a pair's guns: what a port must be estimated to pass to be named with its range
HARDENED_KM: Final = 100  # hardening a port is as if it lay so much farther


def gates(capacity: pd.DataFrame, tables: Tables) -> dict[str, Any]:
    """`gates`: ports of entry as their crossings are counted together, from west to east (id, name, at); `ports`: the
    crossings (gate, us, mx) in the order of `port_capacity`; `choice`: the logit's scale and what hardening adds."""
    listed = tables["ports_of_entry"].set_index("poe_id").loc[capacity["poe_id"]]
    names = tables["border_ports_bts"].set_index("port_code")["port_name"]
    points = listed.groupby("bts_port_code")[["longitude", "latitude"]].mean().sort_values("longitude", kind="stable")
    codes = list(points.index)
    return {
        "gates": [
            {"id": f"P{code}", "name": names[code], "at": [round(lon, 3), round(lat, 3)]}
            for code, lon, lat in points.itertuples()
        ],
        "ports": [
            {"gate": codes.index(code), "us": f"US-{us}", "mx": f"MX-{mx}"}
            for code, us, mx in zip(listed["bts_port_code"], listed["us_state"], listed["mx_state_code"], strict=True)
        ],
        "choice": {"scale": DEFAULT.scale, "harden": HARDENED_KM},
    }


def pair_shares(
    routes: pd.DataFrame, capacity: pd.DataFrame, origins: list[str], destinations: list[str]
) -> list[list[int]]:
    """For each pair (row-major) a flat list: crossing, thousandths, crossing…; empty where no road leads."""
    km, counted = _ways(routes, capacity)
    found = shares(km.to_numpy(float), counted)
    kept = np.where(found >= MENTIONED, found, 0.0)
    thousandths = np.rint(kept / kept.sum(axis=1, keepdims=True) * 1000).astype(int)
    lists = {
        pair: [int(n) for port in np.flatnonzero(row) for n in (port, row[port])]
        for pair, row in zip(km.index, thousandths, strict=True)
    }
    return [lists.get((origin, to), []) for origin in origins for to in destinations]


def pair_ranges(
    routes: pd.DataFrame, capacity: pd.DataFrame, gate: list[int], origins: list[str], destinations: list[str]
) -> list[list[int]]:
    """For each pair (row-major) a flat list: gate, least and largest percentage over the assumptions of the logit…;
    only gates of TOLD or more. `gate`: that of each crossing."""
    km, counted = _ways(routes, capacity)
    together = np.eye(max(gate) + 1)[gate]
    middle = shares(km.to_numpy(float), counted) @ together
    low, high = (np.rint(end * 100).astype(int) for end in interval(km.to_numpy(float), counted, together))
    lists = {
        pair: [int(n) for at in np.flatnonzero(middle[row] >= TOLD) for n in (at, low[row, at], high[row, at])]
        for row, pair in enumerate(km.index)
    }
    return [lists.get((origin, to), []) for origin in origins for to in destinations]


def _ways(routes: pd.DataFrame, capacity: pd.DataFrame) -> tuple[pd.DataFrame, Ports]:
    """Kilometres by pair and crossing, and the crossings as the logit takes them."""
    named = routes.assign(origin="US-" + routes["us_state_code"], destination="MX-" + routes["mx_state_code"])
    km = named.pivot(index=["origin", "destination"], columns="poe_id", values="km")[list(capacity["poe_id"])]
    return km, Ports.of(capacity["vehicles"].to_numpy(float), capacity["crossings"].to_numpy(float))


def road_delays(
    closures: pd.DataFrame, capacity: pd.DataFrame, tables: Tables, origins: list[str], destinations: list[str]
) -> list[dict[str, Any]]:
    """Each road: id, name, whether it lies north of the border, and `added`: by place (its index) the kilometres that
    closing the road adds on the way to each crossing (its index)."""
    chains = tables["highway_corridors"].sort_values(["corridor_id", "sequence"])
    ends = chains.groupby("corridor_id").agg(road=("road", "first"), a=("place", "first"), b=("place", "last"))
    crossing = {poe: number for number, poe in enumerate(capacity["poe_id"])}
    found = []
    for road, rows in closures.groupby("corridor_id", sort=True):
        north = rows["place_id"].iloc[0].startswith("US-")
        places = origins if north else destinations
        added: dict[str, dict[str, int]] = {}
        for place, poe, km in zip(rows["place_id"], rows["poe_id"], rows["added"], strict=True):
            added.setdefault(str(places.index(place)), {})[str(crossing[poe])] = int(km)
        named = ends.loc[str(road)]
        found.append({
            "id": str(road), "name": f"{named['road']} ({named['a']} – {named['b']})", "north": north, "added": added,
        })  # fmt: skip
    return found


def published_routes(tables: Tables, waypoints: pd.DataFrame) -> list[dict[str, Any]]:
    """The routes that SEDENA and FGR published with two placed points or more: id, places, points in order."""
    rows = tables["published_routes"]
    rows = rows[rows["kind"] != PORT_LIST].merge(waypoints[["waypoint", "longitude", "latitude"]], on="waypoint")
    rows = rows[rows["longitude"] != ""].sort_values(["corridor_id", "seq"])
    return [
        {
            "id": str(route),
            "name": " – ".join(part["waypoint"]),
            "points": part[["longitude", "latitude"]].astype(float).round(3).to_numpy().tolist(),
        }
        for route, part in rows.groupby("corridor_id", sort=True)
        if len(part) > 1
    ]


def west_to_east(
    rows: pd.DataFrame, pairs: list[list[int]], found: dict[str, Any], origins: list[str], destinations: list[str]
) -> dict[str, list[int]]:
    """Both sides by the mean longitude at which their guns are estimated to cross, so that what crosses together stands
    together; those without a road, and the unknown recovery state, come last. `rows`: one table of estimates."""
    where = [found["gates"][port["gate"]]["at"][0] for port in found["ports"]]
    wide = len(destinations) - 1
    moments: dict[str, list[float]] = {place: [0.0, 0.0] for place in (*origins, *destinations)}
    for origin, to, guns in zip(rows["origin"], rows["destination"], rows["estimate"], strict=True):
        if to not in destinations[:wide]:
            continue
        listed = pairs[origins.index(origin) * wide + destinations.index(to)]
        for port, part in zip(listed[::2], listed[1::2], strict=True):
            for place in (origin, to):
                moments[place][0] += (guns + 0.05) * part * where[port]
                moments[place][1] += (guns + 0.05) * part
    mean = {place: a / b if b else np.inf for place, (a, b) in moments.items()}
    return {
        side: [int(at) for at in np.argsort([mean[place] for place in places], kind="stable")]
        for side, places in (("origins", origins), ("destinations", destinations))
    }
