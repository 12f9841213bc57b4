"""A district says how well it is known, and gives a state's figures as a state's."""

import pytest

from corridors.answers.district import APPROXIMATE, by_state, county_qualities, district, find, offices
from corridors.model.kinds import Kind
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


def test_a_district_gives_its_states_figures(store: Store) -> None:
    office = find(store, "D-san-diego", "en")
    assert office is not None
    found = district(store, office, "en")
    assert found is not None
    assert found.states == ("US-CA",)
    assert found.size == 1
    assert found.counties["seat"] == ("US-06073",)
    columns = {column.measure: at for at, column in enumerate(found.columns)}
    state, values = found.rows[0]
    assert state == "California"
    assert values[columns["traced_to_mexico"]] == "1,575"
    assert values[columns["law_universal"]] == "in force"
    assert found.columns[columns["traced_to_mexico"]].kind is Kind.OBSERVED
    assert found.columns[columns["law_universal"]].period == "2020"


def test_what_is_not_published_is_none_and_never_zero(store: Store) -> None:
    office = find(store, "D-boston", "en")
    assert office is not None
    found = district(store, office, "en")
    assert found is not None
    at = [column.measure for column in found.columns].index("traced_to_mexico")
    assert {values[at] for _, values in found.rows} == {None}


def test_san_juan_has_no_district_and_an_unknown_id_no_office(store: Store) -> None:
    office = find(store, "D-san-juan", "es")
    assert office is not None
    assert district(store, office, "es") is None
    assert find(store, "D-atlantis", "es") is None
