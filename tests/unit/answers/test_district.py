"""A district says how well it is known, and a lens holds only consulates that there are."""

import pytest

from corridors.answers.district import APPROXIMATE, by_state, cities, county_qualities, district, find, known, offices
from corridors.model.view import ViewState
from corridors.store import Store


def test_all_offices_are_listed_once(store: Store) -> None:
    found = offices(store, "en")
    assert len(found) == len({office.id for office in found}) == 53
    grouped = [office for _, group in by_state(store, "en") for office in group]
    assert sorted(office.id for office in grouped) == sorted(office.id for office in found)
    states = [state for state, _ in by_state(store, "es")]
    assert states == sorted(states)
    assert "Nuevo México" in states


def test_qualities_agree_with_the_shares_of_the_built_districts(store: Store) -> None:
    for id, row in store.web_json("districts").items():
        known = county_qualities(store, tuple(row["counties"]))
        rough = sum(len(known[group]) for group in APPROXIMATE)
        assert rough / len(row["counties"]) == pytest.approx(row["share_approximate"], abs=0.0001), id


def test_a_district_says_its_states_and_counties(store: Store) -> None:
    office = find(store, "D-san-diego", "en")
    assert office is not None
    found = district(store, office, "en")
    assert found is not None
    assert found.states == ("US-CA",)
    assert found.size == 1
    assert found.counties["seat"] == ("US-06073",)
    assert "Counties of each Mexican consular district" in found.source


def test_a_lens_holds_only_consulates(store: Store) -> None:
    view, lost = known(ViewState(lens=("D-el-paso", "D-atlantis")), store)
    assert (view.lens, lost) == (("D-el-paso",), ("atlantis",))
    assert cities(ViewState(lens=("D-san-juan", "D-atlantis")), store) == ("San Juan",)


def test_san_juan_has_no_district_and_an_unknown_id_no_office(store: Store) -> None:
    office = find(store, "D-san-juan", "es")
    assert office is not None
    assert district(store, office, "es") is None
    assert find(store, "D-atlantis", "es") is None
