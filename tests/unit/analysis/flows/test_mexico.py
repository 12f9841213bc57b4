"""The estimate of the flow to Mexico: what is published is met, under every assumption."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest

from corridors.analysis.flows import mexico
from corridors.analysis.flows.bench import BEST, Bench, assumptions
from corridors.analysis.flows.draws import SEED
from corridors.analysis.flows.priors import power
from corridors.analysis.flows.published import UNKNOWN
from corridors.store import Store

KEY = ["prior", "route", "proxy"]
PAIRS = {("US-AZ", "MX-26"): 1618, ("US-TX", "MX-28"): 1191, ("US-TX", "MX-19"): 1158, ("US-TX", "MX-08"): 832,
         ("US-TX", "MX-11"): 831}  # fmt: skip
SOURCES = {"US-TX": 7825, "US-AZ": 3969, "US-CA": 1575, "US-NM": 492}
OTHER, NOT_KNOWN, TOTAL = 4345, 489, 18_206
ORDER = ["MX-26", "MX-02", "MX-08", "MX-19", "MX-28", "MX-11", "MX-16", "MX-32", "MX-14", "MX-25"]


class Tables(dict[str, pd.DataFrame]):
    """The tables of a store by name, the computed ones among them, read when asked for."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def __missing__(self, name: str) -> pd.DataFrame:
        return self.store.derived(name) if name in ("state_pairs", "backtest") else self.store.table(name)


@pytest.fixture(scope="module")
def bench(store: Store) -> Bench:
    return Bench(Tables(store), {said[0]: id for id, said in store.cube["names"].items() if id.startswith("US-")})


@pytest.fixture(scope="module")
def shipped(store: Store) -> pd.DataFrame:
    found = store.derived("corridor_estimates")
    return found[(found["year_start"] == 2022) & (found["year_end"] == 2023)]


