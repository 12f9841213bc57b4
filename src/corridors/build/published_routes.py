"""Routes that an authority published, placed on the map, beside the least-cost ways: how far they agree."""

from pathlib import Path
from typing import Final

import pandas as pd

from corridors.analysis.agreement import agreement
from corridors.build.routes import roads
from corridors.build.series import Tables
from corridors.errors import DataError

NAMES: Final = "waypoints.csv"
PORT_LIST: Final = "border port"  # rows that list ports and are no route


def route_agreement(tables: Tables, waypoints: pd.DataFrame) -> pd.DataFrame:
    """Rows of `analysis.agreement`; `waypoints`: the reviewed names (`read_waypoints`).

    DataError for a waypoint of the facts that nobody reviewed.
    """
    return agreement(_routes(tables, waypoints), waypoints, roads(tables))


def read_waypoints(geodata: Path) -> pd.DataFrame:
    """The reviewed places of published routes, coordinates NaN where a name cannot be placed (`note` says why)."""
    return pd.read_csv(geodata / "names" / NAMES, dtype={"state_code": str, "geonameid": str})


def _routes(tables: Tables, waypoints: pd.DataFrame) -> pd.DataFrame:
    published = tables["published_routes"]
    routes = published[published["kind"] != PORT_LIST]
    if lost := sorted(set(routes["waypoint"]) - set(waypoints["waypoint"])):
        raise DataError(f"names/{NAMES}: not reviewed yet: {'; '.join(lost)}")
    return routes
