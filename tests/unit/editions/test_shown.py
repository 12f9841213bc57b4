"""What an accepted file brings is shown: official layouts in through the command line, then the cube and the charts."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridors import cli, history
from corridors.answers import charts
from corridors.answers.sources import sources
from corridors.model.measures import BY_ID
from corridors.model.view import ViewState
from corridors.sources.batch import Batch
from corridors.sources.door import open_file
from corridors.sources.reading import identify
from corridors.store import Store
from tests.unit.editions import making
from tests.unit.sources import test_atf_ffl, test_cbp_seizures, test_conapo, test_inegi_deaths, test_sesnsp
from tools.serving import ROOT

GEODATA = ROOT / "geodata"
Take = Callable[[bytes], dict[str, Any]]
TOWNS = (2001, 8037, 26030)
PEOPLE = {2001: 300_000, 8037: 1_500_000, 26030: 900_000}


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shown")


@pytest.fixture(scope="module")
def take(state: Path) -> Iterator[Take]:
    """Takes a file in by the command line; what it printed as JSON."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CORRIDORS_STATE", str(state / "state"))
        said: list[str] = []
        patch.setattr(
            "corridors.cli.editions.typer.echo", lambda text="", err=False: None if err else said.append(text)
        )

        def one(data: bytes) -> dict[str, Any]:
            file = state / "download"
            file.write_bytes(data)
            patch.setattr(sys, "argv", ["corridors", "import", str(file), "--accept", "--by", "A. Analyst", "--json"])
            with pytest.raises(SystemExit) as done:
                cli.main()
            document: dict[str, Any] = json.loads(said.pop())
            assert done.value.code == 0, document
            assert document["accepted"]
            return document

        yield one


def conapo() -> bytes:
    """People of every municipality of two a state, and of three that have homicides, in 2015, 2023 and 2025."""
    present = pd.read_csv(GEODATA / "facts" / f"{test_conapo.STATES}.csv")
    names = pd.read_csv(GEODATA / "names/states.csv", dtype=str)
    names = names[names["country"] == "MX"].drop_duplicates("state_code")
    named = {int(code): name for name, code in zip(names["name"], names["state_code"], strict=True)}
    people = {(year, code): value for year, code, value in present.iloc[:, :3].itertuples(index=False)}
    values = test_conapo.towns(people, (2015, 2023, 2025))
    for year in (2015, 2023, 2025):
        for town in TOWNS:
            values[year, town] = PEOPLE[town]
    header = test_conapo.HEADERS["indicators"]
    return test_conapo.written(header, test_conapo.municipal("indicators", values, named))


def deaths() -> list[test_inegi_deaths.Death]:
    """INEGI's records of 2023: four homicides in Juárez, three of them by firearm, and one in each state."""
    one = [test_inegi_deaths.death(ENT_OCURR=f"{code:02d}", MUN_OCURR="001") for code in range(1, 33)]
    return [*test_inegi_deaths.YEAR, *one, *[{**row, "CAUSA_DEF": "Y09"} for row in one]]


def victims_by_town() -> bytes:
    """Nine victims by firearm a month in one municipality in 2025, in SESNSP's layout; every state has a row."""
    columns = (*test_sesnsp.TOWNS[:9], "Sexo", "Rango de edad", *test_sesnsp.MONTHS)
    rows = test_sesnsp.rows(ROOT, years=(2025,), victims=True)
    table = [
        {**row, "Cve. Municipio": int(str(row["Clave_Ent"])) * 1000 + 1, "Municipio": f"Municipio {row['Clave_Ent']}"}
        for row in rows
    ]
    return test_sesnsp.written(table, columns)


def merged(batches: list[Batch]) -> Batch:
    """Several files as one, so that one build does for all of them."""
    first = batches[0]
    return replace(
        first,
        parts=tuple(part for batch in batches for part in batch.parts),
        cards=tuple(card for batch in batches for card in batch.cards),
        partition="",
    )


@pytest.fixture(scope="module")
def store(take: Take, state: Path) -> Store:
    """The data after six files: that of victims by the command line, the others together."""
    took = take(
        test_sesnsp.written(test_sesnsp.rows(ROOT, years=(*range(2015, 2027),), victims=True), test_sesnsp.VICTIMS)
    )
    assert took["added"]
    # A longer file says a new cut-off in the note of every row that it holds: one line a table, and no list of rows.
    assert set(took["citation_only"]) <= {"mx_homicides_state_year", "mx_homicides_state_month_sesnsp"}
    assert sum(took["citation_only"].values()) == took["relabelled"]
    assert "relabelled" not in {change["change"] for change in took["changes"]}
    files = (
        conapo(),
        test_inegi_deaths.as_dbf(deaths()),
        victims_by_town(),
        b"Listing of July 2026\r\n" + test_atf_ffl.txt(test_atf_ffl.ROWS),
        test_cbp_seizures.text([test_cbp_seizures.row(quantity="7")]).encode(),
    )
    batches = []
    for data in files:
        (state / "download").write_bytes(data)
        content = open_file(state / "download")
        batches.append(identify(content)[0].read(content, GEODATA))
    assert len({batch.source for batch in batches}) == len(files)
    making.take(merged(batches), state / "state")
    return Store(history.root(GEODATA, state / "state"))


