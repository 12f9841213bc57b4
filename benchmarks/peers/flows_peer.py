"""The work of `benchmarks/flows.py` as `ipfn` and `spint` do it: a JSON document in, one out. Imports are not timed."""

import json
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

warnings.filterwarnings("ignore")

import numpy as np  # noqa: E402
from ipfn import ipfn  # noqa: E402
from spint.gravity import Doubly  # noqa: E402


def timed(work: Callable[[], Any], times: int) -> tuple[list[float], Any]:
    found, seconds = None, []
    for _ in range(times):
        began = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - began)
    return seconds, found


def margins(asked: dict[str, Any]) -> dict[str, Any]:
    """A table from its margins, at ipfn's own tolerance."""
    prior, rows, columns = (np.array(asked[name]) for name in ("prior", "rows", "columns"))

    def fit() -> Any:
        return ipfn.ipfn(prior.copy(), [rows, columns], [[0], [1]], verbose=0).iteration()

    fit()
    seconds, table = timed(fit, asked["times"])
    missed = max(np.abs(table.sum(1) - rows).max(), np.abs(table.sum(0) - columns).max())
    return {"seconds": seconds, "error": float(missed / rows.sum())}


def gravity(asked: dict[str, Any]) -> dict[str, Any]:
    """A doubly constrained gravity model, exponential in distance."""
    flows, distance = np.array(asked["flows"]), np.array(asked["distance"])
    origins, destinations = np.array(asked["origins"]), np.array(asked["destinations"])
    seconds, model = timed(lambda: Doubly(flows, origins, destinations, distance, "exp"), 1)
    return {"seconds": seconds, "coefficient": float(model.params[-1])}


if __name__ == "__main__":
    work = json.load(sys.stdin)
    print(json.dumps({"margins": margins(work["margins"]), "gravity": gravity(work["gravity"])}))
