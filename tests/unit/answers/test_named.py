"""Ports, areas and places that sources print in English, in the words of each language."""

import io
import json
import re
from dataclasses import asdict
from typing import Any

import pypdf
import pytest

from corridors.answers import corridors_page, lens_file
from corridors.answers.brief import Brief, brief
from corridors.answers.district import offices
from corridors.answers.lens import lens
from corridors.answers.page_config import page_config
from corridors.answers.sayings_rivals import rivals
from corridors.exports import paper, slides
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text.named import NAMED, fiscal, named

# Words that describe a port, an area or a place in English; none of them is on a port's sign in Spanish.
ENGLISH = re.compile(
    r"\b(bridges?|ports?|crossings?|railroad|rail|ferry|gate|airport|field office|lake|dam|international|commercial|"
    r"park|counties|county|border|southbound|east|west|good neighbor|free trade|world trade|veterans|state|patrol)\b",
    re.IGNORECASE,
)
SIGNED = re.compile(r"Cross Border Xpress|San Ysidro PedWest")  # a company's and a gate's own names


def english(words: str) -> list[str]:
    return ENGLISH.findall(SIGNED.sub("", words))


def plain(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.fixture(scope="module")
def border(store: Store) -> list[str]:
    """The ids of the offices with a port or a sector of the border."""
    return [office.id for office in offices(store, "es") if lens(store, office.id, "es").role == "border"]


@pytest.fixture(scope="module")
def briefs(store: Store, border: list[str]) -> list[Brief]:
    return [brief(id, ViewState(lang="es"), store, "speaker") for id in border]


def test_no_english_word_of_a_port_or_area_is_in_a_spanish_brief(briefs: list[Brief]) -> None:
    assert len(briefs) >= 10
    for one in briefs:
        words: list[Any] = [one.about, one.ports, one.tied, one.unverified]
        words += [value for number in one.numbers for value in (number.label, number.place, number.base, number.period)]
        words += [value for said in one.cards for value in (said.say, said.base, *said.not_shown)]
        assert not [(one.title, said, found) for said in words if (found := english(said))]


def test_neither_the_file_nor_the_slides_print_a_name_that_has_spanish_words(briefs: list[Brief], store: Store) -> None:
    from pptx import Presentation  # noqa: PLC0415 - only this test reads slides

    printed = {name for name in NAMED if english(name)}
    for one in briefs:
        pages = pypdf.PdfReader(io.BytesIO(paper.brief(one, store))).pages
        deck = Presentation(io.BytesIO(slides.brief(one, store)))
        shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
        for said in ("".join(page.extract_text() for page in pages), "".join(s.text_frame.text for s in shapes)):
            assert not [name for name in printed if plain(name) in plain(said)], one.title
        assert plain(one.ports) in plain("".join(page.extract_text() for page in pages))


def test_the_rows_of_a_lens_are_in_its_language(border: list[str], store: Store) -> None:
    for id in border:
        rows = lens_file.download(ViewState(lang="es", lens=(id,)), store).frame
        for column in ("label", "place", "rung"):
            assert not [words for words in rows[column] if english(words)], id
        assert not [words for words in rows["period"] if "FY" in words]
        assert lens_file.download(ViewState(lang="en", lens=(id,)), store).frame.shape == rows.shape


def test_every_port_and_area_that_describes_has_spanish_words(store: Store) -> None:
    ports = [asdict(port)["name"] for office in offices(store, "en") for port in lens(store, office.id, "en").ports]
    areas = [row["area"] for row in store.layout("lens/sectors")] + list(store.table("southbound_seizures")["area"])
    waypoints = list(store.table("published_routes")["waypoint"])
    assert len(set(ports)) == len(store.web_json("layers")["ports"])
    assert not [name for name in {*ports, *areas, *waypoints} if english(named(name, "es"))]


def test_every_reviewed_name_is_one_that_a_source_prints(store: Store) -> None:
    ports = {row[key] for row in store.web_json("layers")["ports"] for key in ("name_en", "us_city")}
    areas = set(store.table("southbound_seizures")["area"]) | {row["area"] for row in store.layout("lens/sectors")}
    bought = store.table("trace_source_places")
    places = (
        set(store.table("published_routes")["waypoint"]) | set(bought["source_area"]) | set(bought["recovery_area"])
    )
    cbp = {"Office of Field Operations", "U.S. Border Patrol", "Air and Marine Operations"}  # of a file to import
    assert set(NAMED) <= ports | areas | places | cbp


def test_an_office_that_only_an_import_brings_follows_the_rule() -> None:
    assert named("Houston Field Office", "es") == "Oficina de Campo de Houston"
    assert named("Blaine Sector", "es") == "Sector Blaine"
    assert named("Cook County, Illinois", "es") == "Condado de Cook, Illinois"
    assert named("Houston Field Office", "en") == "Houston Field Office"
    assert named("Otay Mesa / Mesa de Otay", "es") == "Otay Mesa / Mesa de Otay"
    assert named("Culiacan, Sin", "en") == "Culiacán, Sin"
    assert fiscal("FY2024 Oct-Jul", "es") == "AF2024 oct–jul"
    assert fiscal("FY2024 Oct-Jul", "en") == "FY2024 Oct-Jul"


def test_rival_figures_of_seizures_name_offices_in_the_language(store: Store) -> None:
    said = rivals(("southbound",), store, "es")
    assert said
    assert not [line for line in said if english(line.partition(", ")[0]) or "FY" in line]


def test_the_layers_of_the_maps_have_the_same_words(store: Store) -> None:
    told = json.loads(page_config(ViewState(lang="es"), store))["named"]
    assert json.loads(corridors_page.page_config(ViewState(lang="es"), store))["named"] == told
    assert told["Bridge of the Americas"] == "Puente de las Américas"
    assert told["Pima County, Arizona"] == "Condado de Pima, Arizona"
    assert "Bridge of the Americas" not in json.loads(page_config(ViewState(lang="en"), store))["named"]
