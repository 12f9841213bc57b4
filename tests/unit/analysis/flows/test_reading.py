import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from corridors.analysis.flows.reading import BANDS, among_top, band, moved, rough

COUNTS = arrays(float, 12, elements=st.floats(0, 2000))


def test_a_band_begins_with_its_lower_end() -> None:
    assert band(np.array([0.0, 9.9, 10, 49.9, 50, 100, 249.9, 250, 499.9, 500, 831])).tolist() == [
        0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5,
    ]  # fmt: skip


@given(st.floats(0, 1e5))
def test_a_rough_number_is_near_and_never_finer_than_five(guns: float) -> None:
    written = rough(guns)
    assert written % 5 == 0
    assert abs(written - guns) <= (50 if guns >= 1000 else 5 if guns >= 100 else 2.5)


@given(st.lists(COUNTS, min_size=1, max_size=6), arrays(bool, 12), st.integers(1, 5))
def test_as_many_are_among_the_first_as_there_is_room_and_none_that_is_apart(
    tables: list[np.ndarray], apart: np.ndarray, top: int
) -> None:
    count = among_top(tables, apart, top)
    assert count[apart].sum() == 0
    assert count.max(initial=0) <= len(tables)
    assert count.sum() == len(tables) * min(top, int((~apart).sum()))


def test_who_is_first_everywhere_is_counted_in_every_set() -> None:
    tables = [np.array([9.0, 5, 1, 100]), np.array([7.0, 1, 5, 100])]
    assert among_top(tables, np.array([False, False, False, True]), 2).tolist() == [2, 1, 1, 0]


@given(COUNTS, COUNTS)
def test_what_moves_is_a_share_and_nothing_moves_to_itself(one: np.ndarray, other: np.ndarray) -> None:
    one, other = one + 0.1, other + 0.1
    other *= one.sum() / other.sum()
    assert moved(one, one) == 0
    assert 0 <= moved(one, other) <= 1
    assert np.isclose(moved(one, other), moved(other, one))


def test_every_band_but_the_first_is_at_least_ten_guns() -> None:
    assert BANDS[1] == 10
    assert list(BANDS) == sorted(BANDS)