def cell(store: Store, measure: str, place: str, year: int) -> tuple[Any, Any]:
    """Numerator and denominator of a measure in the cube (or its municipal part)."""
    found, places = store.cube["measures"][measure], store.cube["places"][BY_ID[measure].country]
    if found["asset"]:
        asset = store.web_json("municipal")
        found, places = asset["measures"][measure], asset["places"]
    at, row = found["periods"].index([year, year]), places.index(place)
    return found["num"][at][row], found["den"][at][row] if found["den"] else None


def test_municipal_people_bring_municipal_rates_to_life(store: Store) -> None:
    assert store.has("population_mx_municipality")
    assert "municipal_homicide_rate" not in Store(GEODATA).cube["measures"]
    deaths, people = cell(store, "municipal_homicide_rate", "MX-08037", 2015)
    assert deaths == cell(store, "municipal_homicides", "MX-08037", 2015)[0] > 100
    assert people == PEOPLE[8037]
    smoothed, _ = cell(store, "municipal_homicide_rate_eb", "MX-08037", 2015)
    assert smoothed == pytest.approx(deaths / people * 100_000, rel=0.2)
    # A municipality whose people are not in the file has a count and no rate.
    assert cell(store, "municipal_homicides", "MX-26018", 2015)[0] is not None
    assert cell(store, "municipal_homicide_rate", "MX-26018", 2015) == (None, None)


def test_death_records_are_on_the_municipal_map(store: Store) -> None:
    # Three by firearm and one by blade in Juarez; a municipality that existed and has no record had none.
    assert cell(store, "municipal_deaths", "MX-08037", 2023) == (4, None)
    assert cell(store, "municipal_firearm_deaths", "MX-08037", 2023) == (3, None)
    assert cell(store, "municipal_firearm_death_rate", "MX-08037", 2023) == (3, PEOPLE[8037])
    assert cell(store, "municipal_death_rate", "MX-26030", 2023) == (0, PEOPLE[26030])


def test_victims_by_municipality_are_on_its_map(store: Store) -> None:
    # Each month three times the number of the state by firearm, for each sex.
    assert cell(store, "municipal_firearm_victims", "MX-02001", 2025) == (2 * 3 * 2 * 12, None)
    assert cell(store, "municipal_firearm_victim_rate", "MX-02001", 2025) == (144, PEOPLE[2001])


def test_the_lists_of_licensees_are_on_the_map_of_states(store: Store) -> None:
    assert cell(store, "licences_listed", "US-AZ", 2026) == (3, None)
    assert cell(store, "licences_listed", "US-CA", 2026) == (None, None)
    # People of 2026 are not estimated yet: a count, and no rate.
    assert "licences_listed_per_100k" not in store.cube["measures"]


def test_the_slider_and_the_charts_reach_the_new_year(store: Store) -> None:
    assert store.cube["years"] == [1990, 2026]
    found = charts.chart("homicides", ViewState(), store)
    assert found.rows is not None
    assert found.figure["layout"]["xaxis"]["range"] == [1989.5, 2026.5]
    assert max(int(year) for year in found.rows["year"]) == 2026
    shipped = charts.chart("homicides", ViewState(), Store(GEODATA))
    assert shipped.figure["layout"]["xaxis"]["range"] == [1989.5, 2025.5]


def test_every_source_of_an_import_has_its_card_and_table(store: Store) -> None:
    listed = {source.card.id for source in sources(store)}
    assert listed >= {
        "CONAPO_MUNICIPAL", "INEGI_EDR_RECORDS", "SESNSP_VICT_MUN", "SESNSP_VICT", "FFL_LIST", "CBP_SEIZURES",
    }  # fmt: skip


def test_seizures_have_their_chart_without_the_sums_of_the_same_file(store: Store) -> None:
    found = charts.chart("seizures", ViewState(), store)
    assert found.figure["data"][0]["z"] == [[None], [7]]
    # The sums of the file are in the table of quoted figures as well: they are not quoted.
    assert "CBP_SEIZURES" in set(store.table("southbound_seizures")["source_id"])
    assert len(found.table) == 1 + 15
