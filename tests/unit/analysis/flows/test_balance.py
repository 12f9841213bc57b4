"""Tables from margins: the textbook example, and the laws that the nearest table obeys."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from corridors.analysis.flows.balance import balance
from corridors.errors import DataError

Table = npt.NDArray[np.floating]
SHAPE = (4, 5)
PRIORS = arrays(np.float64, SHAPE, elements=st.floats(0.05, 50))
FACTORS = arrays(np.float64, 4, elements=st.floats(0.1, 10))


def divergence(table: Table, prior: Table) -> float:
    return float((table * np.log(table / prior) - table + prior).sum())


def margins(table: Table) -> tuple[Table, Table]:
    return table.sum(1), table.sum(0)


def test_a_doubly_constrained_gravity_model_gives_the_nine_printed_numbers() -> None:
    cost = np.array([[1, 1.2, 1.8], [1.2, 1, 1.5], [1.8, 1.5, 1]])
    found, report = balance(cost**-2, np.array([98.0, 106, 122]), np.array([102.0, 118, 106]))
    printed = [[47.767, 35.179, 15.054], [33.327, 50.894, 21.779], [20.906, 31.927, 69.167]]
    assert np.round(found, 3).tolist() == printed
    assert report.met
    assert report.error <= 1e-10


@settings(deadline=None)
@given(PRIORS, PRIORS)
def test_margins_are_met_and_cells_that_cannot_flow_stay_empty(prior: Table, truth: Table) -> None:
    prior[0, 0] = truth[0, 0] = 0
    rows, columns = margins(truth)
    found, report = balance(prior, rows, columns)
    assert report.met
    assert np.allclose(found.sum(1), rows, rtol=1e-6)
    assert np.allclose(found.sum(0), columns, rtol=1e-6)
    assert found[0, 0] == 0
    assert (found >= 0).all()


@settings(deadline=None)
@given(PRIORS, PRIORS, FACTORS, arrays(np.float64, 5, elements=st.floats(0.1, 10)), st.floats(0.01, 100))
def test_factors_of_a_row_a_column_or_the_whole_change_nothing(
    prior: Table, truth: Table, rows: Table, columns: Table, scale: float
) -> None:
    first, _ = balance(prior, *margins(truth))
    again, _ = balance(prior * rows[:, None] * columns * scale, *margins(truth))
    assert np.allclose(first, again, rtol=1e-5, atol=1e-7)


@settings(deadline=None)
@given(PRIORS, PRIORS, st.floats(0.01, 1000))
def test_twice_the_margins_is_twice_the_table(prior: Table, truth: Table, scale: float) -> None:
    first, _ = balance(prior, *margins(truth))
    again, _ = balance(prior, *margins(truth * scale))
    assert np.allclose(first * scale, again, rtol=1e-5)


@settings(deadline=None)
@given(PRIORS, PRIORS, st.permutations(range(4)), st.permutations(range(5)))
def test_the_order_of_places_does_not_matter(prior: Table, truth: Table, rows: list[int], columns: list[int]) -> None:
    first, _ = balance(prior, *margins(truth))
    again, _ = balance(prior[rows][:, columns], *margins(truth[rows][:, columns]))
    assert np.allclose(first[rows][:, columns], again, rtol=1e-5)


@settings(deadline=None)
@given(PRIORS)
def test_a_table_that_meets_the_margins_is_left_as_it_is(prior: Table) -> None:
    found, _ = balance(prior, *margins(prior))
    assert np.allclose(found, prior, rtol=1e-9)


@settings(deadline=None)
@given(PRIORS, PRIORS, st.integers(0, 2**32))
def test_no_other_table_with_these_margins_is_nearer(prior: Table, truth: Table, seed: int) -> None:
    found, _ = balance(prior, *margins(truth))
    rng = np.random.default_rng(seed)
    (a, b), (c, d) = rng.choice(4, 2, replace=False), rng.choice(5, 2, replace=False)
    step = np.zeros(SHAPE)  # the smallest change that keeps every margin
    step[a, c] = step[b, d] = 1
    step[a, d] = step[b, c] = -1
    size = min(found[a, d], found[b, c]) * rng.uniform(0.01, 0.9)
    assert divergence(found + size * step, prior) > divergence(found, prior)


@settings(deadline=None, max_examples=20)
@given(arrays(np.float64, (6, *SHAPE), elements=st.floats(0.05, 50)), PRIORS)
def test_many_tables_at_once_are_the_same_as_one_by_one(priors: Table, truth: Table) -> None:
    rows, columns = margins(truth)
    together, _ = balance(priors, rows, columns)
    for prior, found in zip(priors, together, strict=True):
        assert np.allclose(found, balance(prior, rows, columns)[0], rtol=1e-6)


@pytest.mark.parametrize(
    ("rows", "columns", "said"),
    [
        ([1.0, 2], [1.0, 1], "add up"),
        ([-1.0, 2], [0.5, 0.5], "negative"),
        ([np.nan, 2], [1.0, 1], "not finite"),
        ([1.0, 1], [1.0, 1], "row 1 has a total and no cell"),
        ([1.0, 1, 1], [1.0, 1, 1], "does not fit"),
    ],
)
def test_margins_that_cannot_be_met_are_an_error(rows: list[float], columns: list[float], said: str) -> None:
    prior = np.array([[1.0, 1], [0, 0]])
    with pytest.raises(DataError, match=said):
        balance(prior, np.array(rows), np.array(columns))


def test_too_few_rounds_are_said_in_the_report() -> None:
    cost = np.array([[1, 0.001], [0.001, 1]])
    _, report = balance(cost, np.array([9.0, 1]), np.array([1.0, 9]), most=2)
    assert not report.met
    assert report.rounds == 2
