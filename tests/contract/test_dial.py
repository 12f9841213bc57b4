"""The asset of the dial against the tables that it was made from."""

from collections import Counter

import pytest

from corridors.answers.corridors import PRIORS, PROXIES, ROUTES, Dial, dial
from corridors.answers.published_routes import agreement_words
from corridors.store import Store


@pytest.fixture(scope="module")
def found(store: Store) -> Dial:
    return dial(store)


def test_every_assumption_of_the_latest_period_and_every_prior_of_the_others(found: Dial) -> None:
    count = Counter(key[0] for key in found.tables)
    latest = len(found.periods) - 1
    assert count[latest] == len(PRIORS) * len(ROUTES) * len(PROXIES)
    assert {count[at] for at in range(latest)} == {len(PRIORS)}


def test_published_pairs_are_met_exactly_in_every_set_and_nothing_is_above_the_cap(found: Dial) -> None:
    wide = len(found.destinations)
    for (at, *_), table in found.tables.items():
        printed = found.published(at)
        for (origin, to), guns in printed.items():
            cell = found.origins.index(origin) * wide + found.destinations.index(to)
            assert table.guns[cell] == table.low[cell] == table.high[cell] == guns
        if printed:
            assert table.guns[~found.apart(at)].max() <= min(printed.values()) + 0.05


def test_all_sets_of_a_period_have_its_total_and_intervals_hold_their_estimate(found: Dial) -> None:
    for (at, *_), table in found.tables.items():
        low, high = found.periods[at]["total"]
        assert low - 20 <= table.guns.sum() <= high + 20  # tenths of 1,683 cells
        assert (table.low <= table.guns + 0.05).all()
        assert (table.guns <= table.high + 0.05).all()


def test_shares_of_ports_are_whole_and_the_matrix_orders_every_place_once(store: Store, found: Dial) -> None:
    asset = store.web_json("corridor_dial")
    assert len(asset["shares"]) == len(found.origins) * (len(found.destinations) - 1)
    for listed in asset["shares"]:
        assert not listed or abs(sum(listed[1::2]) - 1000) <= len(listed) / 2
    away = {origin for origin in ("US-AK", "US-HI") for _ in found.destinations}
    empty = {found.origins[at // (len(found.destinations) - 1)] for at, one in enumerate(asset["shares"]) if not one}
    assert empty == away
    for side, places in (("origins", found.origins), ("destinations", found.destinations)):
        assert sorted(asset["order"][side]) == list(range(len(places)))
    assert asset["order"]["destinations"][-1] == found.destinations.index("unknown")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_edition_of_before_the_agreement_says_nothing_of_it(store: Store, found: Dial, lang: str) -> None:
    earlier = {key: value for key, value in store.web_json("corridor_dial").items() if key != "agreement"}
    assert agreement_words(Dial(earlier), lang) == ""
    assert "14" in agreement_words(found, lang)
