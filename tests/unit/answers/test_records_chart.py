"""What the product shows of trace records: suppressed cells as such, and synthetic records never without their mark."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow.parquet as pq
import pytest
from dash import Dash, dcc, html

from corridors.answers import charts
from corridors.answers.chart import Chart
from corridors.answers.download import LicenceError, download
from corridors.answers.synthetic import marked, stamped, verify
from corridors.build.tables import arrow_table
from corridors.errors import DataError
from corridors.exports import csv
from corridors.model.tables import BY_NAME
from corridors.model.view import ViewState
from corridors.pages import district, evidence, home
from corridors.settings import Settings
from corridors.sources import etrace_records
from corridors.sources.door import open_file
from corridors.sources.synth import synthesise
from corridors.store import Store
from corridors.web import shell
from corridors.web.stores import Stores
from tools.serving import ROOT

NAMES = ("records_pairs", "records_types", "records_time")
HINTS = {"authority": "A prosecutor", "purpose": "a test", "audience": "two analysts"}
Made = Callable[[bool], Store]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A store with records, of which it says that they are synthetic, or not."""
    folder = tmp_path_factory.mktemp("records")
    synthesise(folder / "r.parquet", 20_000, 2, ROOT / "geodata")
    batch = etrace_records.read(open_file(folder / "r.parquet", HINTS), ROOT / "geodata")
    card = vars(batch.cards[0])
    kept: dict[bool, Store] = {}

    def store(synthetic: bool) -> Store:
        if synthetic in kept:
            return kept[synthetic]
        root = folder / str(synthetic)
        shutil.copytree(ROOT / "geodata" / "built", root / "built", copy_function=os.link)
        source = "ETRACE_SYNTHETIC" if synthetic else "ETRACE_RECORDS"
        for part in batch.parts:
            frame = part.frame.assign(source_id=source)
            if "synthetic" in frame:
                frame = frame.assign(synthetic="yes" if synthetic else "no")
            line = {"of_table": part.table, "of_source": source, "edition_id": f"{source}/1", "part_column": ""}
            rows: Any = frame.to_dict("records")
            found = arrow_table(BY_NAME[part.table], rows, [line])
            pq.write_table(found, root / "built" / "tables" / f"{part.table}.parquet")
        path = root / "built" / "cards.json"
        cards = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()  # the file is shared with what ships
        path.write_text(json.dumps(cards | {source: card | {"id": source}}), encoding="utf-8")
        kept[synthetic] = Store(root)
        return kept[synthetic]

    return store


def chart(store: Store, name: str, lang: str = "en") -> Chart:
    return charts.chart(name, ViewState(lang=lang), store)


def test_the_charts_are_there_only_with_the_records(store: Store, made: Made) -> None:
    assert charts.names(store) == charts.CHARTS
    assert charts.names(made(False)) == (*charts.CHARTS, *NAMES)
    with pytest.raises(KeyError):
        chart(store, "records_pairs")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", NAMES)
def test_each_chart_says_base_period_authority_and_what_is_suppressed(made: Made, name: str, lang: str) -> None:
    found = chart(made(False), name, lang)
    assert found.period == "2023"
    assert found.kind == "observed"
    assert "{" not in found.summary + found.caption + found.base + "".join(found.notes)
    assert any(HINTS["authority"] in note for note in found.notes)
    assert {column.id for column in found.columns} <= set(found.table.columns)
    assert found.table["share"].sum() <= 100.001
    assert ("→" in found.summary) == (name == "records_pairs")
    json.dumps(found.figure, allow_nan=False)


def test_a_suppressed_bar_has_a_word_and_a_hatch_and_no_number(made: Made) -> None:
    found = chart(made(False), "records_types")
    bars = found.figure["data"][0]
    shut = [at for at, row in enumerate(found.table.itertuples()) if "suppressed" in str(row.status)]
    rows, columns = found.export
    assert [column.header for column in columns] == ["Year", "Type or calibre", "Guns", "Status"]
    assert rows.loc[rows["status"].str.startswith("suppressed"), "firearms"].isna().all()
    for at in range(len(found.table)):
        assert (bars["marker"]["pattern"]["shape"][at] == "/") == (at in shut)
    words = [note["text"] for note in found.figure["layout"]["annotations"]]
    assert sum(word == "suppressed" for word in words) == len(shut)


