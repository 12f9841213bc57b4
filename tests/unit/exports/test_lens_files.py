"""The files of a lens: named after their consulate, with every number of it, on pages and slides that are full."""

import csv
import io
import json

import pandas as pd
import pptx
import pypdf
import pytest
from shapely.geometry import shape

from corridors.answers.download import Download
from corridors.answers.lens import lens
from corridors.exports.brief_parts import apart
from corridors.exports.formats import FORMATS, file, take
from corridors.exports.geometry import geometries
from corridors.exports.page_parts import page_of, shares
from corridors.exports.slide_rows import KEPT, spread
from corridors.model.view import ViewState
from corridors.store import Store

# Three of the border, two of capitals, five others (two of them with many states), and one without a district.
OFFICES = ("laredo", "nogales", "douglas", "sacramento", "austin", "chicago", "houston", "salt-lake-city", "boston",
           "washington", "san-juan")  # fmt: skip
TOP, FOOT = 740.0, 45.0  # points: what a page prints lies between them


def view(office: str, lang: str = "es") -> ViewState:
    return ViewState(lang=lang, lens=tuple(f"D-{one}" for one in office.split(",")))


def plain(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_named_after_its_consulate(format: str, lang: str, store: Store) -> None:
    one = take("lens", view("san-diego", lang), store)
    assert file(format, one)[0] == f"corridors-lens-san-diego.{format}"
    assert take("lens", view("nogales,el-paso", lang), store).download.name == "lens-nogales-el-paso"


@pytest.mark.parametrize(("lang", "head"), [("es", "Consulado"), ("en", "Consulate")])
def test_each_row_names_its_consulate(lang: str, head: str, store: Store) -> None:
    content = file("csv", take("lens", view("nogales,san-juan", lang), store))[1].decode("utf-8-sig")
    rows = list(csv.DictReader(line for line in content.splitlines() if not line.startswith("#")))
    assert next(iter(rows[0])) == head
    assert {row[head] for row in rows} == {"Nogales", "San Juan"}
    assert len(rows) == 1 + sum(len(section.figures) for section in lens(store, "D-nogales", lang).sections)
    assert not [row for row in rows if row["Base"].startswith("Base")]


def test_a_number_of_a_district_or_a_state_has_its_outline(store: Store) -> None:
    features = json.loads(file("geojson", take("lens", view("nogales,san-juan"), store))[1])["features"]
    shaped = {one["properties"]["place_id"]: one["geometry"] for one in features}
    assert {place: shape and shape["type"] for place, shape in shaped.items()} == {
        "D-nogales": "MultiPolygon", "US-AZ": "Polygon", None: None,
    }  # fmt: skip
    lon, lat = shape(shaped["D-nogales"]).representative_point().coords[0]
    assert (round(lon), int(lat)) == (-111, 31)
    assert shape(shaped["D-nogales"]).within(shape(shaped["US-AZ"]).buffer(0.05))
    sectors = [one for one in features if "frontera" in one["properties"]["rung"]]
    assert sectors
    assert not [one for one in sectors if one["geometry"]]  # a part of the border has no outline here


def test_a_district_is_its_counties_without_the_borders_between_them(store: Store) -> None:
    counties = {one["id"]: shape(one["geometry"]) for one in store.web_json("us_counties")["features"]}
    for id, row in store.web_json("districts").items():
        frame = pd.DataFrame({"place_id": [id]})
        (outline,) = geometries(Download("lens", frame, (), (), places=("place_id",)), store)
        assert shape(outline).is_valid, id
        assert shape(outline).area == pytest.approx(sum(counties[county].area for county in row["counties"])), id


def filled(page: pypdf.PageObject) -> float:
    """The part of a page that its words reach down to."""
    ends: list[float] = []

    def seen(words: str, page: list[float], line: list[float], *_: object) -> None:
        if words.strip():
            ends.append(line[4] * page[1] + line[5] * page[3] + page[5])

    page.extract_text(visitor_text=seen)
    return (TOP - min(end for end in ends if end > FOOT)) / (TOP - FOOT)


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("office", OFFICES)
def test_a_pdf_has_every_number_and_no_page_is_nearly_empty(office: str, lang: str, store: Store) -> None:
    one = take("lens", view(office, lang), store)
    pages = pypdf.PdfReader(io.BytesIO(file("pdf", one)[1])).pages
    said = [plain(page.extract_text()) for page in pages]
    found = lens(store, f"D-{office}", lang)
    labels = [figure.label for section in found.sections for figure in section.figures]
    assert not [label for label in labels if plain(label) not in "".join(said)]
    assert all(plain(figure.value) in "".join(said) for section in found.sections for figure in section.figures)
    if labels:
        assert min(map(filled, pages)) > 0.4
        assert all(plain(label) in said[-1] for label in labels[-KEPT:])  # no row alone on a page


@pytest.mark.parametrize("office", ["laredo", "chicago"])
def test_slides_have_every_number_and_their_sources(office: str, store: Store) -> None:
    one = take("lens", view(office), store)
    deck = pptx.Presentation(io.BytesIO(file("pptx", one)[1]))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    found = lens(store, f"D-{office}", "es")
    labels = [figure.label for section in found.sections for figure in section.figures]
    told = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert told == labels
    assert all(len(table.rows) > KEPT for table in tables)
    sources = next(shape for shape in deck.slides[-1].shapes if shape.name == "sources")
    assert sources.text_frame.text.split("\n") == list(one.stamp.citation)


def test_rows_that_do_not_fit_go_to_the_next_slide_and_never_alone() -> None:
    rows = [(f"row {at}", "words") for at in range(11)]
    slides = spread(("head", "words"), rows, [([100.0, 100.0], 80.0)] * 2, 9)
    assert [row for slide in slides for row in slide[1:]] == rows
    assert {slide[0] for slide in slides} == {("head", "words")}
    assert min(map(len, slides)) > KEPT
    (alone,) = spread(("head", "words"), rows, [([100.0, 100.0], 80.0)], 9)
    assert len(alone) < len(rows)


def test_a_long_column_gets_more_room_and_a_short_one_enough(store: Store) -> None:
    one = take("lens", view("chicago"), store)
    found = page_of("lens", one.view, one.download, one.stamp, store)
    parts = shares(found.rows)
    assert sum(parts) == pytest.approx(1)
    assert max(parts) == parts[3]  # the base
    assert min(parts) * 712 > 60  # pixels: "observado" in one line


def test_a_base_that_begins_before_its_words_is_whole() -> None:
    say = "Every other pair is an estimate. Base: the 18,206 guns traced, 2022–2023."
    assert apart(say, "guns traced") == ("Every other pair is an estimate.", "The 18,206 guns traced, 2022–2023")
    assert apart("A claim. Base: all of them.", "all of them.") == ("A claim.", "All of them")
    assert apart("A claim.", "all of them.") == ("A claim.", "All of them")
