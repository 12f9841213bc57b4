"""A story as slides: one a scene, native tables, and for an audience no note in the bytes."""

import io
import zipfile
from itertools import pairwise

import pytest
from pptx import Presentation

from corridors.errors import StoryError
from corridors.store import Store
from corridors.story.library import story
from corridors.story.notes import plain
from corridors.story.slides import slides
from corridors.text import text

OFFICES = {"your-district": "D-nogales"}


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("id", ["iron-river", "side-by-side", "your-district"])
def test_one_slide_a_scene_without_notes_for_an_audience(store: Store, id: str, lang: str) -> None:
    told = story(store, id)
    content = slides(told, store, lang, OFFICES.get(id, ""), 15)
    pages = Presentation(io.BytesIO(content)).slides
    assert len(pages) == len(told.scenes)
    assert all(page.shapes.title.text_frame.text for page in pages)
    tables = sum(shape.has_table for page in pages for shape in page.shapes)
    assert tables == sum(scene.show.startswith("law") for scene in told.scenes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "notesSlide" in name]
    said = [shape.text_frame.text for shape in pages[-1].shapes if shape.has_text_frame]
    assert any(text("message.neutral", lang) in words for words in said)


def test_the_speakers_slides_hold_the_notes_and_are_the_same_file_twice(store: Store) -> None:
    told = story(store, "iron-river")
    content = slides(told, store, "es", minutes=3, reader="speaker")
    pages = Presentation(io.BytesIO(content)).slides
    notes = [page.notes_slide.notes_text_frame.text for page in pages]
    assert notes == ["\n".join(plain(scene.notes["es"])) for scene in told.form(3)]
    assert content == slides(told, store, "es", minutes=3, reader="speaker")


def test_a_story_by_consulate_asks_for_one(store: Store) -> None:
    with pytest.raises(StoryError, match="consulate"):
        slides(story(store, "your-district"), store, "en")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    ("id", "office"),
    [("iron-river", ""), ("side-by-side", ""), ("your-district", "D-dallas"), ("your-district", "D-raleigh")],
)
def test_a_room_reads_the_slides_and_nothing_stands_below_them(store: Store, id: str, office: str, lang: str) -> None:
    """Titles of 28 points and more, words of 24; smaller are only bases, sources and the rung of a number."""
    pages = Presentation(io.BytesIO(slides(story(store, id), store, lang, office))).slides
    for page in pages:
        assert page.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt >= 28
        boxes = [shape for shape in page.shapes if shape.has_text_frame and shape.name != page.shapes.title.name]
        for shape in boxes:
            sizes = [run.font.size.pt for line in shape.text_frame.paragraphs for run in line.runs]
            least = 11 if shape.name == "foot" else 9 if shape.name.startswith("base-") else 24
            assert min(sizes) >= least, (shape.name, shape.text_frame.text)
        cells = [cell for shape in page.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
        assert all(run.font.size.pt >= 24 for cell in cells for run in cell.text_frame.paragraphs[0].runs)
        feet = [shape.top / 12700 for shape in page.shapes if shape.name == "foot"]
        for shape in (one for one in page.shapes if one.name != "foot"):
            end = (shape.top + shape.height) / 12700
            assert end <= min([540.0, *feet]) + 2, (page.shapes.title.text_frame.text, shape.name)
        rows = [shape for shape in boxes if shape.name.startswith("base-")]
        assert all(one.top + one.height <= two.top + 12700 for one, two in pairwise(rows)), "no number on another"
