"""The Poisson fit: planted coefficients, statsmodels with dummies, and PySAL's Austrian example."""

import numpy as np
import numpy.typing as npt
import pytest
import statsmodels.api as sm

from corridors.analysis.flows.fit import expected, poisson
from corridors.errors import DataError

Table = npt.NDArray[np.floating]
# Migrants between Austria's nine regions (NUTS 2, AT11 … AT34) and kilometres between them: the example of PySAL's
# spint (BSD licence), from Dennett 2012. Rows are origins; nobody moves within a region here.
MIGRANTS = np.array(
    [
        [0, 1131, 1887, 69, 738, 98, 31, 43, 19], [1633, 0, 14055, 416, 1276, 1850, 388, 303, 159],
        [2301, 20164, 0, 1080, 1831, 1943, 742, 674, 407], [85, 379, 1597, 0, 1608, 328, 317, 469, 114],
        [762, 1110, 2973, 1252, 0, 1081, 622, 425, 262], [196, 2027, 3498, 346, 1332, 0, 2144, 821, 274],
        [49, 378, 1349, 310, 851, 2117, 0, 630, 106], [87, 424, 978, 490, 670, 577, 546, 0, 569],
        [33, 128, 643, 154, 328, 199, 112, 587, 0],
    ],
    dtype=float,
)  # fmt: skip
ABOVE = [
    103.001845, 84.204666, 220.811933, 132.00748, 214.511814, 246.933305, 390.85611, 505.089539,
    45.796272, 216.994739, 129.878172, 140.706671, 201.232355, 343.50075, 453.515594,
    249.932874, 158.630661, 186.420738, 244.108305, 387.61776, 498.407152,
    92.407958, 151.777157, 92.894408, 194.851669, 306.105825, 124.563096, 122.433524, 261.893783, 376.34667,
    81.753652, 208.456383, 314.793199, 145.076472, 258.591197, 114.46325,
]  # fmt: skip


def world(shape: tuple[int, int], seed: int, counts: bool = True) -> tuple[Table, Table]:
    """A design of two terms and a table that they made with the coefficients -1.2 and 0.7."""
    rng = np.random.default_rng(seed)
    design = np.stack([rng.normal(0, 1, shape), rng.random(shape) < 0.2]).astype(float)
    rows, columns = rng.lognormal(2, 0.5, shape[0]), rng.lognormal(0, 0.5, shape[1])
    mean = rows[:, None] * columns * np.exp(-1.2 * design[0] + 0.7 * design[1])
    return design, rng.poisson(mean).astype(float) if counts else mean


def dummies(design: Table, table: Table) -> tuple[Table, Table, Table]:
    """Counts, the matrix of statsmodels (terms, rows, columns without the first), and which cells are open."""
    m, n = table.shape
    at_row, at_column = np.indices((m, n)).reshape(2, -1)
    open_ = ~np.isnan(table).ravel()
    effects = [np.eye(m)[at_row], np.eye(n)[at_column][:, 1:]]
    return table.ravel()[open_], np.hstack([design.reshape(len(design), -1).T, *effects])[open_], open_


def test_planted_coefficients_come_back_exactly_from_expected_counts() -> None:
    design, table = world((9, 7), 1, counts=False)
    found = poisson([design], [table])
    assert found.coefficients == pytest.approx([-1.2, 0.7], abs=1e-7)
    assert found.dispersion < 1e-6


def test_planted_coefficients_come_back_within_their_errors_from_counts_of_many_years() -> None:
    made = [world((30, 30), seed) for seed in range(4)]
    found = poisson([design for design, _ in made], [table for _, table in made])
    away = np.abs(found.coefficients - [-1.2, 0.7]) / np.sqrt(np.diag(found.covariance))
    assert (away < 3).all()
    assert found.dispersion == pytest.approx(1, abs=0.15)


def test_it_is_statsmodels_poisson_with_dummies_to_six_digits() -> None:
    design, table = world((6, 7), 5)
    table[0, 0] = table[3, 3] = np.nan
    found = poisson([design], [table], weigh=False)
    counts, matrix, open_ = dummies(design, table)
    beside = sm.GLM(counts, matrix, family=sm.families.Poisson()).fit(scale="X2", tol=1e-12)
    assert found.coefficients == pytest.approx(beside.params[:2], rel=1e-6)
    assert found.dispersion == pytest.approx(beside.scale, rel=1e-6)
    assert np.sqrt(np.diag(found.covariance)) == pytest.approx(beside.bse[:2], rel=1e-5)
    fitted = expected(found.coefficients, design, np.where(np.isnan(table), 0, table), ~np.isnan(table))
    assert fitted.ravel()[open_] == pytest.approx(beside.fittedvalues, rel=1e-5)


def test_the_austrian_example_of_pysal() -> None:
    km = np.zeros((9, 9))
    km[np.triu_indices(9, 1)] = ABOVE
    km += km.T
    table = MIGRANTS.copy()
    np.fill_diagonal(table, np.nan)
    found = poisson([km[None]], [table])
    assert found.coefficients[0] == pytest.approx(-0.00791533, abs=5e-9)


def test_the_weight_of_a_year_does_not_hang_on_its_total() -> None:
    (design, table), (other, large) = world((12, 12), 7), world((12, 12), 8, counts=False)
    large *= 1000
    alike = poisson([design, other], [table, large]).coefficients
    assert poisson([design, other], [table * 50, large]).coefficients == pytest.approx(alike, rel=1e-6)


def test_a_term_that_rows_and_columns_explain_is_refused() -> None:
    design, table = world((5, 6), 9)
    with pytest.raises(DataError, match=r"leave it out|did not settle"):
        poisson([np.stack([design[0], design[0] * 2])], [table])
