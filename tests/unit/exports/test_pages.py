"""Any chart or map on one page of PDF and on one slide, with its base, its code and what it does not show."""

import io

import pptx
import pypdf
import pytest

from corridors.exports.brief_parts import apart
from corridors.exports.formats import file, take
from corridors.exports.page_parts import keys
from corridors.model.view import ViewState
from corridors.store import Store

VIEWS = [
    ("map-us", ViewState(us="checks_per_100k")),
    ("map-us", ViewState(us="traced_to_mexico")),
    ("map-mx", ViewState(lang="es")),
    ("map-mx", ViewState(mx="municipal_homicides")),
    ("map-both", ViewState()),
    ("origins", ViewState(lang="es")),
    ("totals", ViewState()),
    ("lens", ViewState(lens=("D-san-diego",))),
]


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_a_page_says_what_its_stamp_says(name: str, view: ViewState, store: Store) -> None:
    one = take(name, view, store)
    filename, content = file("pdf", one)
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    said = "".join("".join(page.extract_text() for page in pages).split())
    assert filename.endswith(".pdf")
    assert "".join(one.stamp.code.split()) in said
    assert "".join(apart(one.stamp.say, one.stamp.base)[0].split())[:60] in said
    assert len(pages) == 1 or name == "lens"


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_a_slide_has_its_picture_or_its_table(name: str, view: ViewState, store: Store) -> None:
    one = take(name, view, store)
    deck = pptx.Presentation(io.BytesIO(file("pptx", one)[1]))
    slide, *more = deck.slides
    assert bool(more) == (name == "lens")
    shapes = {shape.name: shape for shape in slide.shapes}
    assert {"card", "foot"} <= set(shapes)
    assert one.stamp.code in shapes["foot"].text_frame.text
    assert shapes[name].has_chart == (name == "origins")


def test_the_key_of_a_map_has_a_line_for_each_class(store: Store) -> None:
    classes = store.cube["measures"]["checks_per_100k"]["classes"]["quantile"]
    assert len(keys("map-us", ViewState(us="checks_per_100k"), store)) == len(classes) + 2
    assert keys("map-us", ViewState(us="traced_to_mexico"), store) == []
