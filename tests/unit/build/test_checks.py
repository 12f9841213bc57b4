import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corridors.build import facts
from corridors.build.checks import CHECKS, Shipped, check, finding, read_tables
from corridors.build.manifest import read_manifest
from corridors.build.schemas import faults, percentages
from corridors.build.totals import TOTALS
from corridors.errors import DataError
from corridors.model.tables import UNVERIFIED

LOOK = dict(CHECKS)


@pytest.fixture(scope="module")
def shipped(root: Path) -> Shipped:
    geodata = root / "geodata"
    built = geodata / "built"
    return Shipped(geodata, read_manifest(built), facts.read_cards(geodata), read_tables(built))


def altered(shipped: Shipped, table: str, frame: pd.DataFrame) -> Shipped:
    return replace(shipped, tables={**shipped.tables, table: frame})


def test_what_ships_holds(root: Path) -> None:
    findings = check(root / "geodata")
    assert [found for found in findings if not found.ok] == []
    assert len(findings) > 50


def test_a_changed_byte_is_the_only_finding(copy: Callable[..., Path]) -> None:
    folder = copy(built=True)
    for path in (folder / "cards" / "ATF_SR.yml", folder / "built" / "tables" / "trace_pairs.parquet"):
        kept = path.read_bytes()
        path.write_bytes(kept[:-30] + bytes([kept[-30] ^ 1]) + kept[-29:])
        (found,) = check(folder)
        assert not found.ok
        assert path.name in found.detail
        path.write_bytes(kept)


def test_only_five_faults_are_said() -> None:
    found = finding("x", [str(number) for number in range(8)])
    assert (found.ok, found.detail) == (False, "0; 1; 2; 3; 4; and 3 more")


def test_a_table_that_is_not_its_facts_is_found(shipped: Shipped, copy: Callable[..., Path]) -> None:
    folder = copy()
    path = folder / "facts" / "trace_pairs.csv"
    path.write_text(path.read_text().replace("1618", "1619"))
    shutil.copytree(shipped.built / "tables", folder / "built" / "tables")
    assert LOOK["tables"](replace(shipped, geodata=folder)) == ["trace_pairs differs from facts/trace_pairs.csv"]


def test_sources_without_card_unused_or_changed_are_found(shipped: Shipped) -> None:
    cards = dict(shipped.cards)
    cards["NEW"] = replace(cards["NICS"], id="NEW", sha256="")
    cards["NICS"] = replace(cards["NICS"], sha256="0")
    del cards["ATF_SR"]
    said = " ".join(LOOK["sources"](replace(shipped, cards=cards)))
    for part in ("ATF_SR has no card", "card NEW is used by no row", "card NICS: its rows have changed"):
        assert part in said


def test_what_may_not_be_redistributed_is_found(shipped: Shipped) -> None:
    cards = {**shipped.cards, "NICS": replace(shipped.cards["NICS"], redistribute="no")}
    assert LOOK["licences"](replace(shipped, cards=cards)) == ["NICS may not be redistributed: take its rows out"]
    assert LOOK["cards"](replace(shipped, cards=cards))


def test_a_figure_from_memory_is_found(shipped: Shipped) -> None:
    frame = shipped.tables["trace_pairs"].assign(quality=UNVERIFIED)
    assert LOOK["unverified"](altered(shipped, "trace_pairs", frame)) == ["trace_pairs has rows from memory"]


def test_parity_and_cube_find_what_differs(shipped: Shipped) -> None:
    book = shipped.tables["us_gun_laws_codebook"]
    less = altered(shipped, "us_gun_laws_codebook", book[book["variable"] != "gvro"])
    assert LOOK["parity"](less) == ["gvro is not in the codebook"]
    cards = {id: card for id, card in shipped.cards.items() if id != "CONAPO_2023"}
    assert "no card CONAPO_2023 of homicide_rate_sesnsp" in LOOK["parity"](replace(shipped, cards=cards))
    deaths = shipped.tables["us_gun_deaths"]
    more = altered(shipped, "us_gun_deaths", deaths.assign(value=deaths["value"] + 1))
    assert LOOK["cube"](more) == ["gun_deaths_cdc_per_100k differs from the tables"]


def test_a_missing_asset_says_what_to_do(shipped: Shipped) -> None:
    web = {name: file for name, file in shipped.manifest["web"].items() if name != "cube"}
    with pytest.raises(DataError, match="run `corridors build`"):
        LOOK["cube"](replace(shipped, manifest={**shipped.manifest, "web": web}))


