"""The first view, my district and the page for meetings: what stands on them, in both languages."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from corridors.answers.lens import RUNGS
from corridors.model.view import ViewState
from corridors.pages import PAGES
from corridors.store import Store
from corridors.text import text

LANGS = ("en", "es")
home, district, present = (next(page for page in PAGES if path == page.PATH) for path in ("/", "/district", "/present"))


def parts(root: Any) -> Iterator[Any]:
    """Every component and string of a page, in document order."""
    yield root
    children = getattr(root, "children", None) if isinstance(root, Component) else None
    for child in children if isinstance(children, (list, tuple)) else [children] if children is not None else []:
        yield from parts(child)


def words(root: Any) -> str:
    """The text of a page."""
    return " ".join(str(part) for part in parts(root) if isinstance(part, (str, int, float)))


def links(root: Any) -> list[str]:
    return [str(getattr(part, "href", "")) for part in parts(root) if isinstance(part, html.A)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", [home, district, present])
def test_each_page_has_one_title_and_headings_in_order(page: Any, lang: str, store: Store) -> None:
    levels = [
        int(type(part).__name__[1])
        for part in parts(page.layout(ViewState(lang=lang), store))
        if type(part).__name__ in {"H1", "H2", "H3", "H4"}
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", LANGS)
def test_home_greets_with_a_picture_a_sentence_and_three_doors(lang: str, store: Store) -> None:
    page = home.layout(ViewState(lang=lang), store)
    assert "50,409" in words(page)
    assert "map-both" in {getattr(part, "id", None) for part in parts(page) if isinstance(part, Component)}
    doors = [part for part in parts(page) if isinstance(part, html.A) and "door" in str(getattr(part, "className", ""))]
    assert [getattr(door, "href", "") for door in doors] == ["/district", "/evidence", "/present"]
    assert not any(getattr(part, "open", None) for part in parts(page) if isinstance(part, html.Details))


@pytest.mark.parametrize("lang", LANGS)
def test_the_doors_say_what_is_not_built(lang: str, store: Store) -> None:
    said = words(home.layout(ViewState(lang=lang), store))
    assert text("home.door.district.sub", lang) in said
    assert text("home.door.present.sub", lang) in said


def test_the_five_tasks_are_answered_on_home(store: Store) -> None:
    page = home.layout(ViewState(), store)
    said, found = words(page), links(page)
    assert "Of the 18,206 guns that led to a US buyer. Of the 50,409 submitted, 27\u00a0%." in said
    assert "gun laws 2020" in said
    assert "no page calls any other host" in said
    assert any(href.startswith("download/pairs.csv?") for href in found)
    assert "/sources#coverage" in found
    assert "/district" in found


def test_the_copy_button_carries_the_citation(store: Store) -> None:
    copies = [
        getattr(part, "data-copy", None)
        for part in parts(home.layout(ViewState(), store))
        if isinstance(part, html.Button)
    ]
    assert copies[0] is not None
    assert copies[0].startswith("Of 50,409 guns")
    assert "https://www.atf.gov" in copies[0]


def test_the_table_of_the_map_holds_every_flow_and_the_unknown(store: Store) -> None:
    page = home.layout(ViewState(), store)
    table = next(part for part in parts(page) if isinstance(part, html.Table))
    rows = [part for part in parts(table) if isinstance(part, html.Tr)]
    assert len(rows) == 1 + 11 + 1
    assert "489" in words(rows[-1])
    flows = {getattr(part, "data-flow") for part in parts(page) if hasattr(part, "data-flow")}
    assert len(flows) == 11


def test_lines_of_the_list_lead_to_the_evidence_in_the_same_language(store: Store) -> None:
    page = home.layout(ViewState(lang="es"), store)
    lines = [part for part in parts(page) if hasattr(part, "data-flow") and isinstance(part.children, html.A)]
    assert all("lang=es" in line.children.href for line in lines)
    assert "/evidence?v=1&lang=es&o=US-AZ&d=MX-26" in {line.children.href for line in lines}


def test_provisions_are_words_for_everyone(store: Store) -> None:
    page = home.layout(ViewState(), store)
    cells = [
        words(part)
        for part in parts(page)
        if isinstance(part, html.Td) and getattr(part, "className", "") == "provision"
    ]
    assert len(cells) == 40
    assert set(cells) == {"in force", "not in force"}


def test_nothing_is_called_better_or_worse(store: Store) -> None:
    for page in (home, district, present):
        said = words(page.layout(ViewState(), store)).lower()
        for word in ("supplied by", "hot spot", "cartel", "grade", "worst", "best state", "loophole"):
            assert word not in said


def test_district_lists_53_consulates_and_chooses_by_the_view(store: Store) -> None:
    page = district.layout(ViewState(), store)
    assert len([href for href in links(page) if href.startswith("/district?")]) == 53
    for view in (ViewState(lens=("D-el-paso",)), ViewState(origins=("D-el-paso",))):  # a link of an earlier version
        chosen = district.layout(view, store)
        assert "Consulate General of Mexico in El Paso" in words(chosen)
        assert "/evidence?v=1&lang=en&lens=el-paso&o=&d=" in links(chosen)
        current = [part for part in parts(chosen) if isinstance(part, html.A) and getattr(part, "data-office", None)]
        assert [part.children for part in current if getattr(part, "aria-current", None)] == ["El Paso"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_number_of_a_lens_stands_beside_its_rung_and_base(lang: str, store: Store) -> None:
    page = district.layout(ViewState(lang=lang, lens=("D-laredo",)), store)
    said = words(page)
    for rung in RUNGS:
        assert text(f"lens.rung.{rung}", lang) in said
    rows = [part for part in parts(page) if str(getattr(part, "className", "")).startswith("lens-figure is-")]
    assert len(rows) > 20
    for row in rows:
        mine = words(row)
        assert text(f"lens.rung.{row.className.rpartition('-')[2]}", lang) in mine
        assert text("estimate.stamp", lang) not in mine
    assert text("estimate.stamp", lang) not in said  # a split is off until it is asked for


def test_a_split_is_marked_and_stands_apart(store: Store) -> None:
    page = district.layout(ViewState(lens=("D-laredo",), split="people"), store)
    apart = [part for part in parts(page) if getattr(part, "className", "") == "lens-estimate"]
    assert len(apart) == 1
    assert "ESTIMATE, not ATF data" in words(apart[0])
    assert "modelled" in words(apart[0])
    rest = [part for part in parts(page) if str(getattr(part, "className", "")).startswith("lens-figure is-")]
    assert sum("modelled" in words(part) for part in rest) == 1
    licences = district.layout(ViewState(lens=("D-laredo",), split="dealers"), store)
    assert text("lens.split.list", "en") in words(licences)


def test_a_capital_leads_with_law_and_the_border_with_ports(store: Store) -> None:
    def titles(*names: str) -> list[str]:
        page = district.layout(ViewState(lens=tuple(f"D-{name}" for name in names)), store)
        return [
            str(part.children) for part in parts(page) if isinstance(part, html.H3) and "-" in getattr(part, "id", "")
        ]

    law, ports = text("lens.section.law", "en"), text("lens.section.border", "en")
    assert titles("sacramento").index(law) < titles("sacramento").index(ports)
    assert titles("san-diego").index(ports) < titles("san-diego").index(law)
    both = titles("sacramento", "san-diego")
    assert both[: len(both) // 2] == both[len(both) // 2 :]  # the same sections in the same order, side by side


def test_san_juan_shows_no_district_and_no_map(store: Store) -> None:
    page = district.layout(ViewState(origins=("D-san-juan",)), store)
    assert "No district here" in words(page)
    assert "lens-map" not in {getattr(part, "id", None) for part in parts(page) if isinstance(part, Component)}


def test_an_unknown_consulate_is_named_and_the_list_stays(store: Store) -> None:
    page = district.layout(ViewState(origins=("D-atlantis",)), store)
    assert "“atlantis” is not a consulate we know" in words(page)
    assert len([href for href in links(page) if href.startswith("/district?")]) == 53


@pytest.mark.parametrize("lang", LANGS)
def test_present_is_honest_and_useful(lang: str, store: Store) -> None:
    page = present.layout(ViewState(lang=lang), store)
    assert text("present.lede", lang) in words(page)
    caps = [part.children for part in parts(page) if isinstance(part, html.Kbd)]
    assert caps == ["f", ",", ".", "t", "?", "l"]
    assert len([href for href in links(page) if href.startswith("/evidence?")]) == 4
