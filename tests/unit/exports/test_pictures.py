"""Every chart, map and table as a picture from the command line: what stands on it, read from its own bytes."""

import io
import re
import struct
import xml.etree.ElementTree as ET
import zlib

import numpy as np
import pptx
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image, PngImagePlugin

from corridors.answers import charts
from corridors.answers.download import LicenceError
from corridors.answers.taken import things
from corridors.exports.chart import WIDTH, chart
from corridors.exports.chart_axes import scale
from corridors.exports.chart_notes import runs, solid
from corridors.exports.drawing import Area, Words
from corridors.exports.formats import Taken, file, take
from corridors.exports.letters import width, wrapped
from corridors.exports.page_parts import page_of, shown
from corridors.exports.sheet import EDGE, SHEET
from corridors.model.kinds import Kind
from corridors.model.view import ViewState
from corridors.store import Store
from tools.serving import ROOT

SHIPPED = Store(ROOT / "geodata")
STOPPED = "us_violence"  # its source does not say whether its rows may be given away
NAMES = [*(name for name in things(SHIPPED) if name != STOPPED), "lens", "corridors-fitted-ports-seizures"]
SVG = "{http://www.w3.org/2000/svg}"
MARK = re.compile("ESTIMATE|ESTIMACIÓN")


def taken(name: str, lang: str, store: Store, marking: str = "") -> Taken:
    lens = ("D-san-diego",) if name == "lens" else ()
    return take(name, ViewState(lang=lang, lens=lens, years=(2022, 2023)), store, marking)


def drawn(one: Taken) -> tuple[ET.Element, str]:
    """An SVG as a tree, and its letters in the order in which they stand."""
    root = ET.fromstring(file("svg", one)[1])
    return root, " ".join(node.text or "" for node in root.iter(f"{SVG}text"))


def plain(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", NAMES)
def test_the_stamp_stands_in_the_picture_as_letters(name: str, lang: str, store: Store) -> None:
    one = taken(name, lang, store, "draft")
    root, said = drawn(one)
    letters = plain(said)
    stamp = one.stamp
    for words in (stamp.title, stamp.say, stamp.base, stamp.period, stamp.code, stamp.made, stamp.marking.upper()):
        assert plain(words) in letters
    for line in (*stamp.citation, *stamp.filters, *stamp.tail, *stamp.not_shown):
        assert plain(line) in letters
    if one.download.kind == Kind.MODELLED:
        assert MARK.search(said)
    # Nothing of it is beside the sheet, and it holds no script, link or style.
    assert {node.tag for node in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "defs", "pattern", "rect", "path", "circle", "text")
    }
    tall = float(root.attrib["height"])
    for node in root.iter(f"{SVG}text"):
        assert 0 <= float(node.attrib["x"]) <= SHEET
        assert 0 <= float(node.attrib["y"]) <= tall


@pytest.mark.parametrize("name", ["origins", "map-us", "lens", "early_notice"])
def test_a_png_is_the_sheet_at_twice_the_size_with_its_words_in_its_fields(name: str, store: Store) -> None:
    one = taken(name, "es", store)
    filename, content = file("png", one)
    assert filename == f"corridors-{one.download.name}.png"
    image = Image.open(io.BytesIO(content))
    assert isinstance(image, PngImagePlugin.PngImageFile)
    root, _ = drawn(one)
    assert image.size == (2 * round(SHEET), 2 * round(float(root.attrib["height"])))
    fields = {key: str(words) for key, words in image.text.items()}
    assert fields["Title"] == one.stamp.title
    assert one.stamp.code in fields["Comment"]
    assert all(line in fields["Description"] for line in one.stamp.citation)
    # The line of the code is printed: its letters are dark on white.
    at = max(float(node.attrib["y"]) for node in root.iter(f"{SVG}text"))
    strip = np.asarray(image.convert("L"))[round(2 * at - 18) : round(2 * at + 2)]
    assert (strip < 100).sum() > 500
    assert (np.asarray(image.convert("L"))[:, : round(EDGE)] > 250).all()
    assert file("png", one)[1] == content  # the same day, the same bytes


def test_every_chunk_of_a_png_has_its_sum(store: Store) -> None:
    content = file("png", taken("origins", "en", store))[1]
    at, kinds = 8, []
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        body = content[at + 4 : at + 8 + size]
        assert struct.unpack(">I", content[at + 8 + size : at + 12 + size])[0] == zlib.crc32(body)
        kinds.append(body[:4])
        at += 12 + size
    assert (kinds[0], kinds[-1], kinds.count(b"iTXt")) == (b"IHDR", b"IEND", 3)


@pytest.mark.parametrize("form", ["png", "svg", "pdf", "pptx", "csv", "xlsx", "geojson", "parquet"])
def test_a_source_that_may_not_be_given_away_stops_every_form(form: str, store: Store) -> None:
    with pytest.raises(LicenceError, match="Gun Violence Archive"):
        file(form, taken(STOPPED, "en", store))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", [*charts.names(SHIPPED), *charts.SAID, "backtest", *charts.analyses(SHIPPED)])
