"""What an imported file of CBP shows: by office and fiscal year, with the quoted figures beside it and never joined."""

import json
import os
import shutil
from collections.abc import Callable
from typing import Any

import pyarrow.parquet as pq
import pytest

from corridors.answers import charts
from corridors.answers.chart import Chart
from corridors.answers.download import download
from corridors.build.tables import arrow_table
from corridors.exports import csv
from corridors.model.tables import BY_NAME
from corridors.model.view import ViewState
from corridors.sources import cbp_seizures
from corridors.store import Store
from tests.unit.sources.csv_files import content
from tests.unit.sources.test_cbp_seizures import Row, row, text
from tools.serving import ROOT

GEODATA = ROOT / "geodata"
LAREDO, TUCSON = "Laredo Field Office", "Tucson Field Office"
MONTHS = ("OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP")
ROWS = [
    *(row("2023", month, LAREDO, quantity="2") for month in MONTHS),
    row("2023", "OCT", TUCSON, quantity="7"),
    row("2023", "OCT", LAREDO, kind="Ammunition", category="Rounds", quantity="1500"),
    row("2024 (FYTD)", "OCT", TUCSON, quantity="5"),
    row("2023", "OCT", LAREDO, way="INBOUND", quantity="1000"),
    row("2023", "OCT", "Buffalo Field Office", quantity="1000", region="Northern Border"),
]
Made = Callable[[list[Row]], Store]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The shipped data with CBP's table of a file of these rows."""

    def store(rows: list[Row]) -> Store:
        root = tmp_path_factory.mktemp("seizures")
        shutil.copytree(GEODATA / "built", root / "built", copy_function=os.link)
        batch = cbp_seizures.read(content(text(rows)), GEODATA)
        for part in batch.parts:
            table = BY_NAME[part.table]
            found: Any = part.frame.to_dict("records")
            path = root / "built" / "tables" / f"{part.table}.parquet"
            if path.exists():
                shipped: Any = Store(GEODATA).table(part.table).astype(str).to_dict("records")
                found = shipped + found
                path.unlink()  # the file is shared with what ships
            lines = [
                {"of_table": part.table, "of_source": source, "edition_id": f"{source}/1", "part_column": ""}
                for source in {one["source_id"] for one in found}
            ]
            pq.write_table(arrow_table(table, found, lines), path)
        path = root / "built" / "cards.json"
        cards = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()
        card = vars(batch.cards[0])
        path.write_text(json.dumps(cards | {"CBP_SEIZURES": card}), encoding="utf-8")
        return Store(root)

    return store


@pytest.fixture(scope="module")
def store(made: Made) -> Store:
    return made(ROWS)


def chart(store: Store, lang: str = "en") -> Chart:
    return charts.chart("seizures", ViewState(lang=lang), store)


def test_the_chart_is_there_only_with_something_southbound(store: Store, made: Made) -> None:
    assert "seizures" not in charts.names(Store(GEODATA))
    assert charts.names(store) == (*charts.CHARTS, "seizures")
    assert "seizures" not in charts.names(made([row(way="INBOUND")]))
    with pytest.raises(KeyError):
        chart(Store(GEODATA))


def test_the_sentence_and_the_base_are_of_the_last_whole_fiscal_year(store: Store) -> None:
    found = chart(store)
    assert "In FY2023, CBP’s file has 31 weapons and 1,500 rounds" in found.summary
    assert f"{LAREDO} (24)" in found.summary
    assert "Seizures are not flows" in found.summary
    assert "FY2023: 31 weapons, 1,500 rounds" in found.base
    assert found.period == "FY2023 – FY2024 (1 of 12 months)"
    assert found.kind == "derived"


def test_each_unit_has_its_own_grid_and_an_empty_cell_is_no_zero(store: Store) -> None:
    weapons, rounds = chart(store).figure["data"]
    # Places down (all of them first, without a shade), fiscal years across.
    assert weapons["z"] == [[None, None], [24, None], [7, 5]]
    assert rounds["z"] == [[None, None], [1500, None]]
    assert weapons["yaxis"] != rounds["yaxis"]
    words = [note["text"] for note in chart(store).figure["layout"]["annotations"]]
    assert words == ["<b>31</b>", "<b>5</b>", "24", "7", "5", "<b>Weapons</b>", "<b>1,500</b>", "1,500",
                     "<b>Rounds of ammunition</b>"]  # fmt: skip
    json.dumps(chart(store).figure, allow_nan=False)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_quoted_figures_stand_in_the_table_beside_those_of_the_file(store: Store, lang: str) -> None:
    found = chart(store, lang)
    file = found.table[found.table["source"] == found.table["source"].iloc[0]]
    assert len(file) == 4
    assert file["value"].sum() == 24 + 7 + 1500 + 5
    quoted = found.table.drop(file.index)
    assert len(quoted) == 15
    assert {"en": "FY2023 to 31 Aug", "es": "AF2023 hasta el 31 ago"}[lang] in set(quoted["period"])
    assert [card.id for card in found.sources] == ["CBP_SEIZURES", "CBP_SOUTHBOUND"]
    assert found.press == {"CBP_SOUTHBOUND"}
    assert "{" not in found.summary + found.caption + found.base + "".join(found.notes)


def test_the_picture_has_the_last_four_years_and_the_largest_places(made: Made) -> None:
    years = [row(str(2019 + at), "OCT", quantity="9") for at in range(6)]
    many = [row("2024", "OCT", f"Office {at:02d}", quantity=str(at)) for at in range(1, 17)]
    found = chart(made([*years, *many]))
    layout = found.figure["layout"]
    assert layout["xaxis"]["ticktext"] == [f"FY{year}<br>1 mo." for year in range(2021, 2025)]
    names = layout["yaxis"]["ticktext"]
    assert len(names) == 1 + 14 + 1
    assert (names[0], names[1], names[-1]) == ("All offices and sectors", LAREDO, "The other ones")
    weapons = found.figure["data"][0]
    assert weapons["z"][-1] == [None, None, None, 1 + 2 + 3]
    assert (found.table["source"] == "CBP’s file").sum() == 6 + 16


def test_the_download_says_which_figures_are_of_the_file(store: Store) -> None:
    _, body = csv.file(download("seizures", ViewState(), store))
    lines = [line for line in body.decode("utf-8-sig").splitlines() if line and not line.startswith("#")]
    assert lines[0] == "Source,Period,Place,Direction,Measure,Value"
    assert f"CBP’s file,FY2023,{LAREDO},outbound,weapons,24" in lines
    assert len(lines) == 1 + 4 + 15
