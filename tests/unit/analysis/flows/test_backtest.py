"""The back-test: nothing of the year tested is used, and what the shipped years score."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from corridors.analysis.flows import backtest as module
from corridors.analysis.flows import domestic
from corridors.analysis.flows.backtest import ESTIMATORS, Year, backtest, row
from corridors.analysis.flows.scores import scores
from corridors.analysis.flows.shown import Mode, shown
from corridors.store import Store

PLACES = ("US-AZ", "US-CA", "US-CO", "US-FL", "US-GA", "US-IL", "US-IN", "US-NC", "US-NM", "US-NV", "US-NY", "US-OH",
          "US-PA", "US-SC", "US-TX", "US-VA")  # fmt: skip


@pytest.fixture(scope="module")
def years(store: Store) -> list[Year]:
    """Some states of the shipped years: enough for a fit, few enough to be quick."""
    tables = {name: store.table(name) for name in domestic.TABLES}
    apart = store.derived("state_pairs")
    few = apart[apart["origin"].isin(PLACES) & apart["destination"].isin(PLACES)]
    return domestic.years(tables, few, domestic.shipped(tables))


@pytest.fixture
def estimates(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Every estimate that a back-test scores, with its interval, in order."""
    found: list[tuple[Any, ...]] = []
    real = scores

    def kept(truth: Any, *rest: Any) -> Any:
        found.append(rest[:3])
        return real(truth, *rest)

    monkeypatch.setattr(module, "scores", kept)
    monkeypatch.setattr(module, "DRAWS", 20)
    monkeypatch.setattr(module, "CALIBRATION_DRAWS", 10)
    return found


def swapped(year: Year, mode: Mode) -> Year:
    """The same year with other cells and the same margins, largest pairs and order."""
    table, rng = year.table.copy(), np.random.default_rng(4)
    least = np.sort(year.truth.ravel())[-6]
    for _ in range(2_000):
        a, b = rng.choice(len(table), 2, replace=False)
        c, d = rng.choice(len(table), 2, replace=False)
        four = table[[a, b, a, b], [c, d, d, c]]
        step = np.floor(np.nanmin(four) / 2) if not np.isnan(four).any() else 0.0
        if step and (mode == "margins" or np.nanmax(four) + step < least):
            table[[a, b], [c, d]] += step
            table[[a, b], [d, c]] -= step
    return replace(year, table=table)


@pytest.mark.parametrize("mode", ["margins", "mexico"])
def test_nothing_is_taken_from_the_cells_of_the_year_tested(
    years: Sequence[Year], estimates: list[tuple[Any, ...]], mode: Mode
) -> None:
    tested = years[-1]
    other = swapped(tested, mode)
    assert np.nansum(np.abs(other.table - tested.table)) > 0.1 * np.nansum(tested.table)
    assert np.allclose(np.nansum(other.table, 0), np.nansum(tested.table, 0))
    first = backtest(years, [tested], mode)
    again = backtest([*years[:-1], other], [other], mode)
    half = len(estimates) // 2
    assert half == len(ESTIMATORS)
    for before, after in zip(estimates[:half], estimates[half:], strict=True):
        for one, same in zip(before, after, strict=True):
            assert np.array_equal(one, same)
    assert [one.sigma for one in first] == [one.sigma for one in again]
    assert all(a.scores.cpc > b.scores.cpc for a, b in zip(first, again, strict=True) if a.estimator == "corridors")


def test_a_matrix_of_a_year_kept_aside_is_never_fitted_on(
    years: Sequence[Year], estimates: list[tuple[Any, ...]]
) -> None:
    strange = replace(years[-1], year=2031)
    (found,) = [one for one in backtest(years[:-1], [strange], "margins") if one.estimator == "corridors"]
    assert row(found)["year"] == 2031
    assert len(estimates) == len(ESTIMATORS)


def test_results_are_the_same_each_time(years: Sequence[Year], estimates: list[tuple[Any, ...]]) -> None:
    runs = [[row(one) for one in backtest(years, years[-1:], "mexico")] for _ in range(2)]
    assert runs[0] == runs[1]
    assert estimates


def test_mexico_mode_shows_as_little_as_is_published(years: Sequence[Year]) -> None:
    year = years[-1]
    seen = shown(year.truth, "mexico", year.year)
    names = [fact.name for fact in seen.facts]
    assert sum(name.startswith("row") for name in names) == 4
    assert sum(name.startswith("cell") for name in names) == 5
    assert names.count("other rows") == 1
    assert len([fact for fact in seen.facts if fact.minus is not None]) == year.table.shape[1] - 1
    assert seen.known_rows.sum() == 4
    # What stands in for the other margins is not the margins.
    assert not np.isclose(seen.columns, year.truth.sum(0)).any()
    assert not np.isclose(seen.rows, year.truth.sum(1))[~seen.known_rows].any()
    found = seen.meet(np.where(year.cells, 1.0, 0.0))
    for fact in seen.facts:
        held = found[fact.plus].sum() - (0 if fact.minus is None else found[fact.minus].sum())
        slack = 2e-3 * year.truth.sum()
        assert fact.low - slack <= held <= fact.high + slack
    assert seen.cap is not None
    assert found[seen.cap.cells].max() <= seen.cap.high * 1.001


# What ships.


@pytest.fixture(scope="module")
def shipped(store: Store) -> pd.DataFrame:
    return store.derived("backtest")


def of(frame: pd.DataFrame, facts: str, estimator: str = "corridors") -> pd.DataFrame:
    return frame[(frame["facts"] == facts) & (frame["estimator"] == estimator)].sort_values("year")


def test_the_table_has_every_estimator_mode_and_year(shipped: pd.DataFrame, store: Store) -> None:
    newest = sorted(store.table(domestic.MATRIX)["year"].unique())[-4:]
    assert len(shipped) == len(ESTIMATORS) * 2 * 4
    assert not shipped.duplicated(["year", "facts", "estimator"]).any()
    assert sorted(shipped["year"].unique()) == newest
    assert set(shipped["estimator"]) == set(ESTIMATORS)


def test_from_margins_the_targets_are_reached(shipped: pd.DataFrame) -> None:
    own = of(shipped, "margins")
    assert own["cpc"].mean() >= 0.835
    assert own["top50"].mean() >= 37
    assert own["coverage80"].between(0.75, 0.85).all()
    for name in set(ESTIMATORS) - {"corridors"}:
        assert (own["cpc"].to_numpy() > of(shipped, "margins", name)["cpc"].to_numpy()).all()


def test_with_as_little_as_mexico_it_beats_the_flat_estimate_by_far(shipped: pd.DataFrame) -> None:
    own = of(shipped, "mexico")
    assert (own["cpc"].to_numpy() - of(shipped, "mexico", "flat")["cpc"].to_numpy() >= 0.1).all()
    assert 0.75 <= own["coverage80"].mean() <= 0.85


def test_the_table_is_what_a_back_test_gives_today(shipped: pd.DataFrame, store: Store) -> None:
    tables = {name: store.table(name) for name in domestic.TABLES}
    whole = domestic.years(tables, store.derived("state_pairs"), domestic.shipped(tables))
    found = pd.DataFrame([row(one) for one in backtest(whole, whole[-1:], "margins")])
    table = shipped[(shipped["facts"] == "margins") & (shipped["year"] == whole[-1].year)].reset_index(drop=True)
    for name in ("cpc", "r2", "median_error", "coverage80", "coverage80_all"):
        assert found[name].to_numpy(float) == pytest.approx(table[name].to_numpy(float), abs=6e-5), name
    assert found["top50"].tolist() == table["top50"].tolist()
