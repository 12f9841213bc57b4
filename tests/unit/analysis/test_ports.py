import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from corridors.analysis.ports import Choice, Ports, displacement, interval, shares

Array = npt.NDArray[np.float64]
COUNT = 5
KM = arrays(float, (4, COUNT), elements=st.floats(10, 3_000))
SIZES = arrays(float, COUNT, elements=st.floats(1e3, 1e7))
SHARED = arrays(float, COUNT, elements=st.integers(1, 4).map(float))
CHOICES = st.builds(Choice, st.floats(75, 300), st.floats(0.5, 1))


def test_two_ports_by_hand() -> None:
    # Twice the vehicles and 150 ln 2 km more of detour: even. One crossing of two that share a count: half of it.
    km = np.array([[1000.0, 1000.0 + 150 * np.log(2)]])
    assert shares(km, Ports.of(np.array([1e6, 2e6]), np.ones(2)))[0].tolist() == pytest.approx([0.5, 0.5])
    assert shares(km, Ports.of(np.array([1e6, 2e6]), np.array([1.0, 2.0])))[0].tolist() == pytest.approx([2 / 3, 1 / 3])


@given(KM, SIZES, SHARED, CHOICES)
def test_shares_sum_to_one_and_only_detours_count(km: Array, sizes: Array, shared: Array, choice: Choice) -> None:
    found = shares(km, Ports.of(sizes, shared), choice)
    assert (found >= 0).all()
    np.testing.assert_allclose(found.sum(axis=1), 1)
    farther = km + np.array([[0.0], [10.0], [100.0], [1000.0]])
    np.testing.assert_allclose(shares(farther, Ports.of(sizes, shared), choice), found, rtol=1e-6, atol=1e-12)


@given(KM, SIZES, SHARED, CHOICES, st.integers(0, COUNT - 1))
def test_a_closed_port_goes_to_the_others_in_proportion(
    km: Array, sizes: Array, shared: Array, choice: Choice, port: int
) -> None:
    ports = Ports.of(sizes, shared)
    before, after = shares(km, ports, choice), shares(km, ports.changed(port, factor=0), choice)
    others = np.delete(np.arange(COUNT), port)
    assert (after[:, port] == 0).all()
    rest = before[:, others].sum(axis=1, keepdims=True)
    assume((rest > 1e-9).all())
    np.testing.assert_allclose(after[:, others], before[:, others] / rest, rtol=1e-6, atol=1e-12)


@given(KM, SIZES, SHARED, CHOICES, st.permutations(range(COUNT)))
def test_the_order_of_the_ports_changes_nothing(
    km: Array, sizes: Array, shared: Array, choice: Choice, order: list[int]
) -> None:
    found = shares(km, Ports.of(sizes, shared), choice)[:, order]
    np.testing.assert_allclose(shares(km[:, order], Ports.of(sizes[order], shared[order]), choice), found, atol=1e-12)


@given(KM, SIZES, CHOICES)
def test_crossings_that_share_a_count_weigh_as_one_port(km: Array, sizes: Array, choice: Choice) -> None:
    one = shares(km, Ports.of(sizes, np.ones(COUNT)), choice)
    twice = np.append(km, km[:, :1], axis=1)
    parts = shares(twice, Ports.of(np.append(sizes, sizes[0]), np.array([2.0, *[1.0] * (COUNT - 1), 2.0])), choice)
    np.testing.assert_allclose(parts[:, 0] + parts[:, -1], one[:, 0], atol=1e-9)


@given(KM, SIZES, SHARED)
def test_the_interval_holds_the_value(km: Array, sizes: Array, shared: Array) -> None:
    ports = Ports.of(sizes, shared)
    low, high = interval(km, ports, np.eye(COUNT))
    middle = shares(km, ports)
    assert ((low <= middle) & (middle <= high)).all()


def test_the_interval_is_the_range_over_the_assumptions() -> None:
    # The same size and 150 km more: the odds are e^-2 at a scale of 75 km, e^-0.5 at 300.
    low, high = interval(np.array([[1000.0, 1150.0]]), Ports.of(np.ones(2), np.ones(2)), np.eye(2))
    odds = np.exp([-2, -0.5])
    assert [low[0, 1], high[0, 1]] == pytest.approx((odds / (1 + odds)).tolist())


@given(KM, SIZES, SHARED, st.integers(0, COUNT - 1), st.floats(1, 500), st.floats(0.1, 1))
def test_hardening_moves_guns_to_other_ports_and_stops_none(
    km: Array, sizes: Array, shared: Array, port: int, added: float, factor: float
) -> None:
    flows, ports = np.array([100.0, 0.0, 20.0, 3.0]), Ports.of(sizes, shared)
    moved = displacement(flows, shares(km, ports), shares(km, ports.changed(port, added, factor)))
    assert moved.sum() == pytest.approx(0, abs=1e-9)
    assert moved[port] <= 0
    assert (np.delete(moved, port) >= -1e-12).all()


def test_no_way_is_not_known_and_no_size_is_refused() -> None:
    km, ports = np.array([[10.0, np.inf], [np.inf, np.inf]]), Ports.of(np.ones(2), np.ones(2))
    found = shares(km, ports)
    assert found[0].tolist() == [1, 0]
    assert np.isnan(found[1]).all()
    with pytest.raises(ValueError, match="no way left"):
        displacement(np.array([1.0, 1.0]), found, found)
    assert displacement(np.array([1.0, 0.0]), found, found).tolist() == [0, 0]
    for size in (0.0, np.nan):
        with pytest.raises(ValueError, match="without counted vehicles"):
            shares(km, Ports.of(np.array([1.0, size]), np.ones(2)))
