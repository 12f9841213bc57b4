"""Tables from any facts: cells, sums, orders, intervals, caps, unknown mass, and facts that cannot hold together."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from corridors.analysis.flows.balance import balance
from corridors.analysis.flows.conflict import conflicting
from corridors.analysis.flows.facts import Cap, Fact, cell, column, group, order, row
from corridors.analysis.flows.project import Conflict, nearest
from corridors.errors import DataError

Table = npt.NDArray[np.floating]
SHAPE = (4, 5)
PRIORS = arrays(np.float64, SHAPE, elements=st.floats(0.1, 20))
EVERYWHERE = np.ones(SHAPE, bool)


def mask(*at: tuple[int, int]) -> npt.NDArray[np.bool_]:
    found = np.zeros(SHAPE, bool)
    for one in at:
        found[one] = True
    return found


def sums(table: Table, fact: Fact) -> float:
    against = 0.0 if fact.minus is None else table[fact.minus].sum()
    return float(table[fact.plus].sum() - against)


def divergence(table: Table, prior: Table) -> float:
    return float((table * np.log(table / prior) - table + prior).sum())


@settings(deadline=None)
@given(PRIORS, PRIORS)
def test_with_margins_alone_it_is_the_same_table_as_balancing(prior: Table, truth: Table) -> None:
    facts = [row(SHAPE, at, truth[at].sum()) for at in range(4)]
    facts += [column(SHAPE, at, truth[:, at].sum()) for at in range(5)]
    found, report = nearest(prior, facts, tolerance=1e-10)
    assert report.met
    assert np.allclose(found, balance(prior, truth.sum(1), truth.sum(0))[0], rtol=1e-4, atol=1e-6)


@settings(deadline=None, max_examples=50)
@given(PRIORS, PRIORS, st.integers(0, 2**32))
def test_every_kind_of_fact_is_met_and_no_other_table_that_meets_them_is_nearer(
    prior: Table, truth: Table, seed: int
) -> None:
    ordered = [int(at) for at in np.argsort(-truth.sum(0))]
    some = mask((1, 1), (1, 2), (2, 3), (3, 3))
    facts = [
        group(EVERYWHERE, truth.sum(), name="all"), row(SHAPE, 0, truth[0].sum()), cell(SHAPE, (1, 2), truth[1, 2]),
        group(some, truth[some].sum() * 0.9, truth[some].sum() * 1.1, name="interval"), *order(SHAPE, ordered),
    ]  # fmt: skip
    cap = Cap("cap", ~mask((0, 0)), max(float(truth[~mask((0, 0))].max()), 1.0))
    found, _ = nearest(prior, facts, cap, tolerance=1e-9)
    for fact in facts:
        slack = 1e-5 * truth.sum()
        assert fact.low - slack <= sums(found, fact) <= fact.high + slack
    assert found[cap.cells].max() <= cap.high + 1e-5 * truth.sum()
    # The truth meets every fact: so does each table on the way to it, and none of them may be nearer to the prior.
    step = np.random.default_rng(seed).uniform(0.001, 1)
    assert divergence(found, prior) <= divergence((1 - step) * found + step * truth, prior) + 1e-5 * truth.sum()


@settings(deadline=None)
@given(PRIORS)
def test_a_table_that_meets_the_facts_is_left_as_it_is(prior: Table) -> None:
    ordered = [int(at) for at in np.argsort(-prior.sum(0))]
    facts = [row(SHAPE, 1, prior[1].sum()), group(EVERYWHERE, prior.sum() / 2, prior.sum() * 2, name="wide"),
             *order(SHAPE, ordered)]  # fmt: skip
    found, _ = nearest(prior, facts, Cap("cap", EVERYWHERE, float(prior.max())))
    assert np.allclose(found, prior, rtol=1e-6)


@settings(deadline=None)
@given(PRIORS, st.permutations(range(5)))
def test_the_order_of_places_does_not_matter(prior: Table, places: list[int]) -> None:
    facts = [row(SHAPE, 0, 7.0), group(EVERYWHERE, 50.0, name="all"), *order(SHAPE, [0, 1])]
    moved = [row(SHAPE, 0, 7.0), group(EVERYWHERE, 50.0, name="all"), *order(SHAPE, [places.index(0), places.index(1)])]
    assert np.allclose(nearest(prior, facts)[0][:, places], nearest(prior[:, places], moved)[0], rtol=1e-4, atol=1e-6)


def test_many_priors_at_once_are_the_same_as_one_by_one() -> None:
    priors = np.random.default_rng(1).lognormal(0, 1, (8, *SHAPE))
    facts = [
        group(EVERYWHERE, 100.0, name="all"),
        row(SHAPE, 0, 40.0),
        cell(SHAPE, (0, 0), 12.0),
        *order(SHAPE, [4, 0]),
    ]
    cap = Cap("cap", ~mask((0, 0)), 12.0)
    together, _ = nearest(priors, facts, cap, 1e-10)
    for prior, found in zip(priors, together, strict=True):
        assert np.allclose(found, nearest(prior, facts, cap, 1e-10)[0], rtol=1e-5, atol=1e-6)


def test_an_order_that_the_prior_breaks_ends_in_a_tie_and_one_that_it_keeps_changes_nothing() -> None:
    prior = np.tile([1.0, 2, 3, 4, 5], (4, 1))
    kept, _ = nearest(prior, order(SHAPE, [4, 3, 2]))
    assert np.allclose(kept, prior)
    broken, _ = nearest(prior, order(SHAPE, [0, 4]))
    assert broken[:, 0].sum() == pytest.approx(broken[:, 4].sum())
    assert np.allclose(broken[:, 1:4], prior[:, 1:4])


def test_unknown_mass_keeps_its_own_column() -> None:
    prior = np.random.default_rng(2).lognormal(0, 1, SHAPE)
    last = np.zeros(SHAPE, bool)
    last[:, -1] = True
    facts = [group(EVERYWHERE, 1000.0, name="all"), group(last, 489.0, name="not known")]
    found, _ = nearest(prior, facts)
    assert found[:, -1].sum() == pytest.approx(489)
    assert found[:, :-1].sum() == pytest.approx(511)
    assert np.allclose(found[:, :-1] / 511, prior[:, :-1] / prior[:, :-1].sum(), rtol=1e-6)


CLASHES = [
    [group(EVERYWHERE, 10.0, name="all"), row(SHAPE, 0, 6.0), row(SHAPE, 1, 5.0), row(SHAPE, 2, 0.5)],
    [cell(SHAPE, (0, 0), 9.0), row(SHAPE, 0, 8.0), column(SHAPE, 0, 20.0)],
    [cell(SHAPE, (0, 1), 5.0), column(SHAPE, 0, 3.0), *order(SHAPE, [0, 1])],
    [*order(SHAPE, [0, 1, 2]), column(SHAPE, 2, 4.0), column(SHAPE, 0, 3.0), row(SHAPE, 3, 1.0)],
]


@pytest.mark.parametrize("facts", CLASHES)
def test_facts_in_conflict_are_refused_with_a_set_of_which_none_can_be_left_out(facts: list[Fact]) -> None:
    with pytest.raises(Conflict) as refused:
        nearest(np.ones(SHAPE), facts)
    named = [fact for fact in facts if fact.name in refused.value.facts]
    assert len(named) == len(refused.value.facts)
    assert conflicting(EVERYWHERE, named)
    for one in named:
        assert not conflicting(EVERYWHERE, [other for other in named if other is not one])
        assert one.name in str(refused.value)


def test_a_cap_can_be_what_is_in_conflict() -> None:
    cap = Cap("no pair above one", EVERYWHERE, 1.0)
    with pytest.raises(Conflict, match="no pair above one") as refused:
        nearest(np.ones(SHAPE), [row(SHAPE, 0, 6.0), row(SHAPE, 1, 1.0)], cap)
    assert set(refused.value.facts) == {"no pair above one", "row 0"}


def test_a_total_where_nothing_can_flow_is_a_conflict() -> None:
    prior = np.ones(SHAPE)
    prior[0] = 0
    with pytest.raises(Conflict, match="row 0"):
        nearest(prior, [row(SHAPE, 0, 6.0), row(SHAPE, 1, 1.0)])


def test_facts_that_are_possible_but_not_reached_are_not_called_a_conflict() -> None:
    facts = [row(SHAPE, 0, 6.0), column(SHAPE, 0, 3.0)]
    with pytest.raises(DataError, match="give more rounds") as refused:
        nearest(np.random.default_rng(3).lognormal(0, 1, SHAPE), facts, tolerance=0.0, most=3)
    assert not isinstance(refused.value, Conflict)


@pytest.mark.parametrize(
    "wrong",
    [
        {"plus": np.zeros(SHAPE, bool), "low": 1.0},
        {"plus": EVERYWHERE, "low": 2.0, "high": 1.0},
        {"plus": EVERYWHERE, "low": 0.0, "minus": EVERYWHERE},
        {"plus": mask((0, 0)), "low": 3.0, "minus": mask((1, 1))},
    ],
)
def test_a_fact_that_says_nothing_or_two_things_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="odd"):
        Fact("odd", **wrong)  # type: ignore[arg-type]
