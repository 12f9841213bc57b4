"""The estimated flow of a US state or a consular district to each Mexican state, solved on demand (command line only).

A district's part of a state is modelled twice over: see `analysis/flows/detail.py`.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pandas as pd

from corridors.analysis.flows import detail, mexico
from corridors.analysis.flows.balance import Array
from corridors.analysis.flows.bench import BEST, COMPUTED, TABLES, Bench
from corridors.analysis.flows.distance import kilometres
from corridors.analysis.flows.draws import SEED
from corridors.analysis.flows.published import Published
from corridors.analysis.flows.reading import rough
from corridors.errors import DataError
from corridors.model.kinds import Kind
from corridors.store import Store

PORTS: Final = "ports_of_entry"
DISTANCE: Final = "power"  # the estimator whose dispersion of cells stands for that within a state


@dataclass(frozen=True)
class Part:
    """One Mexican state's part of what a place sends: expected guns and the closed 80 % interval; or a printed pair,
    which is observed: then all three are that number."""

    origin: str
    destination: str
    estimate: float
    low: int
    high: int
    kind: Kind = Kind.MODELLED

    @property
    def told(self) -> int:
        """The guns as they are written: an estimate is rounded hard, a printed number is not."""
        return rough(self.estimate) if self.kind is Kind.MODELLED else round(self.estimate)


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
    best = _best(store, found)
    if place in found.origins:
        row = found.origins.index(place)
        printed = {found.destinations[column] for at, column in found.cells if at == row}
        return found.period, [
            replace(one, kind=Kind.OBSERVED) if one.destination in printed else one
            for one in _parts(place, found, *(values[row] for values in best))
        ]
    tables = mexico.drawn_tables(found, made.given(found, BEST, detail.DRAWS), SEED)
    people = store.derived("local_people").set_index("place_id")
    total = np.zeros((detail.DRAWS, len(found.destinations)))
    middle = np.zeros(len(found.destinations))
    origins = sorted(set(people.loc[counties, "state_place_id"]))
    for origin in origins:
        row = found.origins.index(origin)
        flows = tables[:, row, :-1]
        parts = _part(made, people, flows, origin, set(counties))
        total[:, :-1] += parts
        # The counties' mean share of what the best table gives the state: the one number that the page shows.
        middle[:-1] += best[0][row, :-1] * parts.sum(axis=0) / np.maximum(flows.sum(axis=0), np.finfo(float).tiny)
    _, low, high = detail.spans(total)
    # The noise of a count neither moves a printed pair nor lifts any other above what is published of it.
    most = _most(found, [found.origins.index(one) for one in origins])
    low, high = np.minimum(low, most), np.minimum(high, most)
    # The best table is not one of the draws: where counts are small the span is widened to hold it.
    return found.period, _parts(
        place, found, middle, np.minimum(low, np.floor(middle)), np.maximum(high, np.ceil(middle))
    )


def _best(store: Store, found: Published) -> tuple[Array, Array, Array]:
    """The best table of a period with its interval, as the page of corridors shows it: (m, n + 1) each."""
    rows = store.derived("corridor_estimates")
    here = rows["year_start"].eq(found.period[0]) & rows["year_end"].eq(found.period[1])
    for name, value in zip(("prior", "route", "proxy"), BEST, strict=True):
        here &= rows[name].eq(value)
    cells = rows[here].set_index(["origin", "destination"])
    cells = cells.reindex(pd.MultiIndex.from_product([found.origins, found.destinations]))
    listed = cells["high"].notna().to_numpy()  # a pair whose interval does not reach a gun has no row
    estimate, low, high = (
        np.where(listed, cells[name].to_numpy(float), 0.0).reshape(found.shape) for name in ("estimate", "low", "high")
    )
    return estimate, low, high


def _parts(place: str, found: Published, middle: Array, low: Array, high: Array) -> list[Part]:
    return [
        Part(place, to, round(float(m), 1), int(a), int(b))
        for to, m, a, b in zip(found.destinations, middle, low, high, strict=True)
        if b >= 1
    ]


def _most(found: Published, rows: list[int]) -> Array:
    """The most guns by destination (n + 1,) that the published pairs and their cap leave to some origins."""
    most = np.full(found.shape, np.inf)
    if found.cap is not None:
        most[found.cap.cells] = found.cap.high
    for at, value in found.cells.items():
        most[at] = value
    return np.asarray(most[rows].sum(axis=0))


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
