"""Licences in a district's counties: by type, and no unit with fewer than five."""

import json
import os
import shutil
from collections.abc import Callable
from typing import Any

import pyarrow.parquet as pq
import pytest

from corridors.answers.district import district, find
from corridors.answers.licences import Licences, licences
from corridors.build.tables import arrow_table
from corridors.model.tables import BY_NAME
from corridors.model.view import ViewState
from corridors.pages import district as page
from corridors.sources import atf_ffl
from corridors.store import Store
from tests.unit.sources.atf_files import content
from tests.unit.sources.test_atf_ffl import licence, txt
from tools.serving import ROOT

GEODATA = ROOT / "geodata"
Made = Callable[[dict[str, int]], Store]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The shipped data with a list of July 2026: so many licences of each type in San Diego, and six in Los Angeles."""

    def store(types: dict[str, int]) -> Store:
        root = tmp_path_factory.mktemp("licences")
        shutil.copytree(GEODATA / "built", root / "built", copy_function=os.link)
        (root / "layouts").symlink_to(GEODATA / "layouts")
        rows = [licence("CA", "073", kind, at) for kind, count in types.items() for at in range(count)]
        rows += [licence("CA", "037", "01", at) for at in range(6)]
        batch = atf_ffl.read(content(txt(rows), "csv", {"month": "2026-07"}), GEODATA)
        line = {"of_table": atf_ffl.TABLE, "of_source": "FFL_LIST", "edition_id": "FFL_LIST/1", "part_column": ""}
        found: Any = batch.parts[0].frame.to_dict("records")
        table = arrow_table(BY_NAME[atf_ffl.TABLE], found, [line])
        pq.write_table(table, root / "built" / "tables" / f"{atf_ffl.TABLE}.parquet")
        path = root / "built" / "cards.json"
        cards = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()  # the file is shared with what ships
        path.write_text(json.dumps(cards | {"FFL_LIST": vars(batch.cards[0])}), encoding="utf-8")
        return Store(root)

    return store


def of_san_diego(store: Store, lang: str = "en") -> Licences | None:
    office = find(store, "D-san-diego", lang)
    assert office is not None
    found = district(store, office, lang)
    assert found is not None
    return licences(store, found, lang)


def test_types_are_counted_in_the_counties_of_the_district(made: Made) -> None:
    found = of_san_diego(made({"01": 12, "07": 5}))
    assert found is not None
    assert found.rows == (("Dealer in firearms, including gunsmiths", "12"), ("Manufacturer of firearms", "5"))
    assert found.base.startswith("Base: 17 licences on ATF’s list of Jul 2026 in its counties (1)")
    assert not found.hidden
    assert "Listing of Federal Firearms Licensees" in found.source


@pytest.mark.parametrize(
    ("types", "rows", "hidden"),
    [
        ({"01": 9, "07": 4}, (("Dealer in firearms, including gunsmiths", "9"),), True),
        ({"01": 9, "07": 4, "02": 3}, (("Dealer in firearms, including gunsmiths", "9"), (
            "Other types, each with fewer than 5", "7")), False),
        ({"01": 4}, (), True),
        ({}, (), False),
    ],
)  # fmt: skip
def test_no_number_under_five_is_shown_or_can_be_worked_out(
    types: dict[str, int], rows: tuple[tuple[str, str], ...], hidden: bool, made: Made
) -> None:
    found = of_san_diego(made(types))
    assert found is not None
    assert (found.rows, found.hidden) == (rows, hidden)
    assert f"Base: {sum(int(count) for _, count in rows)} licences" in found.base


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_page_of_a_district_has_them_only_with_a_list(made: Made, lang: str) -> None:
    view = ViewState(lang=lang, origins=("D-san-diego",))
    shown = str(page.layout(view, made({"01": 12, "07": 4})))
    assert "district-licences" in shown
    assert ("Vendedor de armas" in shown) == (lang == "es")
    assert of_san_diego(Store(GEODATA)) is None
    assert "district-licences" not in str(page.layout(view, Store(GEODATA)))
