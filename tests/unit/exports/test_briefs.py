"""The briefs: every word that they print is a fact of the store, with its base; nothing else is in the bytes."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pypdf
import pytest

from corridors.answers.brief import AUDIENCES, Audience, Brief, brief
from corridors.answers.brief_map import corridors_figure, district_figure
from corridors.answers.district import offices
from corridors.answers.lens import headline, lens
from corridors.answers.messages import NEUTRAL, messages
from corridors.exports import paper, slides
from corridors.exports.brief_parts import card, district_drawing
from corridors.exports.briefs import Order, key, made
from corridors.exports.drawing import Area
from corridors.exports.formats import file, take
from corridors.exports.picture import fill_of
from corridors.model.view import ViewState
from corridors.store import Store
from corridors.text import text

ROLES = ("D-san-diego", "D-sacramento", "D-chicago", "D-san-juan")  # border, capital, other, no district
FORBIDDEN = re.compile(
    r"\b(republican|democrat|senator|congressman|NRA|supplied by|hot spot|cartel|republicano|demócrata|senador|cártel|"
    r"ranking|grade)\b",
    re.IGNORECASE,
)


def plain(words: str) -> str:
    """Words without the spaces and hyphens that a line break makes."""
    return re.sub(r"[\s\u00a0\u00ad]+", "", words)


def read(content: bytes) -> tuple[int, str]:
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return len(pages), plain("".join(page.extract_text() for page in pages))


def of(office: str, lang: str, store: Store, whom: Audience = "audience") -> Brief:
    return brief(office, ViewState(lang=lang), store, whom)


@pytest.fixture(scope="module", params=[("es", 0), ("es", 1), ("en", 4)], ids=["es-even", "es-odd", "en-some"])
def printed(request: pytest.FixtureRequest, store: Store) -> list[tuple[Brief, int, str]]:
    """Every brief in Spanish, in two halves, and every fifth in English: (brief, pages, text)."""
    lang, part = request.param
    step, start = (5, 0) if lang == "en" else (2, part)
    found = [of(office.id, lang, store) for office in offices(store, lang)[start::step]]
    return [(one, *read(paper.brief(one, store))) for one in found]


def test_every_brief_prints_the_facts_of_its_lens(printed: list[tuple[Brief, int, str]], store: Store) -> None:
    for one, pages, said in printed:
        assert 1 <= pages <= 2, one.office.id
        found = lens(store, one.office.id, one.lang)
        for figure in headline(found):
            assert plain(figure.value) in said, (one.office.id, figure.id)
            assert plain(figure.label) in said, (one.office.id, figure.id)
            assert plain(figure.base.removeprefix("Base: "))[1:] in said, (one.office.id, figure.id)
        if found.law:
            assert all(plain(row.words) in said for row in found.law.rows), one.office.id
            assert plain(text("brief.law", one.lang, year=found.law.year)) in said


def test_no_claim_stands_without_its_base_and_what_it_does_not_show(
    printed: list[tuple[Brief, int, str]], store: Store
) -> None:
    for one, _, said in printed:
        assert len(one.numbers) == 5 or one.states, one.office.id
        for number in one.numbers:
            assert number.base
            assert number.refs, (one.office.id, number.label)
            assert plain(number.base) in said
        for saying in one.cards:
            parts = card(saying)
            assert plain(parts["say"]) in said
            assert plain(parts["base"]) in said
            assert all(plain(line) in said for line in parts["not_shown"])


def test_every_brief_is_neutral_and_says_what_mexico_has_to_do(
    printed: list[tuple[Brief, int, str]], store: Store
) -> None:
    by_id = {message.id: message for message in messages(store)}
    for one, _, said in printed:
        assert plain(text(NEUTRAL, one.lang)) in said
        if by_id["prevention"].holds and by_id["own"].holds:
            assert plain(by_id["prevention"].words(one.lang)) in said
            assert plain(by_id["own"].words(one.lang)) in said
        assert one.ask is None or one.own is not None
        words = [one.about, one.lede, *one.sources, *(n.label + n.base for n in one.numbers)]
        assert not [said for said in words if FORBIDDEN.search(said)]
        assert plain(one.code) in said
        assert one.data in said


@pytest.mark.parametrize("office", ROLES)
def test_a_pdf_is_tagged_vector_and_the_same_each_time(office: str, store: Store) -> None:
    found = of(office, "es", store)
    content = paper.brief(found, store, "abc")
    assert content == paper.brief(found, store, "abc")
    pdf = pypdf.PdfReader(io.BytesIO(content))
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "es"
    assert not any(page.images for page in pdf.pages)
    assert pdf.metadata is not None
    assert pdf.metadata.title
    assert pdf.metadata.author is None
    assert b"abc" in content or "abc" in str(pdf.metadata)


@pytest.mark.parametrize("format", ["pdf", "pptx"])
def test_the_public_gets_no_notes_and_the_speaker_does(format: str, store: Store) -> None:
    speaker = of("D-san-diego", "es", store, "speaker")
    found = {whom: made(Order("D-san-diego", "es", format, whom), store) for whom in AUDIENCES}
    if format == "pdf":
        texts = {whom: read(content)[1] for whom, content in found.items()}
    else:
        texts = {whom: plain("".join(_parts(content).values())) for whom, content in found.items()}
    for note in speaker.notes:
        assert plain(note.objection) in texts["speaker"]
        assert plain(note.objection) not in texts["audience"]
        assert plain(note.answer) not in texts["audience"]


def _parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        named = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        return {name: re.sub(r"<[^>]+>", "", file.read(name).decode()) for name in named}


def test_a_deck_for_the_public_names_nobody(store: Store) -> None:
    content = made(Order("D-san-diego", "es", "pptx"), store)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = file.namelist()
        core = file.read("docProps/core.xml").decode()
        dates = {entry.date_time[3:] for entry in file.infolist()}
    assert not [name for name in names if "notesSlide" in name or "comment" in name]
    assert "python-pptx" not in core
    assert re.findall(r"<dc:creator>[^<]+|<cp:lastModifiedBy>[^<]+", core) == []
    assert dates == {(0, 0, 0)}
    assert content == made(Order("D-san-diego", "es", "pptx"), store)


@pytest.mark.parametrize("office", ROLES)
def test_a_deck_has_native_charts_tables_and_maps_that_can_be_recoloured(office: str, store: Store) -> None:
    import pptx  # noqa: PLC0415 - as the product: only where a deck is read

    found = of(office, "en", store)
    deck = pptx.Presentation(io.BytesIO(slides.brief(found, store)))
    shapes = [shape for page in deck.slides for shape in page.shapes]
    charts = [shape for shape in shapes if shape.has_chart]
    assert len(deck.slides) == (5 if found.law else 4)
    assert len(charts) == len(found.trends)
    values = [tuple(chart.chart.plots[0].series[0].values) for chart in charts]
    assert values == [trend.values for trend in found.trends]
    assert len([shape for shape in shapes if shape.has_table]) == bool(found.law)
    group = next(shape for shape in shapes if shape.name == "map-district")
    assert (found.office.state if found.states else "US-TX") in {part.name for part in group.shapes}
    drawn = district_drawing(found, store, 400, 366, 0.95)
    assert len(list(group.shapes)) == len(drawn.items)


def test_an_office_writes_the_deck_as_many_pages_as_it_has_slides(store: Store, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here (apt-get install libreoffice-impress): no deck was opened in it")
    lines = ("homicides", "early_notice", "early_checks")  # native charts of years and of months
    decks = {"brief": made(Order("D-el-paso", "es", "pptx"), store)}
    decks |= {name: file("pptx", take(name, ViewState(lang="es"), store))[1] for name in lines}
    for name, content in decks.items():
        (tmp_path / f"{name}.pptx").write_bytes(content)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(tmp_path / f"{name}.pptx") for name in decks]
    asked = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(asked, check=True, capture_output=True, timeout=180)
    assert [len(pypdf.PdfReader(tmp_path / f"{name}.pdf").pages) for name in lines] == [1, 1, 1]
    pages = pypdf.PdfReader(tmp_path / "brief.pdf").pages
    assert len(pages) == 5
    assert "El Paso" in pages[0].extract_text()


@pytest.mark.parametrize("office", ["D-el-paso", "D-seattle"])
def test_a_map_has_the_colours_of_the_screen(office: str, store: Store) -> None:
    found = of(office, "es", store)
    figure = district_figure(store, found.office, "es")
    drawn = {
        item.id: item.paint.fill for item in district_drawing(found, store, 250, 230).items if isinstance(item, Area)
    }
    screen = {
        place: fill_of(trace, z)
        for trace in figure["data"]
        if trace["type"] == "choropleth"
        for place, z in zip(trace["locations"], trace["z"], strict=True)
    }
    assert drawn
    assert {place: screen[place] for place in drawn} == drawn


def test_flows_that_do_not_touch_the_district_are_as_faint_as_on_the_screen(store: Store) -> None:
    figure = corridors_figure(store, ("US-AZ",), "en")
    pairs = next(trace for trace in figure["data"] if trace["name"] == "pair")
    full = [id for id, shown in zip(pairs["locations"], pairs["marker"]["opacity"], strict=True) if shown == 1]
    assert full == ["US-AZ>MX-26"]


def test_the_key_changes_with_what_a_brief_is_made_from(store: Store) -> None:
    order = Order("D-san-diego", "es", "pdf")
    others = [Order("D-el-paso", "es", "pdf"), Order("D-san-diego", "en", "pdf"), Order("D-san-diego", "es", "pptx")]
    keys = {key(one, store) for one in (order, *others, Order("D-san-diego", "es", "pdf", "speaker", "draft"))}
    assert len(keys) == 5
