"""The law of suppression, audited as an attacker would: with linear programmes over everything that is published."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import Bounds, LinearConstraint, milp

from corridors.analysis.suppression import LEAST, Counts, Hidden, line, table

SPARSE = st.one_of(st.just(0), st.integers(0, 4), st.integers(0, 30), st.integers(0, 900))
LINES = arrays(np.int64, st.integers(1, 12), elements=SPARSE)
SHAPES = st.tuples(st.integers(1, 6), st.integers(1, 6))
TABLES = st.one_of(
    arrays(np.int64, SHAPES, elements=SPARSE),
    arrays(np.int64, SHAPES, elements=st.integers(0, 9)),
    arrays(np.int64, SHAPES, elements=st.sampled_from([0, 0, 1, 2, 5, 12])),
)


def extremes(at: int, equations: np.ndarray, sums: np.ndarray, least: np.ndarray) -> tuple[int, int]:
    """The least and the largest whole number that an unknown can be, given every equation."""
    found = []
    for sign in (1, -1):
        goal = np.zeros(len(least))
        goal[at] = sign
        result = milp(
            goal, integrality=np.ones(len(least)), bounds=Bounds(least, np.inf),
            constraints=LinearConstraint(equations, sums, sums),
        )  # fmt: skip
        assert result.success, result.message
        found.append(sign * round(result.fun))
    return found[0], found[1]


@given(LINES)
def test_no_cell_of_a_line_can_be_told_and_each_could_be_ten(counts: Counts) -> None:
    hidden = line(counts)
    if hidden is None or not hidden.any():
        assert hidden is None or not ((counts > 0) & (counts < LEAST)).any()
        return
    assert hidden[(counts > 0) & (counts < LEAST)].all()
    assert not hidden[counts == 0].any()
    values = counts[hidden]
    assert values.sum() >= LEAST
    for at in range(len(values)):
        low, high = extremes(at, np.ones((1, len(values))), values.sum(keepdims=True), np.ones(len(values)))
        assert low < high
        assert high >= LEAST


def audit(counts: Counts, hidden: Hidden) -> None:
    """Unknowns: each suppressed cell and each suppressed margin. Known: everything else, and that a suppressed cell
    between published margins is not zero."""
    rows, columns = counts.shape
    size = rows * columns
    places = np.arange(size).reshape(rows, columns)
    width = size + rows + columns
    equations, sums = [], []
    for row in range(rows):
        equation = np.zeros(width)
        equation[places[row]] = 1
        equation[size + row] = -1
        equations.append(equation)
        sums.append(0)
    for column in range(columns):
        equation = np.zeros(width)
        equation[places[:, column]] = 1
        equation[size + rows + column] = -1
        equations.append(equation)
        sums.append(0)
    for first, last in ((size, size + rows), (size + rows, width)):
        equation = np.zeros(width)
        equation[first:last] = 1
        equations.append(equation)
        sums.append(counts.sum())
    values = np.concatenate([counts.ravel(), counts.sum(axis=1), counts.sum(axis=0)])
    unknown = np.concatenate([hidden.cells.ravel(), hidden.rows, hidden.columns])
    shown = np.asarray((counts > 0) & ~hidden.cells)
    # Zeros are suppressed only in folded lines, and no line with a positive cell in sight is folded.
    whole = np.logical_and.outer(shown.any(axis=1), shown.any(axis=0))
    positive = np.concatenate(
        [
            (hidden.cells & whole).ravel(),
            np.asarray(hidden.rows & ~hidden.rows.all()),
            np.asarray(hidden.columns & ~hidden.columns.all()),
        ]
    )
    matrix = np.array(equations)
    known = matrix[:, ~unknown] @ values[~unknown]
    for at in range(int(unknown.sum())):
        low, high = extremes(at, matrix[:, unknown], np.array(sums) - known, positive[unknown].astype(float))
        assert low < high, (counts, hidden)
    for shut, lines, cells in ((hidden.rows, counts, hidden.cells), (hidden.columns, counts.T, hidden.cells.T)):
        for line_at in np.flatnonzero(~shut & cells.any(axis=1)):
            assert lines[line_at][cells[line_at]].sum() >= LEAST


@settings(max_examples=100, deadline=None)
@given(TABLES)
def test_no_cell_of_a_table_can_be_told(counts: Counts) -> None:
    if counts.sum() < LEAST:
        return
    hidden = table(counts)
    small = (counts > 0) & (counts < LEAST)
    assert hidden.cells[small].all()
    margins = counts.sum(axis=1), counts.sum(axis=0)
    for total, mask in zip(margins, (hidden.rows, hidden.columns), strict=True):
        assert mask[(total > 0) & (total < LEAST)].all()
    audit(counts, hidden)


def test_a_cell_of_one_drawn_with_large_ones_takes_a_rectangle_with_it() -> None:
    counts = np.array([[1, 50, 400], [60, 70, 500], [300, 200, 100]])
    hidden = table(counts)
    assert hidden.cells.tolist() == [[True, True, False], [True, True, False], [False, False, False]]
    assert not hidden.rows.any()
    assert not hidden.columns.any()


def test_a_row_whose_cells_are_all_small_keeps_its_total() -> None:
    counts = np.array([[6] * 5, [5] * 5, [500] * 5, [700] * 5])
    hidden = table(counts)
    assert not hidden.rows.any()
    assert hidden.cells[:2].all()
    assert not hidden.cells[2:].any()


def test_twelve_single_guns_cannot_be_protected_since_each_is_known_to_be_one_or_more() -> None:
    assert line(np.ones(12, dtype=np.int64)) is None
    found = line(np.array([1] * 12 + [40]))
    assert found is not None
    assert found.all()


def test_a_hexagon_of_suppressed_cells_whose_ones_face_both_ways_is_not_taken_for_protection() -> None:
    """Every line sums to ten or more and no cell is a bridge; yet each cell could be told, zeros being published."""
    audit_fails = np.array([[1, 9, 0], [0, 9, 1], [9, 0, 9]])
    audit(audit_fails, table(audit_fails))


@pytest.mark.parametrize("counts", [np.zeros((3, 3), dtype=np.int64), np.full((3, 3), 20)])
def test_what_is_large_or_nothing_is_all_shown(counts: Counts) -> None:
    hidden = table(counts)
    assert not hidden.cells.any()
    assert not hidden.rows.any()
    assert not hidden.columns.any()
