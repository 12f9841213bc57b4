"""Moran's I on PySAL's own example data (design/method.md), and what is called unusual on made-up maps."""

import geopandas as gpd
import libpysal
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from corridors.analysis.local import benjamini_hochberg, moran, neighbours, unusual
from corridors.analysis.spatial import empirical_bayes

SIDE = 12


def example(name: str) -> str:
    return str(libpysal.examples.get_path(name))


def grid(side: int = SIDE) -> dict[str, list[str]]:
    """A square map whose places touch up, down, left and right."""
    names = {(row, column): f"{row:02d}{column:02d}" for row in range(side) for column in range(side)}
    steps = ((0, 1), (1, 0), (0, -1), (-1, 0))
    return {
        name: [names[row + down, column + right] for down, right in steps if (row + down, column + right) in names]
        for (row, column), name in names.items()
    }


def noise(seed: int, side: int = SIDE) -> pd.Series:
    return pd.Series(np.random.default_rng(seed).normal(10, 2, side * side), index=list(grid(side)))


def test_columbus_crime_with_our_own_queen_neighbours() -> None:
    frame = gpd.read_file(example("columbus.shp"))
    frame["place_id"] = [f"{at:02d}" for at in range(len(frame))]
    found = moran(frame.set_index("place_id")["CRIME"], neighbours(frame))
    assert found.index == pytest.approx(0.500189, abs=5e-7)
    assert found.p == 0.002  # two-sided, no permutation of 999 comes near
    assert found.places == 49


def test_st_louis_homicide_rates() -> None:
    near = libpysal.io.open(example("stl.gal")).read().neighbors
    rates = pd.read_csv(example("stl_hom.csv"))["HR8893"]
    rates.index = pd.Index([str(at) for at in range(1, len(rates) + 1)])
    found = moran(rates, {str(place): [str(other) for other in others] for place, others in near.items()})
    assert found.index == pytest.approx(0.243656, abs=5e-7)


def test_smoothed_rates_of_sids2() -> None:
    frame = gpd.read_file(example("sids2.dbf"))
    smooth = empirical_bayes(frame["SID79"], frame["BIR79"])
    assert_allclose(smooth.head(5), [0.00162492, 0.00226271, 0.00186202, 0.00202962, 0.00195649], atol=5e-9)


def test_the_rate_index_of_sids2_is_that_of_moran_on_standardised_rates() -> None:
    """Assunção and Reis (1999): the index of (rate - mean) / its standard error, as PySAL's Moran_Rate has it."""
    frame = gpd.read_file(example("sids2.dbf"))
    events, people = frame["SID79"], frame["BIR79"]
    rate, mean = events / people, events.sum() / people.sum()
    spread = (people * (rate - mean) ** 2).sum() / people.sum() - mean / people.mean()
    standard = (rate - mean) / np.sqrt(np.maximum(spread, 0) + mean / people)
    weights = libpysal.io.open(example("sids2.gal")).read()
    standard.index = pd.Index(weights.id_order)
    assert moran(standard, weights.neighbors).index == pytest.approx(0.166223, abs=5e-7)


def test_a_block_of_high_places_is_found_and_named() -> None:
    values = noise(1)
    block = [f"{row:02d}{column:02d}" for row in range(4) for column in range(4)]
    values[block] += 20
    found = unusual(values, grid())
    assert (found.loc[block, "shape"] == "high_among_high").sum() >= 10
    assert (found.loc[found.index.difference(block), "shape"] == "high_among_high").sum() <= 3
    assert (found["q"] >= found["p"]).all()


@settings(max_examples=6, deadline=None)
@given(scale=st.floats(0.01, 1000), shift=st.floats(-50, 50))
def test_units_change_nothing(scale: float, shift: float) -> None:
    values = noise(2, 6)
    one, other = unusual(values, grid(6)), unusual(values * scale + shift, grid(6))
    assert_allclose(one["local"], other["local"], rtol=1e-6)
    assert list(one["shape"]) == list(other["shape"])
    assert moran(values, grid(6)).index == pytest.approx(moran(values * scale + shift, grid(6)).index)


def test_the_order_of_rows_changes_nothing() -> None:
    values = noise(3, 6)
    mixed = unusual(values.sample(frac=1, random_state=1), grid(6))
    pd.testing.assert_frame_equal(unusual(values, grid(6)), mixed.loc[values.index])


def test_on_noise_the_false_discoveries_keep_to_the_share() -> None:
    """Sixty maps of noise: maps with any place called unusual (all of them false) are about one in twenty."""
    maps = [(unusual(noise(seed, 7), grid(7))["shape"].str.contains("among")).any() for seed in range(60)]
    assert np.mean(maps) <= 0.12


def test_missing_places_and_islands_are_not_judged() -> None:
    near = grid(6) | {"island": []}
    values = pd.concat([noise(4, 6), pd.Series({"island": 99.0})])
    values["0000"] = np.nan
    found = unusual(values, near)
    assert found.loc["island", "shape"] == "apart"
    assert found.loc["0000", "shape"] == ""
    assert found.loc[["island", "0000"], "p"].isna().all()


def test_too_few_places_or_equal_values_are_not_judged() -> None:
    few = noise(5, 4)
    assert set(unusual(few, grid(4))["shape"]) == {""}
    assert set(unusual(noise(5) * 0, grid())["shape"]) == {""}


def test_adjusted_values_are_those_of_the_paper() -> None:
    p = np.array([0.01, 0.04, 0.03, 0.005])
    assert_allclose(benjamini_hochberg(p), [0.02, 0.04, 0.04, 0.02])
