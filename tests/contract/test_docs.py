"""Documents in sync: both languages alike, commands and links that exist, and pages made from them."""

import re
from pathlib import Path

import pytest

import corridors
from corridors.analysis.slices import runs
from corridors.answers.dictionary import dictionary
from corridors.answers.sources import THEMES, layers, sources
from corridors.components.prose import headings, link, prose
from corridors.model.measures import BY_ID
from corridors.model.tables import LEDGER, TABLES
from corridors.model.view import ViewState
from corridors.pages import guide as guide_page
from corridors.pages import methods as methods_page
from corridors.pages import sources as sources_page
from corridors.settings import settings_table
from corridors.store import Store
from corridors.text.cards import SPANISH, published
from corridors.text.documents import DOCS, GUIDES, METHODS, TOGETHER, guide, method
from corridors.web.index import KEYS
from tools.serving import ROOT

WRITTEN = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "geodata").glob("*.md")])
LONG = [("methods", name) for name in METHODS] + [("guide", name) for name in GUIDES]


def read(kind: str, name: str, lang: str) -> str:
    return method(name, lang) if kind == "methods" else guide(name, lang)


def shape(source: str) -> dict[str, object]:
    """What a translation keeps: levels of headings, rows of tables, items of lists, numbers, code."""
    lines = source.splitlines()
    return {
        "headings": [len(line.split()[0]) for line in lines if line.startswith("#")],
        "rows": sum(line.startswith("|") for line in lines),
        "items": sum(bool(re.match(r"(- |\d+\. )", line)) for line in lines),
        "blocks": source.count("```"),
        "numbers": sorted(re.findall(r"\d[\d,.]*\d", re.sub(r"`[^`]*`", "", source))),
    }


@pytest.mark.parametrize(("kind", "name"), LONG)
def test_both_languages_say_the_same_things(kind: str, name: str) -> None:
    assert shape(read(kind, name, "en")) == shape(read(kind, name, "es"))


def test_every_file_of_the_documents_is_a_page() -> None:
    found = {path.name for folder in ("methods", "guide") for path in (DOCS / folder).glob("*.md")}
    numbered = [(at, name) for at, name in enumerate(METHODS, start=1) if name not in TOGETHER]
    wanted = {f"{at:02d}-{name}.{lang}.md" for at, name in numbered for lang in ("en", "es")}
    wanted |= {f"{name}.md" for name in TOGETHER}
    assert found == wanted | {f"{name}.{lang}.md" for name in GUIDES for lang in ("en", "es")}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_data_dictionary_is_that_of_the_tables(lang: str) -> None:
    assert (DOCS / f"data-dictionary.{lang}.md").read_text(encoding="utf-8") == dictionary(lang), (
        f"run `corridors tables --markdown {lang} > docs/data-dictionary.{lang}.md`"
    )


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(("kind", "name"), LONG)
def test_every_document_can_be_rendered(kind: str, name: str, lang: str) -> None:
    source = read(kind, name, lang)
    made = prose(source, name)
    anchors = [anchor for part in made if (anchor := getattr(part, "id", None))]
    assert anchors == [heading.anchor for heading in headings(source, name)]
    levels = [heading.level for heading in headings(source, name)]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


def test_markdown_that_has_no_component_is_an_error() -> None:
    with pytest.raises(ValueError, match="hr"):
        prose("# One\n\n---\n", "one")


def test_links_to_the_outside_open_without_a_referrer() -> None:
    assert getattr(link("x", "https://example.org"), "rel", None) == "noreferrer noopener"
    assert getattr(link("x", "/sources"), "data-nav") == "1"
    assert not hasattr(link("x", "#here"), "rel")


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_of_the_documents_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    gone = [t for t in targets if not t.startswith(("http", "/")) and not (path.parent / t).exists()]
    assert not gone


def test_commands_of_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in WRITTEN:
        named = set(re.findall(r"(?:^|`)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, path.name
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run\nmake test" in readme


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_guide_has_every_key(lang: str) -> None:
    written = set(re.findall(r"`([^`]+)`", guide("analyst", lang)))
    letters = {key.lower() for _, keys in KEYS for names, _ in keys for key in names if len(key) == 1} - set("←↑→↓")
    assert letters <= written


def test_settings_are_documented_as_they_are() -> None:
    written = (DOCS / "settings.md").read_text(encoding="utf-8")
    for lang in ("en", "es"):
        assert settings_table(lang).strip() in written


def test_the_changelog_has_this_version() -> None:
    assert f"## [{corridors.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_decisions_are_listed() -> None:
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    notes = [path.name for path in (DOCS / "decisions").glob("0*.md")]
    assert len(notes) >= 5
    assert not [name for name in notes if f"]({name})" not in index]


def test_the_numbers_of_the_readme_are_those_of_the_data(store: Store) -> None:
    flows = store.cube["flows"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("submitted", "traced", "border_total"):
        assert f"{flows[name]:,}" in readme
    assert f"({100 * flows['border_total'] / flows['traced']:.0f} %)" in readme


def test_every_table_has_a_theme() -> None:
    placed = [table for tables in THEMES.values() for table in tables]
    assert sorted(placed) == sorted(table.name for table in TABLES if table.name != LEDGER)


def test_every_card_is_on_the_page(store: Store) -> None:
    found = sources(store)
    assert {source.card.id for source in found} == set(store.cards())
    assert [source.theme for source in found] == sorted((s.theme for s in found), key=list(THEMES).index)


def test_every_measure_of_the_cube_has_its_years(store: Store) -> None:
    rows = {layer.id: layer for layer in layers(store)}
    shown = {id for id, m in store.cube["measures"].items() if id in BY_ID and m["family"] != "law"}
    assert shown <= rows.keys()
    assert (rows["laws"].years[0], rows["laws"].years[-1]) == (1991, 2020)
    assert runs(rows["exported_per_100k"].years) == ((2010, 2011), (2013, 2017))
    assert rows["traced_to_mexico_per_100k"].years == (2022, 2023)


def test_sources_that_measures_name_have_a_card(store: Store) -> None:
    named = {source for measure in BY_ID.values() if measure.id in store.cube["measures"] for source in measure.sources}
    named |= {source for layer in layers(store) for source in layer.sources}
    assert named <= set(store.cards())


def test_the_words_of_cards_are_translated(store: Store) -> None:
    cards = list(store.cards().values())
    open_licences = {"CC BY 4.0"}
    assert {card.licence for card in cards} - SPANISH.keys() <= open_licences
    worded = [card for card in cards if re.search(r"[a-z]", card.published)]
    assert worded
    assert all(published(card, "es") != card.published for card in worded)
    said = {words for card in cards for words in (card.licence, card.published, card.publisher, card.document)}
    assert SPANISH.keys() <= said


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("page", [sources_page, methods_page, guide_page])
def test_links_within_a_page_have_their_anchor(page: object, lang: str, store: Store) -> None:
    made = page.layout(ViewState(lang=lang), store)  # type: ignore[attr-defined]
    parts = list(made._traverse())
    ids = [part.id for part in parts if hasattr(part, "id")]
    targets = {part.href[1:] for part in parts if str(getattr(part, "href", "")).startswith("#")}
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_guide_shows_every_setting(lang: str, store: Store) -> None:
    made = str(guide_page.layout(ViewState(lang=lang), store))
    assert guide_page.SETTINGS not in made
    for name in re.findall(r"`(CORRIDORS_\w+)`", settings_table(lang)):
        assert name in made
