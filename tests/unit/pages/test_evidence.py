"""The evidence page: what it offers follows from the data that are there."""

import shutil
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from dash import html
from dash.development.base_component import Component

from corridors.build.facts import pin_cards
from corridors.build.run import build
from corridors.model.view import ViewState
from corridors.pages.evidence import layout
from corridors.store import Store

RATES = {"municipal_homicide_rate", "municipal_homicide_rate_eb"}


def options(page: Component) -> set[str]:
    """The values of all options of the page's selectors."""
    parts: Iterator[Any] = page._traverse()
    return {str(getattr(part, "value")) for part in parts if isinstance(part, html.Option)}  # noqa: B009 - set by name


@pytest.fixture(scope="module")
def imported(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The shipped data with a municipal population beside them, built again."""
    geodata = tmp_path_factory.mktemp("import") / "geodata"
    shutil.copytree(store.root, geodata)
    names = store.table("mx_municipality_names")
    towns = names.loc[~names["municipality_code"].str.endswith("999"), "municipality_code"]
    people = pd.DataFrame({"year": 2015, "municipality_code": towns, "population": 20_000, "source_id": "CONAPO_2023"})
    people.to_csv(geodata / "facts" / "population_mx_municipality.csv", index=False)
    with (geodata / "facts" / "editions.csv").open("a", encoding="utf-8") as ledger:
        ledger.write("CONAPO_2023/2,CONAPO_2023,population_mx_municipality,,,a test,,,\n")
    pin_cards(geodata)
    build(geodata, only="tables")
    return Store(geodata)


def test_municipal_rates_appear_by_themselves_when_people_are_imported(store: Store, imported: Store) -> None:
    view = ViewState(years=(2015, 2015))
    assert not RATES & options(layout(view, store))
    assert options(layout(view, imported)) >= RATES
    raw, smooth = (imported.web_json("municipal")["measures"][id] for id in sorted(RATES))
    at = imported.web_json("municipal")["places"].index("MX-08037")
    assert raw["den"][0][at] == 20_000
    # Smoothed towards the rate of all municipalities with people, so it lies between the two (Marshall 1991).
    assert imported.cube["measures"]["municipal_homicide_rate"]["national"] is None
    known = [(num, den) for num, den in zip(raw["num"][0], raw["den"][0], strict=True) if num is not None and den]
    mean = sum(num for num, _ in known) / sum(den for _, den in known) * 100_000
    own = raw["num"][0][at] / raw["den"][0][at] * 100_000
    assert min(mean, own) <= smooth["num"][0][at] <= max(mean, own)


def test_a_link_to_a_measure_that_is_not_here_says_so(store: Store) -> None:
    page = layout(ViewState(mx="municipal_homicide_rate", lang="es"), store)
    assert "className='notice notice-warn'" in str(page)
    assert "homicidios" in str(page).lower()
    assert "notice-warn" not in str(layout(ViewState(lang="es"), store))
