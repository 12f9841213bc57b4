"""Files of data: numbers as they were, no formula, geometry in its place, and the stamp inside."""

import io
import json
import re
import zipfile
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from shapely.geometry import shape

from corridors.answers.chart import Column
from corridors.answers.download import COUNTED, Download, download
from corridors.answers.licences import FEW
from corridors.answers.stamp import Stamp
from corridors.answers.taken import things
from corridors.errors import CorridorsError
from corridors.exports import csv, xlsx
from corridors.exports.formats import FORMATS, OF_PLACES, Taken, file, take, why_not
from corridors.model.measures import BY_ID
from corridors.model.view import ViewState
from corridors.store import Store

CORRIDORS = "corridors-2022-2023-fitted-ports-seizures"
ES = ViewState(lang="es", years=(2022, 2023))
PLAIN = Stamp(
    "A title", "One sentence.", "all guns", "2022", ("Years chosen: 2022",), ("Source: x",), "en", "2026-10-31",
    "2202-SX9E", "Draft",
)  # fmt: skip


@pytest.fixture(scope="module")
def all_taken(store: Store) -> dict[str, Taken]:
    """Everything that leaves the product, with its stamp and a marking."""
    names = [name for name in (*things(store), CORRIDORS) if name not in ("us_violence", "early_checks")]
    return {name: take(name, ES, store, "onward") for name in names}


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_workbook_holds_the_rows_and_the_stamp(all_taken: dict[str, Taken]) -> None:
    for one in all_taken.values():
        found = sheets(file("xlsx", one)[1])
        assert list(found) == ["Datos", "Acerca de"]
        head, *rows = found["Datos"]
        assert head == [column.header for column in one.download.columns]
        assert len(rows) == len(one.download.frame)
        at = next(at for at, column in enumerate(one.download.columns) if column.digits is not None)
        for row, value in zip(rows, one.download.frame[one.download.columns[at].id], strict=True):
            assert (row[at] == "") if pd.isna(value) else row[at] == pytest.approx(float(value))
        about = "\n".join(str(cell) for row in found["Acerca de"] for cell in row)
        for said in (one.stamp.code, one.stamp.made, "No redistribuir", one.store.data_version, "Español"):
            assert said in about


def test_a_workbook_has_the_same_bytes_each_time_and_a_frozen_header(all_taken: dict[str, Taken]) -> None:
    one = all_taken["pairs"]
    content = file("xlsx", one)[1]
    assert content == file("xlsx", one)[1]
    parts = zipfile.ZipFile(io.BytesIO(content))
    assert 'state="frozen"' in parts.read("xl/worksheets/sheet1.xml").decode()
    assert one.stamp.made in parts.read("docProps/core.xml").decode()
    assert not any("theme" not in name and "vba" in name for name in parts.namelist())


