"""The cube that ships: its shape, and numbers that anyone can check on paper."""

from typing import Any

import pytest

from corridors.analysis.slices import cell, class_of, national, resolve
from corridors.build.cube import measures
from corridors.model.kinds import Status
from corridors.model.palettes import RAMPS
from corridors.store import Store
from corridors.text import text

PARTS = ("name", "title", "unit", "base")


@pytest.fixture(scope="module")
def cube(store: Store) -> dict[str, Any]:
    return store.cube


def value(cube: dict[str, Any], id: str, place: str, first: int, last: int | None = None) -> float | None:
    measure = cube["measures"][id]
    found = resolve(measure["periods"], (first, last or first), measure.get("latest_only", False))
    return cell(measure, found.indexes, cube["places"][measure["country"]].index(place)).value


def test_places_have_names_in_both_languages(cube: dict[str, Any]) -> None:
    assert (len(cube["places"]["US"]), len(cube["places"]["MX"])) == (51, 32)
    assert set(cube["names"]) == {*cube["places"]["US"], *cube["places"]["MX"]}
    assert cube["names"]["MX-15"] == ["State of Mexico", "Estado de México"]
    assert cube["names"]["US-NM"] == ["New Mexico", "Nuevo México"]


def test_measures_are_those_of_the_model_with_words(cube: dict[str, Any], store: Store) -> None:
    tables = {name: store.table(name) for name in ("trace_pairs",)}
    assert list(cube["measures"]) == [measure.id for measure in measures(tables)]
    for id in cube["measures"]:
        for part in PARTS:
            assert text(f"measure.{id}.{part}", "en")
            assert text(f"measure.{id}.{part}", "es")


def test_grids_fit_their_places_and_periods(cube: dict[str, Any], store: Store) -> None:
    municipal = store.web_json("municipal")
    assert len(municipal["places"]) == len(municipal["names"]) == 2_378
    for id, measure in cube["measures"].items():
        grids = municipal["measures"][id] if measure["asset"] else measure
        places = municipal["places"] if measure["asset"] else cube["places"][measure["country"]]
        assert grids["periods"] == measure["periods"] == sorted(measure["periods"]), id
        for name in ("num", "den"):
            if grids[name] is not None:
                assert len(grids[name]) == len(grids["periods"]), id
                assert {len(row) for row in grids[name]} == {len(places)}, id
        assert (grids["den"] is None) == (measure["shape"] in ("count", "flag")), id
        for key in ("labels", "labels_es"):
            assert len(measure.get(key, measure["periods"])) == len(measure["periods"])


def test_a_value_without_base_is_missing_and_never_a_rate(cube: dict[str, Any]) -> None:
    for id, measure in cube["measures"].items():
        if measure["asset"] or measure["den"] is None:
            continue
        for nums, dens in zip(measure["num"], measure["den"], strict=True):
            assert all(den for num, den in zip(nums, dens, strict=True) if num is not None), id


def test_classes_cover_what_is_drawn_and_counts_have_none(cube: dict[str, Any]) -> None:
    for id, measure in cube["measures"].items():
        if measure["shape"] == "count":
            assert measure["classes"] is None, id
            continue
        for bounds in measure["classes"].values():
            assert bounds == sorted(set(bounds)), id
            assert len(bounds) + 1 <= len(RAMPS[measure["family"]]["light"]), id
            assert class_of(measure["max"], bounds) == len(bounds), id


def test_traced_guns_per_100_000_people(cube: dict[str, Any]) -> None:
    found = {
        place: value(cube, "traced_to_mexico_per_100k", place, 2022, 2023)
        for place in ("US-AZ", "US-TX", "US-NM", "US-CA")
    }
    assert {place: round(found[place] or 0) for place in found} == {"US-AZ": 53, "US-TX": 25, "US-NM": 23, "US-CA": 4}
    assert value(cube, "traced_to_mexico_per_100k", "US-FL", 2022, 2023) is None


def test_the_flows_add_up(cube: dict[str, Any]) -> None:
    flows = cube["flows"]
    assert sum(pair[2] for pair in flows["pairs"]) + flows["other_pairs"] == flows["with_recovery_state"] == 17_717
    assert sum(source[1] for source in flows["sources"]) == flows["border_total"] == 13_861
    assert flows["border_total"] + flows["other_sources"] == flows["traced"] == 18_206
    assert flows["unknown_recovery"] == 489
    assert flows["submitted"] == 50_409
    assert [rank for _, rank in flows["ranks"]] == list(range(1, 11))


def test_years_that_are_parts_are_left_out(cube: dict[str, Any]) -> None:
    spans = {id: (m["periods"][0][0], m["periods"][-1][1]) for id, m in cube["measures"].items()}
    assert spans["checks_per_100k"] == (1999, 2022)
    assert spans["homicide_rate_sesnsp"] == (2015, 2024)
    assert spans["homicide_rate_inegi_microdata"] == (2000, 2020)
    assert spans["mass_shootings_gva"] == (2013, 2025)
    assert spans["law_gvro"] == (1991, 2020)


def test_known_values(cube: dict[str, Any]) -> None:
    assert value(cube, "exported_to_other_states", "US-TX", 2017) == 4_064
    assert value(cube, "law_universal", "US-CA", 2020) == 1
    assert value(cube, "law_universal", "US-DC", 2020) is None
    firearm = cube["measures"]["firearm_share_sesnsp"]
    assert national(firearm, resolve(firearm["periods"], (2018, 2018)).indexes).value == pytest.approx(70, abs=2)
    register = cube["measures"]["firearm_share_register"]
    assert national(register, resolve(register["periods"], (2008, 2008)).indexes).value == pytest.approx(62.9, abs=0.05)
    assert value(cube, "guns_secured_inegi", "MX-26", 2024) == 2_504
    assert value(cube, "guns_secured_inegi", "MX-01", 2024) is None


def test_a_municipality_without_homicides_has_zero_and_one_not_yet_founded_is_missing(store: Store) -> None:
    municipal = store.web_json("municipal")
    counts = municipal["measures"]["municipal_homicides"]
    juarez, tulum = (municipal["places"].index(id) for id in ("MX-08037", "MX-23009"))
    assert cell({**counts, "scale": 1}, [20], juarez).value == 3_766  # Ciudad Juárez, 2010
    assert cell({**counts, "scale": 1}, [0], tulum).status is Status.MISSING  # founded in 2008
    assert not any(place.endswith("999") for place in municipal["places"])


def test_it_is_small_enough_for_the_first_map(store: Store) -> None:
    import gzip  # noqa: PLC0415

    path = store.root / "built" / "web" / store.web("cube")
    assert len(gzip.compress(path.read_bytes())) < 60_000
