import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose

from corridors.analysis.breaks import changes, months
from corridors.analysis.limits import WINDOW


def series(mean: np.ndarray, seed: int = 1, first: str = "2015-01") -> pd.Series:
    counts = np.random.default_rng(seed).poisson(mean).astype(float)
    return pd.Series(counts, index=pd.period_range(first, periods=len(counts), freq="M"))


def flat(level: float, length: int = 120) -> np.ndarray:
    return np.full(length, level)


def test_a_month_far_above_its_past_is_high_and_one_far_below_is_low() -> None:
    counts = series(flat(100))
    counts.iloc[80], counts.iloc[100] = 190, 30
    found = months(counts)
    assert found["status"].iloc[80] == "high"
    assert found["status"].iloc[100] == "low"
    assert found["status"].iloc[79] == "usual"
    assert found["expected"].iloc[79] == pytest.approx(100, rel=0.15)
    assert (found["status"].iloc[:WINDOW] == "").all()
    assert (found["lower"] <= found["expected"]).iloc[WINDOW:].all()


def test_a_month_is_judged_by_its_past_alone() -> None:
    counts = series(flat(100))
    later = counts.copy()
    later.iloc[70:] = 900
    pd.testing.assert_frame_equal(months(counts).iloc[:70], months(later).iloc[:70])


def test_the_expected_count_is_that_of_the_regression() -> None:
    from statsmodels.genmod.families import Poisson  # noqa: PLC0415
    from statsmodels.genmod.generalized_linear_model import GLM  # noqa: PLC0415

    wave = 80 * np.exp(0.3 * np.sin(2 * np.pi * np.arange(60) / 12))
    counts = series(wave, 2)
    ahead = np.arange(60)
    design = np.column_stack([np.ones(60), ahead, np.sin(2 * np.pi * ahead / 12), np.cos(2 * np.pi * ahead / 12)])
    past = slice(47 - WINDOW, 47)
    fitted = GLM(counts.to_numpy()[past], design[past], family=Poisson()).fit()
    assert_allclose(months(counts)["expected"].iloc[47], fitted.predict(design[47:48])[0], rtol=1e-6)


def test_on_steady_series_about_one_month_in_a_hundred_is_called_unusual() -> None:
    status = pd.concat([months(series(flat(60), seed))["status"] for seed in range(40)])
    judged = status[status != ""]
    assert 0.003 < judged.isin(["high", "low"]).mean() < 0.02


def test_small_counts_and_missing_months_are_not_judged() -> None:
    assert set(months(series(flat(6)))["status"].iloc[WINDOW:]) == {"small"}
    counts = series(flat(100))
    counts.iloc[60] = np.nan
    found = months(counts)["status"]
    assert (found.iloc[60 : 60 + WINDOW + 1] == "").all()
    assert (found.iloc[60 + WINDOW + 1 :] != "").all()
    assert set(months(counts.iloc[:20])["status"]) == {""}


def test_a_lasting_change_is_dated_and_measured() -> None:
    counts = series(np.concatenate([flat(60, 70), flat(120, 50)]))
    found = changes(counts)
    assert len(found) == 1
    row = found.iloc[0]
    assert abs((pd.Period(row["month"], "M") - counts.index[70]).n) <= 1
    assert row["before"] == pytest.approx(60, rel=0.1)
    assert row["after"] == pytest.approx(120, rel=0.1)


def test_steady_series_with_seasons_seldom_show_a_change() -> None:
    season = 100 * np.exp(0.25 * np.sin(2 * np.pi * np.arange(120) / 12))
    assert np.mean([len(changes(series(season, seed))) > 0 for seed in range(40)]) <= 0.15


def test_what_cannot_be_judged_has_no_changes() -> None:
    gap = series(flat(100))
    gap.iloc[3] = np.nan
    for counts in (gap, series(flat(5)), series(flat(100, 20))):
        assert changes(counts).empty
        assert list(changes(counts)) == ["month", "before", "after"]
