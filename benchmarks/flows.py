"""The flow estimate: a table from its margins beside `ipfn`, many draws at once, and the gravity fit beside `spint`."""

import json
import subprocess
import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from results import Row, median
from servers import HERE, ROOT, peer_python

from corridors.analysis.flows import domestic
from corridors.analysis.flows.balance import balance
from corridors.analysis.flows.draws import spread
from corridors.analysis.flows.fit import poisson
from corridors.analysis.flows.published import UNKNOWN
from corridors.store import Store

Table = npt.NDArray[np.floating]
TOLERANCE: Final = 1e-9  # of the whole, in any margin; ipfn's own is a hundred-thousandth of a margin
DRAWS: Final = 1_000
TIMES: Final = 20
SIGMA: Final = 0.4
EXPONENT: Final = -1.5


def measure_flows(_port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Ours and the peers' in turn within each round."""
    store = Store(ROOT / "geodata")
    prior, rows, columns = _mexico(store)
    asked = {"margins": {"prior": prior.tolist(), "rows": rows.tolist(), "columns": columns.tolist(), "times": TIMES},
             "gravity": _gravity(store)}  # fmt: skip
    ours: dict[str, list[float]] = {"one": [], "batch": [], "singles": [], "fit": []}
    theirs: dict[str, list[float]] = {"margins": [], "gravity": []}
    for number in range(rounds + 1):
        found = {
            "one": median([_seconds(lambda: balance(prior, rows, columns, TOLERANCE)) for _ in range(TIMES)]),
            **_draws(prior, rows, columns),
            "fit": _seconds(lambda: _fit(asked["gravity"])),
        }
        peer = _peer(asked)
        if number:
            for name, seconds in found.items():
                ours[name].append(seconds)
            for name, seconds in theirs.items():
                seconds.append(median(peer[name]["seconds"]))
    return _rows(ours, theirs, peer, asked), {**{f"ours_{k}_s": v for k, v in ours.items()},
            **{f"theirs_{k}_s": v for k, v in theirs.items()}}  # fmt: skip


def _rows(ours: dict[str, list[float]], theirs: dict[str, list[float]], peer: Any, asked: dict[str, Any]) -> list[Row]:
    one, batch, singles, fit = (median(ours[name]) for name in ("one", "batch", "singles", "fit"))
    ipfn, spint = median(theirs["margins"]), median(theirs["gravity"])
    work = asked["margins"]
    _, report = balance(*(np.array(work[name]) for name in ("prior", "rows", "columns")), TOLERANCE)
    mine, other = _fit(asked["gravity"]), peer["gravity"]["coefficient"]
    return [
        Row("flows", "51 × 32 from its margins, beside ipfn", f"{one * 1e3:.2f} ms", f"{ipfn * 1e3:.1f} ms",
            one / ipfn, 0.05),
        Row("flows", "the largest miss of a margin, of the whole", f"{report.error:.1e}",
            f"{peer['margins']['error']:.1e}", report.error / peer["margins"]["error"], 1),
        Row("flows", f"{DRAWS:,} draws at once, beside {DRAWS:,} single tables", f"{batch:.2f} s", f"{singles:.2f} s",
            batch / singles, 0.4),
        Row("flows", f"{DRAWS:,} draws", f"{batch:.2f} s", "", batch, 2, unit="s"),
        Row("flows", "the gravity fit of 2,352 pairs, beside spint", f"{fit * 1e3:.0f} ms", f"{spint * 1e3:.0f} ms",
            fit / spint, None),
        Row("flows", "its coefficient beside spint’s, relative difference", f"{mine:.9g}", f"{other:.9g}",
            abs(mine / other - 1), 1e-6, unit=""),
    ]  # fmt: skip


def _mexico(store: Store) -> tuple[Table, Table, Table]:
    """A prior of 51 states and 32 by distance, and the margins of the shipped estimate."""
    pairs = store.derived("state_pairs")
    wide = pairs[pairs["route"] == "ports"].pivot(index="origin", columns="destination", values="km_centre")
    shipped = store.derived("corridor_estimates")
    one = shipped[shipped["destination"] != UNKNOWN].iloc[: wide.size].drop_duplicates(["origin", "destination"])
    table = one.pivot(index="origin", columns="destination", values="estimate")
    table = table.reindex(index=wide.index, columns=wide.columns, fill_value=0.1).fillna(0.1)
    return wide.to_numpy(float) ** EXPONENT, table.sum(axis=1).to_numpy(float), table.sum(axis=0).to_numpy(float)


def _draws(prior: Table, rows: Table, columns: Table) -> dict[str, float]:
    priors = prior * spread((DRAWS, *prior.shape), SIGMA, np.random.default_rng(1))
    return {
        "batch": _seconds(lambda: balance(priors, rows, columns, TOLERANCE)),
        "singles": _seconds(lambda: [balance(one, rows, columns, TOLERANCE) for one in priors]),
    }


def _gravity(store: Store) -> dict[str, Any]:
    """The latest domestic matrix, pair by pair, as spint takes it."""
    tables = {name: store.table(name) for name in domestic.TABLES}
    latest = domestic.years(tables, store.derived("state_pairs"), domestic.shipped(tables))[-1]
    origins, destinations = np.nonzero(latest.cells)
    places = np.array(latest.pairs.origins)
    return {
        "flows": latest.table[latest.cells].astype(int).tolist(),
        "distance": (latest.pairs.km_centre[latest.cells] / 1000).tolist(),
        "origins": places[origins].tolist(), "destinations": places[destinations].tolist(),
    }  # fmt: skip


def _fit(work: dict[str, Any]) -> float:
    places = sorted(set(work["origins"]))
    at = {place: index for index, place in enumerate(places)}
    where = [at[place] for place in work["origins"]], [at[place] for place in work["destinations"]]
    table, distance = np.full((len(places), len(places)), np.nan), np.zeros((1, len(places), len(places)))
    table[where] = work["flows"]
    distance[0][where] = work["distance"]
    return float(poisson([distance], [table], weigh=False).coefficients[0])


def _peer(asked: dict[str, Any]) -> Any:
    command = [str(peer_python()), str(HERE / "peers" / "flows_peer.py")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
