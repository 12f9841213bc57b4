"""Routes that an authority published, placed on the map, beside the least-cost ways: how far they agree."""

from pathlib import Path
from typing import Any, Final

import pandas as pd

from corridors.analysis.agreement import agreement, summary
from corridors.build.routes import roads
from corridors.build.series import Tables
from corridors.errors import DataError

NAMES: Final = "waypoints.csv"
PORT_LIST: Final = "border port"  # rows that list ports and are no route


def route_agreement(tables: Tables, waypoints: pd.DataFrame) -> pd.DataFrame:
    """Rows of `analysis.agreement`; `waypoints`: the reviewed names (`read_waypoints`)."""
    return agreement(_routes(tables, waypoints), waypoints, roads(tables))


def read_waypoints(geodata: Path) -> pd.DataFrame:
    """The reviewed places of published routes, coordinates NaN where a name cannot be placed (`note` says why)."""
    return pd.read_csv(geodata / "names" / NAMES, dtype={"state_code": str, "geonameid": str})


def published_routes(geodata: Path, tables: Tables) -> dict[str, Any]:
    """The browser's asset: `routes` (set, id, publisher, source, points [lon, lat, name as published], agreement: the
    row of `route_agreement` or null for a single point) and `summary` by set.

    DataError for a waypoint of the facts that nobody reviewed.
    """
    waypoints = read_waypoints(geodata)
    routes = _routes(tables, waypoints)
    found = agreement(routes, waypoints, roads(tables))
    compared = {(row["set"], row["corridor_id"]): row for row in found.to_dict("records")}
    placed = routes.merge(waypoints[["waypoint", "longitude", "latitude"]], on="waypoint").dropna(subset=["longitude"])
    shown = [
        {
            "set": group,
            "id": corridor,
            "publisher": part["publisher"].iloc[0],
            "source": part["source_id"].iloc[0],
            "points": [
                [round(lon, 3), round(lat, 3), name]
                for lon, lat, name in zip(part["longitude"], part["latitude"], part["waypoint"], strict=True)
            ],
            "agreement": compared.get((group, corridor)),
        }
        for (group, corridor), part in placed.sort_values("seq").groupby(["set", "corridor_id"], sort=True)
    ]
    return {"routes": shown, "summary": {str(group): summary(part) for group, part in found.groupby("set")}}


def _routes(tables: Tables, waypoints: pd.DataFrame) -> pd.DataFrame:
    published = tables["published_routes"]
    routes = published[published["kind"] != PORT_LIST]
    if lost := sorted(set(routes["waypoint"]) - set(waypoints["waypoint"])):
        raise DataError(f"names/{NAMES}: not reviewed yet: {'; '.join(lost)}")
    return routes
