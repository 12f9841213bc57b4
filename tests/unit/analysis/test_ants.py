import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.analysis.ants import Span, ants


def estimates(*rows: tuple[str, float, float | None, float | None, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source_id", "value", "low", "high", "unit", "kind"]).assign(period="2010")


YEARLY = ("A", 36_500.0, 18_250.0, 73_000.0, "firearms per year", "modelled")


def test_an_estimate_is_divided_with_its_interval() -> None:
    (found,) = ants(estimates(YEARLY), crossings=40, vehicles=7_300_000)
    assert found.day == Span(100, 50, 200)
    assert found.day_crossing == Span(2.5, 1.25, 5)
    assert found.vehicles_per_gun == Span(200, 100, 400)
    assert (found.crossings, found.vehicles) == (40, 7_300_000)


def test_where_no_interval_was_printed_there_is_none() -> None:
    (found,) = ants(estimates(("A", 36_500.0, None, None, "firearms per year", "modelled")), 40, 7_300_000)
    assert found.day_crossing == Span(2.5, None, None)
    assert found.vehicles_per_gun == Span(200, None, None)


def test_what_is_no_estimate_of_guns_a_year_is_left_out() -> None:
    others = ("B", 2.2, 0.9, 3.7, "percent", "modelled"), ("C", 1012.0, None, None, "firearms per year", "observed")
    assert [one.source_id for one in ants(estimates(*others, YEARLY), 40, 100)] == ["A"]


@pytest.mark.parametrize(("crossings", "vehicles"), [(0, 10), (10, 0)])
def test_nothing_is_divided_by_nothing(crossings: int, vehicles: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        ants(estimates(YEARLY), crossings, vehicles)


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6), st.integers(1, 60), st.integers(1, 10**8))
def test_the_interval_holds_the_value_and_multiplies_back(
    one: float, two: float, three: float, crossings: int, vehicles: int
) -> None:
    low, value, high = sorted((one, two, three))
    (found,) = ants(estimates(("A", value, low, high, "firearms per year", "modelled")), crossings, vehicles)
    for span in (found.day_crossing, found.vehicles_per_gun):
        assert span.low is not None
        assert span.high is not None
        assert span.low <= span.value <= span.high
    assert found.day_crossing.value * crossings * 365 == pytest.approx(value)