def test_shapes_have_the_ids_of_the_cube(shipped: Shipped, tmp_path: Path) -> None:
    web = tmp_path / "built" / "web"
    shutil.copytree(shipped.built / "web", web)
    path = web / shipped.manifest["web"]["mx_states"]
    shapes = json.loads(path.read_bytes())
    shapes["features"].pop(0)
    path.write_text(json.dumps(shapes))
    assert LOOK["assets"](replace(shipped, geodata=tmp_path))[0].startswith("mx_states: MX-")


def layer(path: Path, rows: int, geo: dict[str, Any] | None) -> None:
    table = pa.table({"place_id": [str(n) for n in range(rows)]})
    pq.write_table(table.replace_schema_metadata(None if geo is None else {"geo": json.dumps(geo)}), path)


def test_layers_need_rows_and_degrees(shipped: Shipped, tmp_path: Path) -> None:
    folder = tmp_path / "built" / "layers"
    folder.mkdir(parents=True)
    epsg: dict[str, Any] = {"crs": {"id": {"authority": "EPSG", "code": 4326}}}
    metres = {"crs": {"id": {"authority": "EPSG", "code": 6372}}}
    layer(folder / "us_states.parquet", 51, {"primary_column": "g", "columns": {"g": epsg}})
    layer(folder / "mx_states.parquet", 31, {"primary_column": "g", "columns": {"g": {}}})
    layer(folder / "roads.parquet", 3, {"primary_column": "g", "columns": {"g": metres}})
    layer(folder / "cities.parquet", 3, None)
    recorded = [{"layer": name, "rows": rows} for name, rows in (("us_states", 51), ("mx_states", 32), ("roads", 3))]
    manifest = {**shipped.manifest, "layers": recorded}
    said = " ".join(LOOK["layers"](replace(shipped, geodata=tmp_path, manifest=manifest)))
    for part in (
        "layers recorded and built differ: cities", "layer roads is not GeoParquet", "layer cities is not GeoParquet",
        "layer mx_states: 31 rows, 32 recorded", "layer mx_states: 31 rows, 32 expected",
        "layer border_states is not there",
    ):  # fmt: skip
        assert part in said
    assert "us_states " not in said
    assert "layer mx_states is not GeoParquet" not in said


def test_every_total_finds_a_changed_figure(shipped: Shipped) -> None:
    plan = {
        "traces": ("trace_totals", "value"), "pairs": ("trace_pairs", "value"),
        "domestic matrix": ("us_domestic_trace_od", "firearms"), "homicides": ("mx_homicides_state_year", "value"),
        "sesnsp": ("mx_homicides_state_month_sesnsp", "homicidio_doloso_victims_firearm"),
        "months": ("mx_homicides_state_month_register_1998_2008", "homicides_death_register"),
        "municipalities": ("mx_homicides_municipality_year", "homicides"),
        "people": ("mx_population_state_year", "population_mid_year"),
        "shootings and deaths": ("us_gun_deaths", "value"),
    }  # fmt: skip
    assert set(plan) == {name for name, _ in TOTALS}
    for name, sums in TOTALS:
        table, column = plan[name]
        frame = shipped.tables[table].copy()
        frame[column] = frame[column] + 1
        assert sums({**shipped.tables, table: frame}), name


def test_a_state_that_is_gone_is_found(shipped: Shipped) -> None:
    frame = shipped.tables["mx_homicides_state_year"]
    totals = dict(TOTALS)
    assert totals["homicides"]({**shipped.tables, "mx_homicides_state_year": frame[frame["state_code"] != "26"]})


def test_a_schema_says_what_is_wrong(shipped: Shipped) -> None:
    frame = shipped.tables["trace_pairs"]
    assert faults("trace_pairs", frame) == []
    wrong = frame.copy()
    wrong.loc[0, "value"] = -5
    wrong.loc[1, "us_state_code"] = "Tex"
    wrong.loc[wrong["measure"] == "share_of_traced", "value"] = 132
    said = " ".join(faults("trace_pairs", pd.concat([wrong, wrong.iloc[:1]])))
    for part in (
        "value in_range",
        "us_state_code str_matches",
        "'Tex'",
        "multiple_fields_uniqueness",
        "percentages lie",
    ):
        assert part in said
    assert "at least 7 rows" in " ".join(faults("trace_pairs", frame.iloc[:6]))
    assert "exactly share_of_traced" in " ".join(faults("trace_pairs", frame.assign(measure="other")))
    assert "column_in_dataframe" in " ".join(faults("trace_pairs", frame.drop(columns="note")))


def test_tables_without_percentages_have_none_to_check(shipped: Shipped) -> None:
    assert percentages(shipped.tables["us_domestic_trace_od"])
