"""The analyst's page on the shipped data with its tables computed anew, and with municipal people imported."""

import json
import os
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridors.answers import charts
from corridors.build.checks import read_tables
from corridors.build.derived import build_derived
from corridors.build.violence import VIOLENCE
from corridors.components.figure_card import source_line
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.pages import analysis
from corridors.store import Store

NAMES = (
    "early_notice",
    "early_checks",
    "unusual",
    "law_exports",
    "law_residuals",
    "guns_and_deaths",
    "received_and_deaths",
)
LANGS = ("en", "es")


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The shipped data, their files linked, with every municipality of 2015 given the same people."""
    folder = tmp_path_factory.mktemp("analysis") / "geodata"
    shutil.copytree(root / "geodata", folder, copy_function=os.link, ignore=shutil.ignore_patterns("derived"))
    tables = read_tables(folder / "built")
    codes = tables["mx_municipality_names"]["municipality_code"]
    towns = codes[~codes.str.endswith("999")]
    tables["population_mx_municipality"] = pd.DataFrame(
        {"year": 2015, "municipality_code": towns, "population": 20_000, "source_id": "CONAPO_2023"}
    )
    build_derived(folder / "built", tables, VIOLENCE, lambda _said: None)
    for name in ("corridor_estimates", "backtest"):  # a minute to compute: as shipped
        os.link(root / f"geodata/built/derived/{name}.parquet", folder / f"built/derived/{name}.parquet")
    return Store(folder)


def test_what_is_computed_is_the_same_for_the_same_tables(made: Store, tmp_path: Path) -> None:
    tables = read_tables(made.root / "built")
    once = [one for one in VIOLENCE if one.name in ("law_provisions", "guns_and_deaths")]
    build_derived(tmp_path, tables, once, lambda _said: None)
    for one in once:
        file = f"derived/{one.name}.parquet"
        assert (tmp_path / file).read_bytes() == (made.root / "built" / file).read_bytes()


@pytest.mark.parametrize(("name", "lang"), list(product((*NAMES, "unusual_towns", "world_shooters"), LANGS)))
def test_every_chart_says_what_it_must(made: Store, name: str, lang: str) -> None:
    found = charts.chart(name, ViewState(lang=lang), made)
    assert found.title
    assert found.base
    assert found.period
    assert found.sources
    assert found.notes
    assert "{" not in found.summary + found.caption + "".join(found.notes)
    assert {column.id for column in found.columns} <= set(found.table.columns)
    rows, columns = found.export
    assert {column.id for column in columns} <= set(rows.columns)
    json.dumps(found.figure, allow_nan=False)
    marked = [note["text"] for note in found.figure["layout"]["annotations"] if "ESTIMA" in note["text"]]
    assert bool(marked) is (found.kind == "modelled")


@pytest.mark.parametrize("lang", LANGS)
def test_every_modelled_chart_says_its_error_in_the_line_that_is_seen(made: Store, lang: str) -> None:
    names = (*charts.names(made), *charts.SAID, "backtest", *charts.analyses(made))
    found = [charts.chart(name, ViewState(lang=lang), made) for name in names]
    assert len([one for one in found if one.kind is Kind.MODELLED]) >= len(NAMES) + 3
    for one in found:
        assert bool(one.error) is (one.kind is Kind.MODELLED), one.name
        assert one.error in "".join(words(source_line(one, lang)))


def words(part: Any) -> Iterator[str]:
    """The text of a component and of what it holds, in order."""
    if isinstance(part, str):
        yield part
    for child in part if isinstance(part, list) else [getattr(part, "children", None) or []]:
        if child:
            yield from words(child)


def test_guns_received_need_their_table_and_the_dial(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "geodata"
    shutil.copytree(root / "geodata", folder, copy_function=os.link)
    manifest = folder / "built/manifest.json"
    said = json.loads(manifest.read_text("utf-8"))
    said["web"].pop("corridor_dial")
    manifest.unlink()  # a hard link to the shipped one
    manifest.write_text(json.dumps(said), "utf-8")
    store = Store(folder)
    assert store.has_derived("corridor_estimates")
    assert "received_and_deaths" not in charts.analyses(store)
    assert "figure-received_and_deaths" not in str(analysis.layout(ViewState(), store))


def test_the_page_has_every_section_and_its_charts(made: Store) -> None:
    page = str(analysis.layout(ViewState(lang="es"), made))
    for name in (*NAMES, "unusual_towns", "world", "world_shooters"):
        assert f"figure-{name}" in page
    assert "Asociación, no causa" in page
    assert "no calculado" not in page


def test_an_edition_without_computed_tables_says_so(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "geodata"
    shutil.copytree(root / "geodata", folder, copy_function=os.link, ignore=shutil.ignore_patterns("derived"))
    store = Store(folder)
    assert charts.analyses(store) == ("world_shooters",)
    with pytest.raises(KeyError):
        charts.chart("unusual", ViewState(), store)
    assert "no computed tables" in str(analysis.layout(ViewState(), store))


def test_the_sign_of_knight_holds_in_every_year_of_the_matrix(made: Store) -> None:
    slopes = made.derived("law_slopes")
    assert set(slopes["year"]) == {2010, 2011, 2013, 2014, 2015, 2016, 2017}
    leaving = slopes[slopes["term"] == "origin_laws"]
    assert (leaving["high"] < 0).all()
    assert (slopes.loc[slopes["term"] == "destination_laws", "low"] > 0).all()
    assert set(leaving.loc[leaving["model"] == "states", "rows"]) == {50}  # DC has no row of laws


def test_laws_are_those_of_the_year_of_purchase_and_of_the_last_year(made: Store) -> None:
    found = made.derived("law_provisions")
    years = found[["basis", "delay", "law_year"]].drop_duplicates()
    assert years.fillna(0).values.tolist() == [["purchase", 10.5, 2006], ["purchase", 2.9, 2014], ["last", 0, 2020]]
    assert found.loc[found[["states_with", "states_without"]].min(axis=1) < 5, "difference"].isna().all()


def test_the_turn_of_sinaloa_in_2024_is_noticed(made: Store) -> None:
    months = made.derived("notice_months")
    row = months[(months["place"] == "MX-25") & (months["month"] == "2024-09")].iloc[0]
    assert row["status"] == "high"
    assert row["count"] > row["upper"] > row["expected"]
    changes = made.derived("notice_changes")
    assert "2024-09" in set(changes.loc[changes["place"] == "MX-25", "month"])
    said = charts.chart("early_notice", ViewState(destinations=("MX-25",)), made).summary
    assert "Sinaloa" in said
    assert "September 2024" in said


@pytest.mark.parametrize("place", ["MX-02", "MX-08", "MX-25"])
def test_the_sentence_of_a_chosen_state_counts_its_own_unusual_months(made: Store, place: str) -> None:
    months = made.derived("notice_months")
    months = months[months["series"] == "homicidio_doloso_victims_firearm"]
    last = sorted(months["month"].unique())[-12:]
    own = months[months["place"].eq(place) & months["month"].isin(last) & months["expected"].notna()]
    said = charts.chart("early_notice", ViewState(destinations=(place,)), made).summary
    assert f"of which {len(own)} could be judged" in said
    assert f"above the threshold {int(own['status'].eq('high').sum())}" in said
    assert f"below {int(own['status'].eq('low').sum())}" in said
    assert "months of states" not in said
    assert "months of states" in charts.chart("early_notice", ViewState(), made).summary


def test_a_place_with_few_events_is_said_to_be_too_small(made: Store) -> None:
    said = charts.chart("early_notice", ViewState(destinations=("MX-31",)), made).summary
    assert "Yucatán: too few events to judge." in said


def test_municipalities_appear_with_their_people(made: Store) -> None:
    rows = made.derived("unusual_places")
    towns = rows[rows["series"] == "municipal_homicide_rate_eb"]
    assert set(towns["year"]) == {2015}
    assert len(towns) > 2_300
    assert set(towns["shape"]) <= {"usual", "apart"} | {
        f"{a}_among_{b}" for a in ("high", "low") for b in ("high", "low")
    }
    assert towns["moran"].iloc[0] > 0.1
    assert ((towns["q"] <= 0.05) == towns["shape"].str.contains("among")).all()
    notes = charts.chart("unusual_towns", ViewState(), made).notes
    # 0.002 / 0.05 = 4 in 100: what 999 permutations cannot tell of so many places is printed.
    needed = -(-int(towns["p"].notna().sum()) * 4 // 100)
    assert f"at least {needed} have to reach it together" in " ".join(notes)


def test_the_contested_studies_stand_side_by_side_without_a_line(store: Store) -> None:
    found = charts.chart("world_shooters", ViewState(), store)
    assert found.table["share"].tolist() == [31, 1.15, 4.4]
    for name in ("world", "world_shooters"):
        traces = charts.chart(name, ViewState(), store).figure["data"]
        assert not [trace for trace in traces if "lines" in trace.get("mode", "")]
