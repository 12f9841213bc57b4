"""`web/corridor_dial.json`: every estimate under every assumption, compact, so that the page's dial asks nobody.

A set of assumptions is one row-major table of origins × destinations; the estimate is in tenths of a gun. What a pair
sends through a crossing is a share in thousandths; shares under MENTIONED of it are left out and the rest made whole.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from corridors.analysis.agreement import NEAR_KM, summary
from corridors.analysis.flows.bench import BEST, TESTED_AS
from corridors.analysis.flows.published import UNKNOWN, Published, published
from corridors.build.districts import read_list
from corridors.build.manifest import write_web
from corridors.build.port_dial import gates, pair_ranges, pair_shares, published_routes, road_delays, west_to_east
from corridors.build.published_routes import read_waypoints, route_agreement
from corridors.build.series import Tables

DIAL: Final = "corridor_dial"
NEEDED: Final = ("corridor_estimates", "backtest", "port_capacity", "port_routes", "road_closures")
# Tables that are read beside the computed ones.
USED: Final = frozenset(
    {"border_crossings_year", "border_ports_bts", "highway_corridors", "ports_of_entry", "published_routes"}
)
KEYS: Final = ["prior", "route", "proxy"]


def write_dial(geodata: Path, tables: Tables) -> None:
    """Writes the asset from the computed tables of `built/derived`, where they are built."""
    out = geodata / "built"
    paths = {name: out / "derived" / f"{name}.parquet" for name in NEEDED}
    if all(path.is_file() for path in paths.values()):
        read = {name: pq.read_table(path).to_pandas() for name, path in paths.items()}
        write_web(out, DIAL, corridor_dial(geodata, tables, read))


def corridor_dial(geodata: Path, tables: Tables, read: Tables) -> dict[str, Any]:
    """The asset of the page of corridors; `read` has the computed tables NEEDED."""
    rows = read["corridor_estimates"]
    origins = sorted(set(rows["origin"]))
    destinations = [*sorted(set(rows["destination"]) - {UNKNOWN}), UNKNOWN]
    states = pq.read_table(geodata / "built" / "layers" / "us_states.parquet", columns=["name", "place_id"]).to_pandas()
    names = dict(zip(states["name"], states["place_id"], strict=True))
    facts = {one.period: one for one in published(tables, origins, destinations[:-1], names)}
    spans = sorted(facts)
    shares = pair_shares(read["port_routes"], read["port_capacity"], origins, destinations[:-1])
    crossings = gates(read["port_capacity"], tables)
    return {
        "origins": origins,
        "destinations": destinations,
        "periods": [_period(facts[span]) for span in spans],
        "sets": [
            {"period": at, **dict(zip(KEYS, key, strict=True)), **_table(part, origins, destinations)}
            for at, span in enumerate(spans)
            for key, part in rows[rows["year_start"].eq(span[0]) & rows["year_end"].eq(span[1])].groupby(KEYS)
        ],
        "best": list(BEST),
        "backtest": _errors(read["backtest"]),
        "tested": sorted(int(year) for year in set(read["backtest"]["year"])),
        **crossings,
        "shares": shares,
        "ranges": pair_ranges(
            read["port_routes"],
            read["port_capacity"],
            [port["gate"] for port in crossings["ports"]],
            origins,
            destinations[:-1],
        ),
        "roads": road_delays(read["road_closures"], read["port_capacity"], tables, origins, destinations),
        "routes": published_routes(tables, read_list(geodata / "names" / "waypoints.csv")),
        "agreement": {"near_km": round(NEAR_KM), **summary(route_agreement(tables, read_waypoints(geodata)))},
        "order": west_to_east(_latest(rows), shares, crossings, origins, destinations),
    }


def _latest(rows: pd.DataFrame) -> pd.DataFrame:
    """The estimates of the latest period under the best assumptions."""
    return rows[(rows[KEYS] == list(BEST)).all(axis=1) & rows["year_end"].eq(rows["year_end"].max())]


def _table(part: pd.DataFrame, origins: list[str], destinations: list[str]) -> dict[str, Any]:
    """Tenths of guns and the closed interval, row-major; pairs that are not listed have none. `etrace`: the share of
    the guns that access to eTrace alone moves, where the proxy heeds it."""
    etrace = float(part["etrace"].iloc[0])
    table = part.set_index(["origin", "destination"]).reindex(pd.MultiIndex.from_product([origins, destinations]))
    listed = table["low"].notna().to_numpy()
    cells = {
        name: np.where(listed, values, 0).astype(int).tolist()
        for name, values in (
            ("tenths", (table["estimate"] * 10).round()), ("low", table["low"]), ("high", table["high"]),
        )
    }  # fmt: skip
    return cells if np.isnan(etrace) else {**cells, "etrace": etrace}


def _period(found: Published) -> dict[str, Any]:
    """What is published of a period: total, source states, sums over groups, bounds, pairs, length of the order."""
    sources = [f for f in found.facts if f.name.startswith(("source ", "cities of "))]
    exact = [f for f in sources if f.low == f.high and "+" not in f.name]
    ranked = sum(f.name.startswith("printed order") for f in found.facts)
    return {
        "years": list(found.period),
        "total": [round(value) for value in found.total],
        "rows": len(exact),
        "rows_sum": round(sum(f.low for f in exact)),
        "groups": sum(f.low == f.high and "+" in f.name for f in sources),
        "bounds": sum(f.low != f.high for f in sources),
        "pairs": [
            [found.origins[row], found.destinations[column], round(value)]
            for (row, column), value in found.cells.items()
        ],
        "ranked": ranked + 1 if ranked else 0,
        "unknown": round(found.unknown),
    }


def _errors(scores: pd.DataFrame) -> Mapping[str, dict[str, list[float]]]:
    """Means over the tested years, by prior and mode: CPC, median relative error, coverage of the 80 % interval."""
    means = scores.groupby(["facts", "estimator"])[["cpc", "median_error", "coverage80"]].mean().round(3)
    told = {key: [float(value) for value in row] for key, row in zip(means.index, means.to_numpy(), strict=True)}
    return {
        prior: {mode: told[(mode, estimator)] for mode in ("mexico", "margins")}
        for prior, estimator in TESTED_AS.items()
    }
