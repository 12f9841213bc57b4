"""What a measure says over the years of a view: pooled, stamped, never filled in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.analysis.slices import cell, class_of, national, resolve
from corridors.model.kinds import Status

YEARLY = [[2015, 2015], [2016, 2016], [2018, 2018]]


@pytest.mark.parametrize(
    ("periods", "years", "latest", "indexes", "how"),
    [
        (YEARLY, (2016, 2016), False, (1,), "inside"),
        (YEARLY, (2015, 2018), False, (0, 1, 2), "inside"),
        (YEARLY, (2015, 2018), True, (2,), "inside"),
        (YEARLY, (2017, 2017), False, (1,), "earlier"),
        (YEARLY, (2010, 2014), False, (), "none"),
        ([[2022, 2023]], (2023, 2023), False, (0,), "pooled"),
        ([[2022, 2023]], (2021, 2024), False, (0,), "inside"),
        ([[2012, 2018], [2017, 2020]], (2010, 2022), False, (1,), "inside"),
    ],
)
def test_which_periods_answer(
    periods: list[list[int]], years: tuple[int, int], latest: bool, indexes: tuple[int, ...], how: str
) -> None:
    found = resolve(periods, years, latest)
    assert (found.indexes, found.how) == (indexes, how)


@given(
    st.lists(st.integers(1990, 2024), unique=True, max_size=20).map(sorted),
    st.tuples(st.integers(1990, 2024), st.integers(1990, 2024)).map(lambda p: (min(p), max(p))),
)
def test_nothing_later_than_the_years_asked_ever_answers(starts: list[int], years: tuple[int, int]) -> None:
    found = resolve([[y, y] for y in starts], years)
    assert found.how == "none" or found.last <= years[1]
    assert (found.how == "none") == (not any(y <= years[1] for y in starts))


MEASURE: dict[str, Any] = {
    "scale": 100_000,
    "num": [[5, None, 0, "s"], [7, 3, 0, 2]],
    "den": [[100_000, 100_000, 50_000, 10], [110_000, 100_000, 50_000, 10]],
    "national": {"num": [10, 12], "den": [200_000, 220_000]},
}


def test_a_pooled_rate_is_a_sum_over_a_sum() -> None:
    assert cell(MEASURE, (0, 1), 0).value == pytest.approx(12 / 210_000 * 100_000)
    assert national(MEASURE, (0, 1)).value == pytest.approx(22 / 420_000 * 100_000)


def test_missing_zero_and_suppressed_are_three_values() -> None:
    assert cell(MEASURE, (0, 1), 1).status is Status.MISSING
    assert cell(MEASURE, (1,), 1).value == pytest.approx(3.0)
    assert (cell(MEASURE, (0, 1), 2).status, cell(MEASURE, (0, 1), 2).value) == (Status.ZERO, 0.0)
    assert cell(MEASURE, (0, 1), 3).status is Status.SUPPRESSED
    assert cell(MEASURE, (), 0).status is Status.MISSING
    assert national({"scale": 1, "num": [], "national": None}, ()).status is Status.MISSING


def test_a_count_has_no_base_and_a_base_of_zero_gives_nothing() -> None:
    assert cell({"scale": 1, "num": [[4]], "den": None}, (0,), 0).value == 4
    assert cell({"scale": 1, "num": [[4]], "den": [[0]]}, (0,), 0).status is Status.MISSING


@given(st.floats(0, 100, allow_nan=False), st.lists(st.floats(0, 100, allow_nan=False), unique=True).map(sorted))
def test_a_class_is_the_first_whose_bound_holds_the_value(value: float, breaks: list[float]) -> None:
    at = class_of(value, breaks)
    assert at == len(breaks) or value <= breaks[at]
    assert at == 0 or value > breaks[at - 1]
