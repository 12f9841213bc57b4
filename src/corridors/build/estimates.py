"""The computed tables of flows: pairs of states, scores of the back-test, estimates by period and assumption."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from corridors.analysis.flows import domestic, mexico
from corridors.analysis.flows.backtest import backtest, row
from corridors.analysis.flows.bench import TABLES, Assumption, Bench, assumptions
from corridors.analysis.flows.draws import SEED
from corridors.analysis.flows.proxies import FIREARM_DEATHS
from corridors.analysis.flows.published import Published
from corridors.analysis.flows.shown import MODES
from corridors.build.derived import Derived, Layers
from corridors.build.pairs import local_people, pairs
from corridors.build.series import Tables

TESTED: Final = 4  # the latest years of the domestic matrix
DRAWS: Final = 100


def backtest_scores(tables: Tables, _layers: Layers) -> pd.DataFrame:
    """Scores of all estimators on the latest TESTED years, in both modes."""
    found = domestic.whole(domestic.years(tables, tables["state_pairs"], domestic.shipped(tables)))
    results = [one for mode in MODES for one in backtest(found, found[-TESTED:], mode)]
    frame = pd.DataFrame([{**row(one), "sigma": one.sigma} for one in results])
    return frame.assign(**{name: frame[name].round(4) for name in frame.select_dtypes("float").columns})


def corridor_estimates(tables: Tables, names: Mapping[str, str]) -> pd.DataFrame:
    """Estimated guns of every pair, period and assumption, one row each where the interval reaches a gun.

    Columns: year_start, year_end, prior, route, proxy, origin, destination (`published.UNKNOWN`: recovery state not
    known), estimate, low, high (the closed 80 % interval of whole numbers), observed (the pair is printed: then all
    three are that number), and of the whole table total_low, total_high, sigma, rounds, error, and etrace (the share of
    its guns that access to eTrace alone moves; empty for proxies without it). `names`: ids of US states by English
    name. All assumptions for the latest period, every prior for the others.
    """
    bench = Bench(tables, names)
    frames = []
    for number, found in enumerate(bench.periods):
        for assumption in assumptions(number == 0):
            given = bench.given(found, assumption, DRAWS)
            part = _frame(found, mexico.estimate(found, given, SEED), assumption, given.sigma)
            frames.append(part.assign(etrace=round(bench.etrace_weight(found, assumption, given), 4)))
    return pd.concat(frames, ignore_index=True)


def _frame(found: Published, result: mexico.Estimate, key: Assumption, sigma: float) -> pd.DataFrame:
    rows, columns = np.nonzero(result.high >= 1)
    at = rows, columns
    observed = np.zeros(found.shape, bool)
    observed[tuple(np.array(list(found.cells), int).reshape(-1, 2).T)] = True
    return pd.DataFrame({
        "year_start": found.period[0], "year_end": found.period[1],
        "prior": key[0], "route": key[1], "proxy": key[2],
        "origin": np.array(found.origins)[rows], "destination": np.array(found.destinations)[columns],
        "estimate": result.table[at].round(1), "low": result.low[at].astype(int), "high": result.high[at].astype(int),
        "observed": observed[at], "total_low": found.total[0], "total_high": found.total[1],
        "sigma": round(sigma, 4), "rounds": result.convergence.rounds, "error": result.convergence.error,
    })  # fmt: skip


def _pairs(_tables: Tables, layers: Layers) -> pd.DataFrame:
    return pairs(layers("us_states"), layers("mx_states"), layers("ports_of_entry"))


def _local(_tables: Tables, layers: Layers) -> pd.DataFrame:
    return local_people(*(layers(name) for name in ("us_states", "mx_states", "us_counties", "mx_municipalities")))


def _estimates(tables: Tables, layers: Layers) -> pd.DataFrame:
    states = layers("us_states")
    return corridor_estimates(tables, dict(zip(states["name"], states["place_id"], strict=True)))


def _reads(tables: Tables) -> list[pd.DataFrame]:
    """The rows that the estimates use: of homicides only those of the proxies, of laws only their number."""
    deaths = tables["mx_homicides_state_year"]
    rows = [
        deaths.loc[deaths["measure"].isin(FIREARM_DEATHS), ["state_code", "year", "measure", "value"]],
        tables["us_gun_laws_state_year"][["year", "state_code", "lawtotal"]],
    ]
    return [*rows, *(tables[name] for name in sorted(USED)), tables["state_pairs"], tables["backtest"]]


PARTLY: Final = ("mx_homicides_state_year", "us_gun_laws_state_year")  # of which `_reads` takes some rows or columns
USED: Final = frozenset(TABLES) - set(PARTLY)
DERIVED: Final = (
    Derived("state_pairs", _pairs, frozenset()),
    Derived("local_people", _local, frozenset()),
    Derived("backtest", backtest_scores, frozenset()),  # a minute: a whole build makes it anew, an import keeps it
    Derived(
        "corridor_estimates",
        _estimates,
        frozenset(TABLES),
        _reads,
    ),
)  # fmt: skip
