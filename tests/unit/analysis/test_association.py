import numpy as np
import pandas as pd
from numpy.testing import assert_allclose

from corridors.analysis.association import lagged

PLACES = 60
YEARS = range(2010, 2018)


def panel(values: np.ndarray) -> pd.Series:
    index = pd.MultiIndex.from_product([[f"{at:02d}" for at in range(PLACES)], YEARS])
    return pd.Series(values.ravel(), index=index)


def pick(frame: pd.DataFrame, view: str, lag: int, coefficient: str = "pearson") -> pd.Series:
    chosen = (frame["view"] == view) & (frame["lag"] == lag) & (frame["coefficient"] == coefficient)
    return frame[chosen].iloc[0]


def test_a_rate_that_follows_by_two_years_is_found_at_two_within_places() -> None:
    rng = np.random.default_rng(1)
    guns = rng.normal(size=(PLACES, len(YEARS)))
    rate = rng.normal(size=guns.shape) * 0.5
    rate[:, 2:] += guns[:, :-2]
    found = lagged(panel(guns), panel(rate))
    within = found[(found["view"] == "within") & (found["coefficient"] == "spearman")]
    assert within.set_index("lag")["r"].idxmax() == 2
    assert pick(found, "within", 2)["low"] > 0.5
    assert pick(found, "within", 2)[["first", "last"]].tolist() == [2010, 2015]


def test_places_that_differ_for_good_show_between_and_not_within() -> None:
    rng = np.random.default_rng(2)
    level = rng.normal(size=(PLACES, 1)) * 3
    guns, rate = (level + rng.normal(size=(PLACES, len(YEARS))) for _ in range(2))
    found = lagged(panel(guns), panel(rate))
    assert pick(found, "between", 0)["low"] > 0.8
    assert pick(found, "within", 0)["low"] < 0 < pick(found, "within", 0)["high"]


def test_the_interval_is_near_that_of_fisher() -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(size=(PLACES, 1))
    y = 0.6 * x + rng.normal(size=x.shape) * 0.8
    index = pd.MultiIndex.from_product([[f"{at:02d}" for at in range(PLACES)], [2015]])
    series = [pd.Series(values.ravel(), index=index) for values in (x, y)]
    found = pick(lagged(*series), "between", 0)
    half = 1.96 / np.sqrt(PLACES - 3)
    fisher = np.tanh([np.arctanh(found["r"]) - half, np.arctanh(found["r"]) + half])
    assert_allclose([found["low"], found["high"]], fisher, atol=0.08)


def test_units_and_the_order_of_rows_change_nothing() -> None:
    rng = np.random.default_rng(4)
    guns, rate = (panel(rng.normal(size=(PLACES, len(YEARS)))) for _ in range(2))
    mixed = lagged(guns.sample(frac=1, random_state=1) * 7 + 3, rate)
    numbers = ["r", "low", "high"]
    assert_allclose(lagged(guns, rate)[numbers], mixed[numbers], atol=1e-9)


def test_too_few_places_give_no_coefficient() -> None:
    rng = np.random.default_rng(5)
    guns, rate = (panel(rng.normal(size=(PLACES, len(YEARS)))) for _ in range(2))
    few = rate[rate.index.get_level_values(0) < "10"]
    found = lagged(guns, few)
    assert (found["places"] == 10).all()
    assert found[["r", "low", "high"]].isna().all(axis=None)