def test_a_download_holds_every_pair_with_suppressed_zero_and_published_apart(made: Made) -> None:
    _, content = csv.file(download("records_pairs", ViewState(), made(False)))
    text = content.decode("utf-8-sig")
    assert "SYNTHETIC" not in text.splitlines()[0]
    rows = [line for line in text.splitlines() if line and not line.startswith("#")][1:]
    assert len(rows) == 9 * 57 * 33
    for word in ("suppressed (under 10", "zero", "published"):
        assert any(word in row for row in rows)
    cells = [row.rpartition(",")[0].rpartition(",")[2] for row in rows if "suppressed" not in row]
    assert not {cell for cell in cells if cell.isdigit() and 0 < int(cell) < 10}


def words(figure: dict[str, Any]) -> str:
    return " ".join(str(note["text"]) for note in figure["layout"].get("annotations", ()))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_synthetic_is_drawn_in_every_chart_and_first_in_every_file(made: Made, lang: str) -> None:
    store, view = made(True), ViewState(lang=lang)
    stopped = {"us_violence"}  # a source of it does not say whether it may be given away
    with pytest.raises(LicenceError, match="Gun Violence Archive"):
        download("us_violence", view, store)
    for name in (*(one for one in charts.names(store) if one not in stopped), "map-us", "map-mx"):
        _, content = csv.file(marked(download(name, view, store), store, lang))
        lines = content.decode("utf-8-sig").splitlines()
        assert lines[0].startswith("# SYNTHETIC")
        header, *rows = [line for line in lines if not line.startswith("#")]
        assert header.endswith("Synthetic" if lang == "en" else "Sintético")
        assert rows
        assert all("SYNTHETIC" in row.rpartition(",")[2] for row in rows)
    for name in charts.names(store):
        assert "SYNTHETIC" in words(chart(store, name, lang).figure)


@pytest.mark.parametrize("page", [evidence, home, district])
def test_every_figure_of_a_page_is_marked_under_a_banner(made: Made, page: ModuleType, tmp_path: Path) -> None:
    stores = Stores(Settings(geodata=made(True).root, state=tmp_path))
    for search in ("", "?map=both", "?d=D-tucson"):
        frame: Any = shell.render([page], stores, "/", page.PATH, search)
        graphs = [part for part in frame._traverse() if isinstance(part, dcc.Graph)]
        for graph in graphs:
            assert "SYNTHETIC" in words(graph.figure)  # type: ignore[attr-defined]
        said = [part.children for part in frame._traverse() if isinstance(part, html.P) and "shell-notice" in str(part)]
        assert any("SYNTHETIC" in str(one) for one in said)


def test_a_page_whose_figure_is_not_marked_is_not_shown(made: Made, tmp_path: Path, app: Dash) -> None:
    page: Any = ModuleType("page")
    page.PATH = "/bare"
    page.layout = lambda _view, _store: html.Div(dcc.Graph(figure={"data": [], "layout": {}}))
    stores = Stores(Settings(geodata=made(True).root, state=tmp_path))
    with app.server.app_context():
        frame: Any = shell.render([page], stores, "/", "/bare", "")
    assert not [part for part in frame._traverse() if isinstance(part, dcc.Graph)]
    with pytest.raises(DataError, match="SYNTHETIC"):
        verify([{"data": []}], made(True))


def test_real_records_carry_no_mark(made: Made) -> None:
    store = made(False)
    figure: dict[str, Any] = {"data": [], "layout": {}}
    assert stamped(figure, store, "en") is figure
    verify([figure], store)
    found = download("records_types", ViewState(), store)
    assert marked(found, store, "en") is found
