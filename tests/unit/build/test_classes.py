import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.analysis.slices import class_of
from corridors.build.classes import FIXED, breaks
from corridors.model.measures import BY_ID


def test_four_values_make_four_classes() -> None:
    found = breaks("traced_to_mexico_per_100k", [4.02, 23.2, 25.5, 53.1])
    assert {scheme: len(bounds) for scheme, bounds in found.items()} == {
        "quantile": 3, "equal": 3, "jenks": 3, "fixed": 3,
    }  # fmt: skip
    assert [class_of(value, found["fixed"]) for value in (4.02, 23.2, 25.5, 53.1)] == [0, 1, 2, 3]


def test_zeros_do_not_move_the_classes() -> None:
    values = [float(v) for v in range(1, 101)]
    assert breaks("x", values) == breaks("x", [0.0] * 500 + values)


def test_one_value_or_none_has_no_classes() -> None:
    assert breaks("x", [7.0, 7.0, 0.0]) == breaks("x", []) == {s: [] for s in ("quantile", "equal", "jenks", "fixed")}


def test_a_large_set_is_sampled_and_stays_the_same() -> None:
    values = [((n * 7919) % 10_007) / 10 + 0.1 for n in range(5_000)]
    assert breaks("x", values) == breaks("x", values[::-1])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0.01, 1e5), min_size=2, max_size=60))
def test_bounds_rise_and_leave_the_largest_value_in_the_last_class(values: list[float]) -> None:
    for scheme, bounds in breaks("x", values).items():
        assert bounds == sorted(set(bounds)), scheme
        assert all(bound < max(values) for bound in bounds)
        assert len(bounds) <= 4
        assert class_of(max(values), bounds) == len(bounds)


def test_fixed_bounds_are_of_measures_that_exist() -> None:
    assert set(FIXED) - set(BY_ID) == {"gun_deaths_cdc_per_100k"}
    assert all(list(bounds) == sorted(set(bounds)) for bounds in FIXED.values())


@pytest.mark.parametrize("id", [m.id for m in BY_ID.values() if m.shape in ("rate", "share")])
def test_every_fill_has_round_bounds_of_its_own(id: str) -> None:
    assert FIXED[id]