def test_a_chart_is_painted_whole_and_no_sign_is_missing_in_the_font(name: str, lang: str, store: Store) -> None:
    answer = charts.chart(name, ViewState(lang=lang), store)
    made = chart(answer.figure, store, answer.summary, lang)
    assert made.width == WIDTH
    words = [item for item in made.items if isinstance(item, Words)]
    font = TTFont(ROOT / "src" / "corridors" / "exports" / "fonts" / "corridors-sans.ttf").getBestCmap()
    assert not {letter for item in words for letter in item.text if ord(letter) not in font}
    for note in answer.figure["layout"].get("annotations", ()):
        for row in str(note["text"]).split("<br>"):
            for part, _, _ in runs(row):
                assert not part.strip() or part.strip() in [item.text for item in words]
    # A number as long as its bar: the longest bar of a chart has the largest value.
    bars = [trace for trace in answer.figure["data"] if trace["type"] == "bar" and trace.get("orientation") == "h"]
    if name == "origins":
        areas = [item for item in made.items if isinstance(item, Area) and item.paint.opacity < 1]
        values = [float(value) for value in bars[0]["x"]]
        lengths = [float(np.ptp(area.rings[0][:, 0])) for area in areas[: len(values)]]
        assert np.allclose(np.array(lengths) / lengths[0], np.array(values) / values[0])


def test_an_axis_places_values_and_names_its_ticks() -> None:
    linear = scale({"range": [0, 100], "dtick": 50, "tickformat": ",d"}, [[0, 100]], (10, 210))
    assert (linear.place(50), linear.ticks("en")) == (110, [(10, "0"), (110, "50"), (210, "100")])
    assert not linear.holds(101)
    turned = scale({"range": [2.5, -0.5], "tickvals": [0, 1, 2], "ticktext": ["a", "b", "c"]}, [], (300, 0))
    assert [words for _, words in turned.ticks("en")] == ["a", "b", "c"]
    assert [at for at, _ in turned.ticks("en")] == sorted(at for at, _ in turned.ticks("en"))
    years = scale({"range": [2009.5, 2025.5], "dtick": 5, "tick0": 1990, "tickformat": "d"}, [], (0, 100))
    assert [words for _, words in years.ticks("es")] == ["2010", "2015", "2020", "2025"]
    named = scale({"type": "category", "categoryarray": ["x", "y"]}, [["y", "x"]], (0, 100))
    assert (named.place("x"), named.place("y")) == (25, 75)
    own = scale({"rangemode": "tozero"}, [[3.0, None, 9.0]], (100, 0))
    assert own.ends[0] == 0
    assert own.holds(9)


def test_words_are_measured_broken_and_coloured() -> None:
    assert width("iii", 10) < width("mmm", 10) < width("mmm", 10, bold=True)
    lines = wrapped("one two three four five six seven", 12, 80)
    assert " ".join(lines) == "one two three four five six seven"
    assert len(lines) > 2
    assert all(width(line, 12) <= 80 for line in lines)
    long = "https://example.org/" + "a" * 90
    assert "".join(wrapped(long, 12, 120)) == long
    assert runs("<b>7,825</b> · 43&nbsp;%") == [("7,825", True, ""), (" · 43\xa0%", False, "")]
    assert runs("<span style='color:#3c83b5'>●</span> all") == [("●", False, "#3c83b5"), (" all", False, "")]
    assert (solid("rgba(0,0,0,0.5)"), solid("#102030")) == ("#808080", "#102030")


def test_a_slide_says_filters_and_language(store: Store) -> None:
    deck = pptx.Presentation(io.BytesIO(file("pptx", taken("origins", "es", store))[1]))
    card = next(shape for shape in deck.slides[0].shapes if shape.name == "card")
    assert "Idioma: Español" in card.text_frame.text
    assert "Años elegidos: 2022–2023" in card.text_frame.text


@pytest.mark.parametrize(
    ("measure", "tag", "least"), [("municipal_share_of_state", "path", 2_400), ("municipal_homicides", "circle", 800)]
)
def test_a_map_of_municipalities_is_drawn_to_its_edges(measure: str, tag: str, least: int, store: Store) -> None:
    one = take("map-mx", ViewState(mx=measure), store)
    root, said = drawn(one)
    assert sum(1 for _ in root.iter(f"{SVG}{tag}")) > least
    assert ("over " in said) == (tag == "path")  # the key of the classes; symbols have none
    page = page_of("map-mx", one.view, one.download, one.stamp, store)
    made = shown("map-mx", one.view, page, store, WIDTH, 430)
    assert made is not None
    # Baja California reaches beyond the frame of the screen: no outline lies along the edge of the picture.
    rings = np.vstack([ring for area in made.items if isinstance(area, Area) for ring in area.rings])
    assert rings[:, 0].min() > 0
    assert rings[:, 1].min() > 0
    assert (rings.max(axis=0) < [made.width, made.height]).all()
