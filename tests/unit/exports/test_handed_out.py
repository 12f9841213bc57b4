"""What a brief shows to those who get it: no name cut or covered, a source at each number, nothing of a template."""

import io
import shutil
import zipfile
from itertools import pairwise
from pathlib import Path

import pptx
import pytest

from corridors.answers.both import source_line
from corridors.answers.brief import Brief, brief
from corridors.answers.district import offices
from corridors.exports import slides
from corridors.exports.brief_parts import district_drawing, district_keys, parts
from corridors.exports.briefs import Order, key
from corridors.exports.drawing import Words
from corridors.exports.letters import width
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

FEW = ("D-san-diego", "D-milwaukee", "D-san-juan")  # a seat's county alone; approximate; no district


def of(office: str, lang: str, store: Store) -> Brief:
    return brief(office, ViewState(lang=lang), store, "audience")


def box(words: Words) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the letters of a line."""
    wide = width(words.text, words.size, words.bold)
    left = words.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
    return left, words.y - words.size * 0.4, left + wide, words.y + words.size * 0.4


@pytest.mark.parametrize("lang", ["es", "en"])
def test_no_name_on_the_map_of_a_district_is_cut_or_lies_on_another(lang: str, store: Store) -> None:
    wrong: list[str] = []
    for office in offices(store, lang):
        drawn = district_drawing(of(office.id, lang, store), store, 252, 236)
        words = [item for item in drawn.items if isinstance(item, Words)]
        boxes = sorted((box(item), item.text) for item in words)
        wrong += [
            f"{office.id}: {said} is cut"
            for (left, top, right, bottom), said in boxes
            if left < 0 or top < 0 or right > drawn.width or bottom > drawn.height
        ]
        wrong += [
            f"{office.id}: {a} lies on {b}"
            for at, ((_, top, right, bottom), a) in enumerate(boxes)
            for (left, high, _, low), b in boxes[at + 1 :]
            if left < right and high < bottom and low > top
        ]
    assert wrong == []


def test_a_county_known_as_the_seat_alone_is_not_called_one_that_a_source_names(store: Store) -> None:
    said = {office: [words for words, _ in district_keys(of(office, "en", store), store)] for office in FEW}
    named = text("brief.key.sourced", "en")
    seat = text("brief.key.county", "en")
    assert (named in said["D-san-diego"], seat in said["D-san-diego"]) == (False, True)
    assert (named in said["D-milwaukee"], seat in said["D-milwaukee"]) == (False, True)
    assert said["D-san-juan"] == []
    assert named in [words for words, _ in district_keys(of("D-chicago", "en", store), store)]


def test_an_office_without_a_district_is_not_promised_on_a_map_that_lacks_it(store: Store) -> None:
    found = parts(of("D-san-juan", "en", store), store)
    assert found["map"]["title"] == "The United States"


@pytest.mark.parametrize("office", FEW)
def test_a_deck_carries_nothing_of_the_template_it_was_made_from(office: str, store: Store) -> None:
    with zipfile.ZipFile(io.BytesIO(slides.brief(of(office, "es", store), store))) as file:
        names = file.namelist()
        everything = b"".join(file.read(name) for name in names)
    assert [name for name in names if "printer" in name or "thumbnail" in name or name == "docProps/app.xml"] == []
    assert b"Macintosh" not in everything


@pytest.mark.parametrize("office", FEW)
def test_a_deck_says_what_is_unverified_and_the_source_of_each_number(office: str, store: Store) -> None:
    found = of(office, "es", store)
    deck = pptx.Presentation(io.BytesIO(slides.brief(found, store)))
    said = ["\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame) for page in deck.slides]
    assert found.unverified in said[0]
    for number in found.numbers:
        assert f"{text('brief.sources', 'es')} {', '.join(map(str, number.refs))}" in said[0]
    assert source_line(store, "es") in said[1]


def test_the_heads_of_the_law_table_are_bold_for_the_states_of_the_district_alone(store: Store) -> None:
    found = of("D-san-diego", "es", store)
    assert found.law is not None
    deck = pptx.Presentation(io.BytesIO(slides.brief(found, store)))
    table = next(shape.table for page in deck.slides for shape in page.shapes if shape.has_table)
    bold = [cell.text_frame.paragraphs[0].runs[0].font.bold for cell in table.rows[0].cells]
    assert bold == [True, *(at < found.law.own for at in range(len(found.law.states)))]


def test_a_deck_has_no_two_boxes_of_words_on_each_other(store: Store) -> None:
    for office in FEW:
        deck = pptx.Presentation(io.BytesIO(slides.brief(of(office, "es", store), store)))
        left = sorted(
            (shape.top, shape.height) for shape in deck.slides[0].shapes if shape.name in {"key", "unverified", "foot"}
        )
        assert all(top + tall <= below or top == below for (top, tall), (below, _) in pairwise(left))


@pytest.mark.parametrize("changed", ["messages/own.yml", "sayings.yml", "layouts/lens/sectors.csv"])
def test_a_brief_is_made_again_when_the_words_beside_the_data_change(
    changed: str, store: Store, tmp_path: Path
) -> None:
    for name in ("messages", "claims", "layouts"):
        shutil.copytree(store.shipped / name, tmp_path / name)
    for path in store.shipped.glob("*.yml"):
        shutil.copy(path, tmp_path / path.name)
    order, same = Order("D-san-diego", "es", "pdf"), Store(store.root, shipped=tmp_path)
    before = key(order, same)
    assert before == key(order, store)
    with (tmp_path / changed).open("a", encoding="utf-8") as file:
        file.write("# reviewed\n")
    assert key(order, Store(store.root, shipped=tmp_path)) != before
