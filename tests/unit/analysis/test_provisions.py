import numpy as np
import pandas as pd
import pytest
from scipy.stats import ttest_ind

from corridors.analysis.provisions import by_laws, by_pairs, differences

STATES = [f"S{at:02d}" for at in range(50)]


def states(slope: float, seed: int = 1) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    laws = rng.integers(0, 100, len(STATES)).astype(float)
    people = rng.integers(500_000, 30_000_000, len(STATES)).astype(float)
    mean = people / 1e5 * 20 * np.exp(slope * laws)
    return pd.DataFrame({"guns": rng.poisson(mean).astype(float), "people": people, "laws": laws}, index=STATES)


def test_a_difference_is_that_of_the_means_with_welch_s_interval() -> None:
    rng = np.random.default_rng(2)
    laws = pd.DataFrame({"permit": [1] * 12 + [0] * 38, "rare": [1] * 3 + [0] * 47}, index=STATES)
    rates = pd.Series(rng.normal(30, 5, 50) - 12 * laws["permit"], index=STATES)
    found = differences(rates, laws, ["permit", "rare"]).set_index("provision")
    expected = ttest_ind(rates[:12], rates[12:], equal_var=False)
    assert found["difference"]["permit"] == pytest.approx(rates[:12].mean() - rates[12:].mean())
    assert found["low"]["permit"] == pytest.approx(expected.confidence_interval().low)
    assert (found["states_with"]["permit"], found["states_without"]["permit"]) == (12, 38)
    assert found["high"]["permit"] < 0
    assert found.loc["rare", ["difference", "low", "high"]].isna().all()
    assert found["mean_with"]["rare"] == pytest.approx(rates[:3].mean())


def test_the_slope_put_in_is_found_and_people_are_the_exposure() -> None:
    terms, residuals = by_laws(states(-0.02))
    row = terms.iloc[0]
    assert row["low"] < -0.02 < row["high"] < 0
    assert row["dispersion"] == pytest.approx(1, abs=0.6)
    assert residuals["residual"].abs().max() < 5
    assert residuals["expected"].sum() == pytest.approx(states(-0.02)["guns"].sum())


def test_a_wider_spread_widens_the_interval() -> None:
    frame = states(-0.02)
    rough = frame.assign(guns=(frame["guns"] * np.random.default_rng(3).choice([0.4, 1.6], 50)).round())
    narrow, wide = (by_laws(one)[0].iloc[0] for one in (frame, rough))
    assert wide["high"] - wide["low"] > 5 * (narrow["high"] - narrow["low"])


def test_the_order_of_states_changes_nothing() -> None:
    frame = states(-0.01)
    one, other = (by_laws(part)[0].iloc[0] for part in (frame, frame.sample(frac=1, random_state=2)))
    assert one["slope"] == pytest.approx(other["slope"])


def test_pairs_tell_the_laws_of_both_ends_apart() -> None:
    frame, rng = states(0.0), np.random.default_rng(4)
    pairs = pd.MultiIndex.from_product([STATES, STATES], names=["origin", "destination"]).to_frame(index=False)
    pairs = pairs[pairs["origin"] != pairs["destination"]].reset_index(drop=True)
    for end in ("origin", "destination"):
        for name in ("laws", "people"):
            pairs[f"{end}_{name}"] = frame[name].reindex(pairs[end]).to_numpy()
    pairs["km"] = rng.uniform(100, 4000, len(pairs))
    log = -0.02 * pairs["origin_laws"] + 0.01 * pairs["destination_laws"] - np.log(pairs["km"])
    sizes = np.log(pairs["origin_people"]) + np.log(pairs["destination_people"])
    pairs["guns"] = rng.poisson(np.exp(log + sizes - 20))
    found = by_pairs(pairs).set_index("term")["slope"]
    assert found["origin_laws"] == pytest.approx(-0.02, abs=0.003)
    assert found["destination_laws"] == pytest.approx(0.01, abs=0.003)
