"""Intervals: what they hold on made-up truths, and how the dispersion of cells is found."""

import numpy as np
import numpy.typing as npt
import pytest

from corridors.analysis.flows.balance import balance
from corridors.analysis.flows.draws import calibrated, interval, spread
from corridors.analysis.flows.scores import LARGE, scores

Table = npt.NDArray[np.floating]
SIGMA, SIZE = 0.45, 24


def made_up(seed: int) -> tuple[Table, Table]:
    """A prior, and counts drawn from it with the dispersion SIGMA."""
    rng = np.random.default_rng(seed)
    prior = rng.lognormal(3, 1, (SIZE, SIZE))
    return prior, rng.poisson(prior * spread(prior.shape, SIGMA, rng)).astype(float)


def held(seeds: range, sigma: float, draws: int = 150) -> float:
    """The share of true cells inside the 80 % interval, of those estimated at ten or more, margins being shown."""
    hits, large = 0, 0
    for seed in seeds:
        prior, truth = made_up(seed)
        rng = np.random.default_rng(1_000 + seed)
        tables = balance(prior * spread((draws, *prior.shape), sigma, rng), truth.sum(1), truth.sum(0), 1e-6)[0]
        low, high = interval(tables, rng)
        counted = tables.mean(0) >= LARGE
        hits += int(((low <= truth) & (truth <= high))[counted].sum())
        large += int(counted.sum())
    return hits / large


def test_intervals_of_eighty_percent_hold_the_truth_about_eighty_percent_of_the_time() -> None:
    assert 0.75 <= held(range(6), SIGMA) <= 0.85


def test_the_dispersion_found_on_some_worlds_holds_on_others() -> None:
    found = calibrated(lambda sigma: held(range(3), sigma, 60))
    assert found == pytest.approx(SIGMA, abs=0.1)
    assert 0.75 <= held(range(20, 24), found) <= 0.85


def test_the_factors_of_a_spread_have_the_mean_one() -> None:
    factors = spread((200_000,), 0.5, np.random.default_rng(1))
    assert factors.mean() == pytest.approx(1, abs=0.01)
    assert np.log(factors).std() == pytest.approx(0.5, abs=0.01)


def test_an_interval_is_of_whole_numbers_and_of_a_count() -> None:
    low, high = interval(np.full((4000, 1, 2), [[100.0, 0.0]]), np.random.default_rng(1))
    assert (low[0, 1], high[0, 1]) == (0, 0)
    assert low[0, 0] == pytest.approx(87, abs=1)  # the quantiles of a Poisson count of mean 100
    assert high[0, 0] == pytest.approx(113, abs=1)


def test_scores_of_a_perfect_and_of_a_shifted_estimate() -> None:
    truth = np.arange(100.0).reshape(10, 10)
    cells = ~np.eye(10, dtype=bool)
    perfect = scores(truth, truth, truth, truth, cells)
    assert (perfect.cpc, perfect.top50, perfect.median_error, perfect.coverage80_all) == (1.0, 50, 0.0, 1.0)
    assert perfect.r2 == pytest.approx(1)
    half = scores(truth, truth / 2, truth / 2, truth / 2, cells)
    assert half.cpc == pytest.approx(2 / 3)
    assert half.median_error == pytest.approx(0.5)
    assert half.coverage80 == 0
    none = scores(truth, truth / 1000, truth * 0, truth, cells)
    assert np.isnan(none.coverage80)
    assert none.coverage80_all == 1
