import math

import libpysal
import pandas as pd
import pytest
from libpysal.examples import get_path

from corridors.analysis.spatial import empirical_bayes


def test_the_published_example_is_reproduced() -> None:
    # PySAL's own SIDS2 data (North Carolina, 1979-1984), first five counties.
    data = libpysal.io.open(get_path("sids2.dbf"))
    events, births = (pd.Series(data.by_col(name), dtype=float) for name in ("SID79", "BIR79"))
    found = empirical_bayes(events, births)
    assert found.head().to_list() == pytest.approx(
        [0.00162492, 0.00226271, 0.00186202, 0.00202962, 0.00195649], abs=5e-9
    )
    assert found.name == "rate_eb"


def test_the_fewer_people_the_closer_to_the_mean() -> None:
    events = pd.Series({"village": 3.0, "city": 300.0, "calm": 10.0})
    people = pd.Series({"village": 1_000.0, "city": 100_000.0, "calm": 100_000.0})
    found, mean = empirical_bayes(events, people), 313 / 201_000
    assert mean < found["village"] < found["city"] < 0.003


def test_places_that_differ_by_chance_only_get_the_mean() -> None:
    found = empirical_bayes(pd.Series([10.0, 10.0, 10.0]), pd.Series([1000.0, 1000.0, 1000.0]))
    assert found.to_list() == pytest.approx([0.01] * 3)


def test_missing_stays_missing_and_does_not_enter_the_mean() -> None:
    events = pd.Series({"a": 5.0, "b": math.nan, "c": 40.0, "d": 1.0})
    people = pd.Series({"a": 1000.0, "b": 1000.0, "c": 1000.0, "d": 0.0})
    found = empirical_bayes(events, people)
    assert found[["b", "d"]].isna().all()
    assert found[["a", "c"]].equals(empirical_bayes(events[["a", "c"]], people))


def test_without_any_known_place_all_is_missing() -> None:
    assert empirical_bayes(pd.Series([1.0, 2.0]), pd.Series([0.0, math.nan])).isna().all()