def by_assumption(shipped: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    for key, part in shipped.groupby(KEY):
        yield "/".join(map(str, key if isinstance(key, tuple) else (key,))), part


def test_every_assumption_ships(shipped: pd.DataFrame) -> None:
    assert {key for key, _ in by_assumption(shipped)} == {"/".join(one) for one in assumptions(True)}


def test_the_printed_pairs_are_exact_and_nothing_else_is_called_observed(shipped: pd.DataFrame) -> None:
    for key, part in by_assumption(shipped):
        printed = part[part["observed"]].set_index(["origin", "destination"])
        assert {at: int(value) for at, value in printed["estimate"].items()} == PAIRS, key
        assert (printed["low"] == printed["estimate"]).all(), key
        assert (printed["high"] == printed["estimate"]).all(), key
        rest = part[~part["observed"] & (part["destination"] != UNKNOWN)]
        assert rest["estimate"].max() <= 831.05, key


def test_the_shipped_rows_keep_totals_unknown_mass_and_order(shipped: pd.DataFrame) -> None:
    for key, part in by_assumption(shipped):
        rows = part.groupby("origin")["estimate"].sum()
        for place, total in SOURCES.items():  # cells under a gun are left out, and the rest is rounded to a tenth
            assert rows[place] == pytest.approx(total, abs=4), key
        assert rows.drop(list(SOURCES)).sum() == pytest.approx(OTHER, abs=25), key
        columns = part.groupby("destination")["estimate"].sum()
        assert columns[UNKNOWN] == pytest.approx(NOT_KNOWN, abs=4), key
        ordered = columns[ORDER].to_numpy()
        assert (np.diff(ordered) <= 3).all(), key
        assert columns.drop([*ORDER, UNKNOWN]).max() <= ordered[-1] + 3, key


def test_intervals_hold_their_estimate(shipped: pd.DataFrame) -> None:
    assert (shipped["low"] <= shipped["estimate"]).all()
    assert (shipped["estimate"] <= shipped["high"]).all()
    assert (shipped["error"] <= 1e-6).all()


def test_every_assumption_meets_what_is_published_to_a_hundredth_of_a_gun(bench: Bench) -> None:
    latest = bench.periods[0]
    assert latest.period == (2022, 2023)
    assert latest.total == pytest.approx((TOTAL, TOTAL))
    assert latest.unknown == NOT_KNOWN
    at = {place: index for index, place in enumerate(latest.origins)}
    to = {place: index for index, place in enumerate(latest.destinations)}
    for one in assumptions(True):
        made = mexico.estimate(latest, bench.given(latest, one, 3), SEED)
        table = made.table
        assert latest.cap is not None
        assert made.high[latest.cap.cells].max() <= 831, one
        rows, columns = table.sum(1), table.sum(0)
        assert table.sum() == pytest.approx(TOTAL, abs=0.05), one
        for place, total in SOURCES.items():
            assert rows[at[place]] == pytest.approx(total, abs=0.05), one
        assert np.delete(rows, [at[place] for place in SOURCES]).sum() == pytest.approx(OTHER, abs=0.05), one
        assert columns[to[UNKNOWN]] == pytest.approx(NOT_KNOWN, abs=0.05), one
        assert {pair: table[at[pair[0]], to[pair[1]]] for pair in PAIRS} == PAIRS, one
        ordered = columns[[to[place] for place in ORDER]]
        assert (np.diff(ordered) <= 0.05).all(), one
        assert np.delete(columns, [to[place] for place in (*ORDER, UNKNOWN)]).max() <= ordered[-1] + 0.05, one
        table[tuple(np.array([(at[a], to[b]) for a, b in PAIRS]).T)] = 0
        assert table[:, :-1].max() <= 831, one


def test_what_access_to_etrace_alone_moves_ships_with_every_estimate_that_heeds_it(
    bench: Bench, shipped: pd.DataFrame
) -> None:
    assert {proxy for proxy, part in shipped.groupby("proxy") if part["etrace"].notna().all()} == {"seizures"}
    assert shipped.loc[shipped["proxy"] != "seizures", "etrace"].isna().all()
    latest = bench.periods[0]
    given = bench.given(latest, BEST, 1)
    row = shipped[(shipped[["prior", "route", "proxy"]] == list(BEST)).all(axis=1)].iloc[0]
    assert row["etrace"] == pytest.approx(bench.etrace_weight(latest, BEST, given), abs=1e-4)
    # Without the states that have no access nothing moves, and with them some guns do.
    assert 0.01 < row["etrace"] < 0.5
    assert mexico.moved(latest, given, given) == 0


def test_every_other_period_meets_its_own_facts(bench: Bench) -> None:
    assert [found.period for found in bench.periods] == [(2022, 2023), (2015, 2022), (2007, 2007), (2006, 2009)]
    for found in bench.periods[1:]:
        table = mexico.estimate(found, bench.given(found, ("power", "ports", "seizures"), 3), SEED).table
        for fact in found.facts:
            held = table[fact.plus].sum()
            slack = 1e-6 * found.total[1]
            assert fact.low - slack <= held <= fact.high + slack, (found.period, fact.name)
        assert table[:, -1].sum() == 0 or found.unknown


def test_an_origin_factor_is_what_a_row_sends_beside_its_distances() -> None:
    rng = np.random.default_rng(1)
    prior = rng.lognormal(0, 1, (7, 7))
    rows, columns = rng.lognormal(3, 1, 7), rng.lognormal(0, 1, 7)
    table = rows[:, None] * prior * columns
    np.fill_diagonal(table, 0)
    found = mexico.sent(prior, table)
    assert found / found[0] == pytest.approx(rows / rows[0], rel=1e-5)


def test_the_start_has_the_proxies_and_the_unknown_column_follows_the_rows(bench: Bench) -> None:
    latest = bench.periods[0]
    across = power(bench.across(2023, "ports"), -1.5)
    pulled = np.linspace(1, 5, across.shape[1])
    table = mexico.start(across, np.ones(len(across)), pulled, latest)
    known = TOTAL - NOT_KNOWN
    assert table[:, :-1].sum(0) == pytest.approx(pulled / pulled.sum() * known)
    assert table[:, -1] / table[:, :-1].sum(1) == pytest.approx(np.full(len(across), NOT_KNOWN / known))


def test_a_group_whose_members_are_not_known_is_never_a_fact(bench: Bench, store: Store) -> None:
    printed = store.table("trace_recovery_places")
    assert 7216.0 in set(printed["value"])
    bounds: list[Any] = [bound for found in bench.periods for fact in found.facts for bound in (fact.low, fact.high)]
    assert 7216.0 not in bounds