WORDS = st.text(max_size=40) | st.sampled_from(
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")", "{=1}", "http://x.example", "007"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_text_is_ever_a_formula_a_link_or_a_number_in_a_workbook(words: list[str]) -> None:
    rows = Download(
        "x", pd.DataFrame({"t": words, "n": 1.5}), (Column("t", words[0]), Column("n", "N", 1)), tuple(words)
    )
    content = xlsx.file(rows, PLAIN)[1]
    parts = zipfile.ZipFile(io.BytesIO(content))
    for name in parts.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            sheet = parts.read(name).decode()
            assert "<f>" not in sheet
            assert "<hyperlink" not in sheet
    # What XML cannot hold is left out; calamine reads line ends as XML does.
    clean = [re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", word) for word in words]
    read = [row[0] for row in sheets(content)["Data"][1:]]
    for said, found in zip(clean, read, strict=False):
        assert isinstance(found, str)
        assert found.split() == said.split() or "\ufffe" in said or "\uffff" in said


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_text_is_ever_a_formula_in_a_csv(words: list[str]) -> None:
    rows = Download("x", pd.DataFrame({"t": words}), (Column("t", words[0]),), tuple(words))
    for line in csv.file(rows)[1].decode().removeprefix(csv.BOM).split("\r\n"):
        assert not line.lstrip(' "').startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_geojson_file_has_each_row_in_its_place(all_taken: dict[str, Taken]) -> None:
    for one in all_taken.values():
        if why_not("geojson", one):
            continue
        found = json.loads(file("geojson", one)[1])
        assert (found["type"], len(found["features"])) == ("FeatureCollection", len(one.download.frame))
        for feature in found["features"][:60]:
            if feature["geometry"] is None:
                continue
            drawn = shape(feature["geometry"])
            west, south, east, north = drawn.bounds
            assert -180 <= west <= east <= 180
            assert 14 < south <= north < 72
            if drawn.geom_type == "Polygon":
                assert drawn.exterior.is_ccw
        said = found["corridors"]
        assert (said["code"], said["marking"], said["language"]) == (one.stamp.code, "No redistribuir", "es")
        assert said["base"]
        assert said["geometry"]


def test_the_rate_of_a_state_stands_with_its_outline(store: Store) -> None:
    found = json.loads(file("geojson", take("map-us", ViewState(years=(2022, 2023)), store))[1])
    (texas,) = [one for one in found["features"] if one["properties"]["id"] == "US-TX"]
    assert texas["properties"]["num"] == 7_825
    assert shape(texas["geometry"]).contains(shape({"type": "Point", "coordinates": [-99, 31]}))
    (ohio,) = [one for one in found["features"] if one["properties"]["id"] == "US-OH"]
    assert (ohio["properties"]["value"], ohio["properties"]["status"]) == (None, "not published")


def test_a_pair_is_a_line_that_says_that_it_is_no_route(all_taken: dict[str, Taken]) -> None:
    found = json.loads(file("geojson", all_taken["pairs"])[1])
    kinds = [one["geometry"] and one["geometry"]["type"] for one in found["features"]]
    assert kinds == ["LineString"] * 5 + [None]
    assert "no son rutas" in found["corridors"]["geometry"]


def test_a_geoparquet_file_reads_back_in_geopandas(all_taken: dict[str, Taken]) -> None:
    for one in all_taken.values():
        if why_not("parquet", one):
            continue
        content = file("parquet", one)[1]
        frame = gpd.read_parquet(io.BytesIO(content))
        assert len(frame) == len(one.download.frame)
        assert frame.crs.to_epsg() == 4326 or frame.crs.to_authority() == ("OGC", "CRS84")
        assert frame.geometry.dropna().is_valid.all()
        metadata = pq.read_schema(io.BytesIO(content)).metadata
        assert json.loads(metadata[b"geo"])["version"] == "1.1.0"
        assert json.loads(metadata[b"corridors"])["code"] == one.stamp.code


def test_municipalities_have_their_outlines(store: Store) -> None:
    one = take("map-mx", ViewState(mx="municipal_homicides", years=(2010, 2010)), store)
    frame = gpd.read_parquet(io.BytesIO(file("parquet", one)[1]))
    assert len(frame) > 2_300
    assert frame.geometry.notna().all()


def test_rows_without_places_are_not_offered_as_geometry(all_taken: dict[str, Taken]) -> None:
    for format in OF_PLACES:
        assert why_not(format, all_taken["totals"]) == "places"
        with pytest.raises(CorridorsError, match="name no place"):
            file(format, all_taken["totals"])


def test_nothing_that_leaves_has_a_make_a_zip_code_or_a_unit_with_fewer_than_five_dealers(
    store: Store, all_taken: dict[str, Taken]
) -> None:
    words = re.compile(r"\b(zip|make|manufacturer|marca|código postal)\b", re.IGNORECASE)
    for one in all_taken.values():
        assert not [column for column in one.download.columns if words.search(f"{column.id} {column.header}")]
    counted = [id for id in store.cube["measures"] if id.startswith(COUNTED)]
    assert counted
    for id in counted:
        frame = download("map-us", ViewState(us=id, years=(2016, 2016)), store).frame
        assert (frame["num"].isna() | (frame["num"] == 0) | (frame["num"] >= FEW)).all()


def test_a_state_with_fewer_than_five_dealers_is_withheld(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    measure = store.cube["measures"]["dealers_per_100k"]
    at = len(measure["periods"]) - 1
    counts = [list(row) for row in measure["num"]]
    counts[at][0] = FEW - 1
    monkeypatch.setitem(measure, "num", counts)
    assert BY_ID["dealers_per_100k"].group == "market"
    row = download("map-us", ViewState(us="dealers_per_100k", years=(2024, 2024)), store).frame.iloc[0]
    assert pd.isna(row["num"])
    assert pd.isna(row["value"])
    assert row["status"] == "withheld: fewer than 5"


def test_every_format_has_a_media_type() -> None:
    assert {"csv", "xlsx", "geojson", "parquet"} <= set(FORMATS)
    assert all("/" in media for media, _ in FORMATS.values())
