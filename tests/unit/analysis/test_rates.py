import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from corridors.analysis.rates import total, yearly


def months(*values: float | None) -> pd.DataFrame:
    return pd.DataFrame({"place": "US-TX", "year": 2020, "value": [math.nan if v is None else v for v in values]})


def test_a_year_is_the_sum_of_its_twelve_months() -> None:
    found = yearly(months(*range(12)), ["place", "year"], "value")
    assert found.to_dict() == {("US-TX", 2020): 66.0}
    assert found.name == "value"


def test_a_part_of_a_year_is_not_a_year() -> None:
    assert yearly(months(*range(11)), ["place", "year"], "value").empty
    assert yearly(months(*range(11), None), ["place", "year"], "value").empty


def test_twelve_zeros_are_a_year_of_zero() -> None:
    assert yearly(months(*[0] * 12), ["place", "year"], "value").to_list() == [0.0]


def test_a_category_that_nobody_reports_did_not_exist() -> None:
    frame = pd.DataFrame({"handgun": [1.0, 2.0], "other": [math.nan, math.nan]})
    assert total(frame, ["handgun", "other"]).to_list() == [1.0, 2.0]
    assert total(frame, ["handgun", "other"], introduced=False).isna().all()
    assert total(frame, ["other"]).isna().all()


def test_a_part_that_one_place_leaves_blank_makes_its_sum_missing() -> None:
    frame = pd.DataFrame({"handgun": [1.0, math.nan], "other": [5.0, 6.0]}, index=["a", "b"])
    found = total(frame, ["handgun", "other"])
    assert found["a"] == 6.0
    assert math.isnan(found["b"])


@given(st.lists(st.integers(0, 10_000), min_size=12, max_size=12))
def test_the_order_of_months_does_not_matter(values: list[int]) -> None:
    forward = yearly(months(*values), ["place", "year"], "value")
    backward = yearly(months(*values[::-1]), ["place", "year"], "value")
    assert forward.equals(backward)
