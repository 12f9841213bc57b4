"""Python and the browser say the same: the reducer, the codec, the classes and the sentence, over many views."""

import random
from dataclasses import asdict
from typing import Any

import pytest
from playwright.sync_api import Page

from corridors.analysis.slices import cell, latest_only, resolve
from corridors.answers.evidence import Scene, sentence
from corridors.answers.page_config import districts, totals
from corridors.figures.regions import code
from corridors.model import measures as m
from corridors.model.view import LANGS, MAPS, SPLITS, Event, ViewState, encode, reduce
from corridors.store import Store

READY = "#evidence[data-ready]"
PLACES_US = ("US-TX", "US-AZ", "US-CA", "US-NM", "US-NY", "US-DC", "D-san-diego", "D-el-paso", "US-48201")
PLACES_MX = ("MX-26", "MX-28", "MX-19", "MX-08", "MX-11", "MX-20", "MX-02", "MX-26030")
LENSES = ("D-san-diego", "D-el-paso", "D-denver", "D-san-juan", "D-nowhere")  # one without a district, one unknown
DAYS = ("2026-10-31", "2024-02-29", "2026-02-29", "2026-04-31", "1999-12-31", "2026-00-10", "2026-1-2", "2099-12-31")
JUNK = ("", "US-", "constructor", "1066", "20x5", "2031", "2019-2012", "mx")


def some_views(store: Store, lang: str, count: int) -> list[ViewState]:
    """Views of all kinds: every measure at least once, single years and ranges, with and without places."""
    dice = random.Random(2020)
    shown = [x for x in m.MEASURES if x.id in store.cube["measures"] and x.level == "state"]
    us = [x.id for x in shown if x.country == "US"]
    mx = [x.id for x in shown if x.country == "MX"]
    views = []
    for i in range(count):
        first = dice.randint(*m.YEARS)
        last = min(m.YEARS[1], first + dice.choice((0, 0, 1, 4)))
        views.append(
            ViewState(
                lang=lang,
                us=us[i % len(us)],
                mx=mx[i % len(mx)],
                years=(first, last) if dice.random() < 0.7 else (2022, 2023),
                origins=tuple(dice.sample(PLACES_US, dice.choice((0, 0, 1, 1, 2, 4)))),
                destinations=tuple(dice.sample(PLACES_MX, dice.choice((0, 0, 1, 1, 2, 4)))),
                scheme=dice.choice(m.SCHEMES),
                lens=tuple(dice.sample(LENSES, dice.choice((0, 0, 1, 2)))),
            )
        )
    return views


def as_json(view: ViewState) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(view).items()}


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentence_is_the_same_on_both_sides(page: Page, store: Store, lang: str) -> None:
    page.goto(f"/evidence?lang={lang}")
    page.wait_for_selector(READY)
    views = some_views(store, lang, 240)
    said = page.evaluate(
        "views => views.map((view) => corridors.say.sentence(corridors.page, view))", [as_json(view) for view in views]
    )
    rows, places = totals(store), districts(store)
    for view, in_browser in zip(views, said, strict=True):
        assert in_browser == sentence(Scene(view, store.cube, rows, places)), encode(view)


def test_the_classes_are_the_same_on_both_sides(page: Page, store: Store) -> None:
    page.goto("/evidence?lang=en")
    page.wait_for_selector(READY)
    views = some_views(store, "en", 120)
    found = page.evaluate(
        """views => views.map((view) => {
            corridors.page.view = view;
            return ["us", "mx"].map((side) => corridors.page.maps[side].evaluate().codes);
        })""",
        [as_json(view) for view in views],
    )
    for view, sides in zip(views, found, strict=True):
        for id, codes in zip((view.us, view.mx), sides, strict=True):
            measure = store.cube["measures"][id]
            flag = measure["shape"] == "flag"
            at = resolve(measure["periods"], view.years, latest_only(measure)).indexes
            classes = measure["classes"] or {}
            breaks = classes.get(view.scheme) or classes.get("quantile") or []
            cells = [cell(measure, at, place) for place in range(len(codes))]
            assert codes == [code(one, breaks, flag) for one in cells], (id, encode(view))


def test_the_reducer_and_the_link_are_the_same_on_both_sides(page: Page, store: Store) -> None:
    page.goto("/evidence?lang=en")
    page.wait_for_selector(READY)
    dice = random.Random(1971)
    kinds = (
        "select",
        "select",
        "select",
        "clear",
        "year",
        "range",
        "measure",
        "layer",
        "scheme",
        "map",
        "lang",
        "as_of",
        "lens",
        "lens",
        "split",
    )
    values = [
        *PLACES_US,
        *PLACES_MX,
        *LENSES,
        *SPLITS,
        *JUNK,
        *m.LAYERS,
        *m.SCHEMES,
        *MAPS,
        *LANGS,
        "2001",
        "1995-2004",
        *DAYS,
    ]
    values += [id for id in m.BY_ID if id in store.cube["measures"]]
    walks = [
        [Event(dice.choice(kinds), dice.choice(values), dice.random() < 0.4) for _ in range(dice.randint(1, 12))]  # type: ignore[arg-type]
        for _ in range(300)
    ]
    found = page.evaluate(
        """([start, walks]) => walks.map((walk) => {
            const { known } = corridors.page;
            const end = walk.reduce((view, event) => corridors.view.reduce(view, event, known), start);
            return corridors.view.encode(end, known);
        })""",
        [as_json(ViewState()), [[asdict(event) for event in walk] for walk in walks]],
    )
    for walk, link in zip(walks, found, strict=True):
        view = ViewState()
        for event in walk:
            view = reduce(view, event)
        assert link == encode(view), walk


def test_the_first_picture_is_what_the_script_then_paints(page: Page) -> None:
    page.add_init_script(
        """window.firstFills = null;
        new MutationObserver(() => {
            const paths = [...document.querySelectorAll("#map-mx .choroplethlayer path")];
            if (!window.firstFills && paths.length === 32) window.firstFills = paths.map((p) => p.getAttribute("fill"));
        }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["fill"] });"""
    )
    page.goto("/evidence?lang=en&mx=homicide_rate_inegi_registration&us=checks_per_100k&y=2012")
    page.wait_for_selector(READY)
    now = page.evaluate(
        "[...document.querySelectorAll('#map-mx .choroplethlayer path')].map((p) => p.getAttribute('fill'))"
    )
    first = page.evaluate("window.firstFills")
    assert len(set(now)) >= 4
    assert first == now
