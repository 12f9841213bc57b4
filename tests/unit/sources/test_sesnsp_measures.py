"""What the product shows once SESNSP's files are in: case files by state and municipality, whole years alone."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from corridors.build import series_mx
from corridors.build.checks import read_tables
from corridors.build.cube import build_cube, measures
from corridors.build.series import grid
from corridors.model.tables import BY_NAME

Tables = Mapping[str, pd.DataFrame]
STATES = [f"{number:02d}" for number in range(1, 33)]
LOCAL = {"municipal_firearm_cases", "municipal_firearm_case_rate"}
OF_STATES = {"firearm_case_rate_sesnsp", "firearm_case_share_sesnsp", "firearm_case_share_of_known_sesnsp"}


@pytest.fixture(scope="module")
def tables(root: Path) -> Tables:
    return read_tables(root / "geodata" / "built")


def case_files() -> pd.DataFrame:
    """Every month 6 files by firearm, 2 by other known means and 2 without a weapon; 2024 has only six months."""
    rows = [
        (year, month, state, *[0] * 5, 1, 6, 2, 1, 10, "exact", "observed", "SESNSP_IDEFC")
        for year, last in ((2023, 12), (2024, 6)) for month in range(1, last + 1) for state in STATES
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(BY_NAME["mx_investigations_state_month"].names))


def by_town() -> pd.DataFrame:
    towns = [("08037", 12, 300), ("08099", 12, 7), ("08998", 12, 4), ("08999", 12, 5), ("26001", 6, 9)]
    rows = [
        (2023, code, months, *[0] * 5, 0, guns, 0, 0, guns, "derived", "derived", "SESNSP_IDM")
        for code, months, guns in towns
    ]
    return pd.DataFrame(rows, columns=list(BY_NAME["mx_investigations_municipality_year"].names))


def test_without_the_files_nothing_is_offered(tables: Tables) -> None:
    assert not {measure.id for measure in measures(tables)} & (LOCAL | OF_STATES)
    only_files = {**tables, "mx_investigations_municipality_year": by_town()}
    assert {measure.id for measure in measures(only_files)} & LOCAL == {"municipal_firearm_cases"}


def test_case_files_by_state_are_of_whole_years(tables: Tables) -> None:
    with_files = {**tables, "mx_investigations_state_month": case_files()}
    assert {measure.id for measure in measures(with_files)} >= OF_STATES
    made = {id: grid(series_mx.MAKERS[id](with_files), ["MX-01", "MX-32"]) for id in sorted(OF_STATES)}
    assert all(found["periods"] == [[2023, 2023]] for found in made.values())
    assert made["firearm_case_share_sesnsp"]["num"] == [[72, 72]]
    assert made["firearm_case_share_sesnsp"]["den"] == [[120, 120]]
    assert made["firearm_case_share_of_known_sesnsp"]["den"] == [[96, 96]]
    assert made["firearm_case_rate_sesnsp"]["national"]["num"][-1] == 72 * 32


def test_a_year_of_victims_is_whole_when_its_twelve_months_are_there(tables: Tables) -> None:
    name = "mx_homicides_state_month_sesnsp"
    make = series_mx.MAKERS["firearm_homicide_rate_sesnsp"]
    assert grid(make(tables), ["MX-08"])["periods"][-1] == [2024, 2024]
    months = tables[name]
    rest = months[(months["year"] == 2025) & (months["month"] == 1)]
    longer = pd.concat([months, *(rest.assign(month=month) for month in range(7, 13))])
    assert grid(make({**tables, name: longer}), ["MX-08"])["periods"][-1] == [2025, 2025]
    shorter = months[(months["year"] != 2024) | (months["month"] != 12)]
    assert grid(make({**tables, name: shorter}), ["MX-08"])["periods"][-1] == [2023, 2023]


def test_municipal_files_join_the_shared_list_of_places(tables: Tables) -> None:
    names = tables["mx_municipality_names"]
    new = pd.DataFrame([("08099", "Villa Nueva", "SESNSP_IDM")], columns=list(BY_NAME["mx_municipality_names"].names))
    people = pd.DataFrame([(2023, "08037", 1_500_000)], columns=["year", "municipality_code", "population"])
    made = build_cube(
        {
            **tables, "mx_investigations_municipality_year": by_town(), "population_mx_municipality": people,
            "mx_municipality_names": pd.concat([names, new]),
        },
        lambda _: None,
    )  # fmt: skip
    municipal = made["municipal"]
    at = {place: number for number, place in enumerate(municipal["places"])}
    assert municipal["places"] == sorted(at)
    assert municipal["names"][at["MX-08099"]] == "Villa Nueva"
    assert not {"MX-08998", "MX-08999"} & set(at)
    counts = municipal["measures"]["municipal_firearm_cases"]
    assert counts["periods"] == [[2023, 2023]]
    assert [counts["num"][0][at[place]] for place in ("MX-08037", "MX-08099", "MX-26001")] == [300, 7, None]
    assert municipal["measures"]["municipal_homicides"]["num"][0][at["MX-08099"]] is None
    rates = municipal["measures"]["municipal_firearm_case_rate"]
    assert (rates["num"][0][at["MX-08037"]], rates["den"][0][at["MX-08037"]]) == (300, 1_500_000)
    assert rates["num"][0][at["MX-08099"]] is None
    assert made["cube"]["measures"]["municipal_firearm_cases"]["asset"] == "municipal"


def test_a_file_without_a_whole_year_makes_no_measure_yet(tables: Tables) -> None:
    part = by_town().assign(months=6)
    made = build_cube({**tables, "mx_investigations_municipality_year": part}, lambda _: None)
    assert "municipal_firearm_cases" not in made["cube"]["measures"]
    assert "municipal_firearm_cases" not in made["municipal"]["measures"]
