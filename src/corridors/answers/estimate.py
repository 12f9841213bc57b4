"""The estimated flow of a US state or a consular district to each Mexican state, solved on demand (command line only).

A district's part of a state is modelled twice over: see `analysis/flows/detail.py`.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.analysis.flows import detail, mexico
from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.bench import BEST, COMPUTED, TABLES, Bench
from corridors.analysis.flows.distance import kilometres
from corridors.analysis.flows.draws import SEED
from corridors.analysis.flows.published import Published
from corridors.errors import DataError
from corridors.store import Store

PORTS: Final = "ports_of_entry"
DISTANCE: Final = "power"  # the estimator whose dispersion of cells stands for that within a state


@dataclass(frozen=True)
class Part:
    """One Mexican state's part of what a place sends: expected guns and the closed 80 % interval."""

    origin: str
    destination: str
    estimate: float
    low: int
    high: int


def bench(store: Store) -> Bench:
    """The estimator on the data of a store."""
    names = {said[0]: place for place, said in store.cube["names"].items() if place.startswith("US-")}
    tables = {name: store.table(name) for name in (*TABLES, PORTS)} | {name: store.derived(name) for name in COMPUTED}
    return Bench(tables, names)


def place_flows(store: Store, place: str) -> tuple[tuple[int, int], list[Part]]:
    """The latest period, and what a state (`US-TX`) or district (`D-san-diego`) is estimated to have sent.

    DataError for a place that is neither, or a district whose counties are not known.
    """
    counties = _counties(store, place)
    made = bench(store)
    found = made.periods[0]
    tables = mexico.drawn_tables(found, made.given(found, BEST, detail.DRAWS), SEED)
    people = store.derived("local_people").set_index("place_id")
    total = np.zeros((detail.DRAWS, len(found.destinations)))
    origins = sorted(set(people.loc[counties, "state_place_id"]))
    for origin in origins:
        flows = tables[:, found.origins.index(origin), :]
        if place == origin:
            total += flows
            continue
        total[:, :-1] += _part(made, people, flows[:, :-1], origin, set(counties))
    middle, low, high = detail.spans(total)
    # The noise of a count neither moves a printed pair nor lifts any other above what is published of it.
    least, most = _bounds(found, [found.origins.index(one) for one in origins], whole=[place] == origins)
    low, high = np.clip(low, least, most), np.clip(high, least, most)
    return found.period, [
        Part(place, to, round(float(m), 1), int(a), int(b))
        for to, m, a, b in zip(found.destinations, middle, low, high, strict=True)
        if b >= 1
    ]


def _bounds(found: Published, rows: list[int], whole: bool) -> tuple[Array, Array]:
    """The least and the most guns by destination (n + 1,) that the published pairs and their cap leave to some
    origins; a part of a state (not `whole`) has no least."""
    least, most = np.zeros(found.shape), np.full(found.shape, np.inf)
    if found.cap is not None:
        most[found.cap.cells] = found.cap.high
    for at, value in found.cells.items():
        least[at] = most[at] = value
    return least[rows].sum(axis=0) * whole, most[rows].sum(axis=0)


def _counties(store: Store, place: str) -> list[str]:
    people = store.derived("local_people")
    if place.startswith("US-"):
        found = people.loc[people["state_place_id"] == place, "place_id"].tolist()
    else:
        found = store.web_json("districts").get(place, {}).get("counties", [])
    if not found:
        raise DataError(f"{place!r} is no US state (US-TX) and no consular district (D-san-diego) with counties")
    return [str(county) for county in found]


def _part(made: Bench, people: pd.DataFrame, flows: Array, origin: str, counties: set[str]) -> Array:
    """What some counties of a state send, (draws, n)."""
    ports = made.tables[PORTS][["longitude", "latitude"]].to_numpy(float)
    here = people[people["state_place_id"] == origin]
    towns = people[people["state_place_id"].isin(made.destinations)]
    local = detail.Local(
        here["people"].to_numpy(float), towns["people"].to_numpy(float),
        kilometres(here[["lon", "lat"]].to_numpy(float), ports),
        kilometres(ports, towns[["lon", "lat"]].to_numpy(float)),
        np.array([made.destinations.index(state) for state in towns["state_place_id"]]),
    )  # fmt: skip
    scores: Any = made.tables["backtest"]
    sigma = float(scores.loc[(scores["facts"] == "margins") & (scores["estimator"] == DISTANCE), "sigma"].mean())
    groups = [here.index.isin(counties)]
    return detail.split(flows, local, groups, sigma, SEED)[:, 0, :]
