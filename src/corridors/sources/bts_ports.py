"""The ports of entry of a BTS file: name, state and point of each, from its latest row."""

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa

from corridors.model.tables import BY_NAME
from corridors.sources.frames import frame
from corridors.sources.tabular import Grid

TABLE: Final = "border_ports_bts"
_POINT: Final = re.compile(r"POINT\s*\(\s*(?P<lon>-?\d+(?:\.\d+)?)\s+(?P<lat>-?\d+(?:\.\d+)?)\s*\)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"-?\d{1,3}(?:\.\d+)?")
_LAT: Final = (24.0, 50.0)
_LON: Final = (-128.0, -66.0)
DECIMALS: Final = 3  # of a degree, about 100 m: as BTS prints its ports now (it once printed five)


def known(geodata: Path) -> dict[str, str]:
    """Code -> name of the ports in the present data."""
    with (geodata / "facts" / f"{TABLE}.csv").open(encoding="utf-8", newline="") as file:
        return {row["port_code"]: row["port_name"] for row in csv.DictReader(file)}


def ports(grid: Grid, rows: Mapping[str, int], present: Mapping[str, str], source: str) -> pa.Table:
    """The table of ports (columns of `border_ports_bts`), empty where the file has no coordinates.

    `rows` has the row of each port code. A port without a point is a problem of the grid, unless it is known.
    """
    found = []
    for code, index in rows.items():
        point = _point(grid, index)
        if point:
            name, state = (grid.columns[column][index].as_py() or "" for column in ("port_name", "state"))
            found.append((code, name, state, *point))
        elif code not in present or {"lat", "point"} & set(grid.columns):
            grid.report("port", "port_code", np.array([index]))
    if not found:
        return frame(TABLE, dict.fromkeys(BY_NAME[TABLE].names, ()))
    columns: Sequence[Sequence[str]] = list(zip(*sorted(found), strict=True))
    named = dict(zip(("port_code", "port_name", "state", "lat", "lon"), map(pa.array, columns), strict=True))
    return frame(TABLE, named | {"source_id": source})


def _point(grid: Grid, index: int) -> tuple[str, str] | None:
    """Latitude and longitude as text, or None where they are not printed or cannot be (a swapped pair)."""
    cells = {name: grid.columns[name][index].as_py() or "" for name in ("lat", "lon", "point") if name in grid.columns}
    match = _POINT.fullmatch(cells.get("point", "").strip())
    lat, lon = (cells.get(name, "").strip() or (match[name] if match else "") for name in ("lat", "lon"))
    if not (_NUMBER.fullmatch(lat) and _NUMBER.fullmatch(lon)):
        return None
    if not (_LAT[0] <= float(lat) <= _LAT[1] and _LON[0] <= float(lon) <= _LON[1]):
        return None
    return repr(round(float(lat), DECIMALS)), repr(round(float(lon), DECIMALS))
