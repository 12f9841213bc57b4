"""Editions in a real browser: an import is seen without a restart, an earlier day says so, the header tells the age."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.app.test_editions import FIRST, SECOND, accept
from tools.browsers import settle
from tools.serving import Server

Serve = Callable[..., Server]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def open_page(serve: Serve, new_page: Callable[..., Page], state: Path) -> Callable[..., Page]:
    # The server is asked for first, so that it ends after the pages.
    server = serve(CORRIDORS_STATE=str(state))
    return lambda **options: new_page(base_url=server.url, **options)


def test_an_import_is_seen_by_whoever_has_the_product_open(open_page: Callable[..., Page], state: Path) -> None:
    page = open_page()
    page.goto("/evidence?lang=en&o=US-TX")
    settle(page)
    expect(page.locator(".shell-fresh")).to_contain_text("As shipped")
    assert page.locator("#time-last").get_attribute("max") == "2024"
    accept(state, 1, FIRST, (1990, 2025))
    # The open page still works; the next one brings the header with it.
    page.keyboard.press(",")
    page.locator("nav a[href*='/sources']").first.click()
    expect(page.locator("h1")).to_have_text("Sources")
    expect(page.locator(".shell-fresh")).to_contain_text("Imported 10 Nov 2026")
    page.locator("nav a[href*='/evidence']").first.click()
    page.wait_for_selector("#evidence[data-ready]")
    assert page.locator("#time-last").get_attribute("max") == "2025"
    assert "o=US-TX" in page.url


def test_the_header_follows_the_language(open_page: Callable[..., Page], state: Path) -> None:
    accept(state, 1, FIRST, (1990, 2025))
    page = open_page()
    page.goto("/guide?lang=en")
    settle(page)
    expect(page.locator(".shell-fresh")).to_contain_text("Imported 10 Nov 2026")
    page.locator("[data-lang-to=es]").click()
    expect(page.locator(".shell-fresh")).to_contain_text("Importado 10 nov 2026")
    page.locator(".shell-fresh").click()
    expect(page.locator("#freshness")).to_be_in_viewport()
    expect(page.locator("h1")).to_have_text("Qué cambió")


def test_an_earlier_day_is_kept_by_every_link_until_one_leaves_it(open_page: Callable[..., Page], state: Path) -> None:
    accept(state, 1, FIRST, (1990, 2025))
    accept(state, 2, SECOND, (1990, 2026))
    page = open_page()
    page.goto("/evidence?lang=en&asof=2026-11-12")
    page.wait_for_selector("#evidence[data-ready]")
    expect(page.locator(".asof")).to_contain_text("edition 1 of the data")
    assert page.locator("#time-last").get_attribute("max") == "2025"
    page.evaluate("corridors.act({ kind: 'select', value: 'US-AZ' })")
    expect(page).to_have_url(re.compile("o=US-AZ"))
    assert "asof=2026-11-12" in page.url
    page.locator("nav a[href*='/sources']").first.click()
    expect(page.locator("h1")).to_have_text("Sources")
    expect(page.locator(".asof")).to_contain_text("not the latest")
    page.locator("nav a[href*='/evidence']").first.click()
    page.wait_for_selector("#evidence[data-ready]")
    page.locator(".asof a").click()
    expect(page.locator(".asof")).to_have_count(0)
    page.wait_for_selector("#evidence[data-ready]")
    assert page.locator("#time-last").get_attribute("max") == "2026"
    assert "asof" not in page.url
    assert "o=US-AZ" in page.url


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_account_of_editions_passes_axe_and_fits_a_phone(
    open_page: Callable[..., Page], state: Path, lang: str
) -> None:
    accept(state, 1, FIRST, (1990, 2025))
    accept(state, 2, SECOND, (1990, 2026))
    for width in (390, 1366):
        page = open_page(viewport={"width": width, "height": 768})
        page.goto(f"/changes?lang={lang}&asof=2026-11-12")
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for theme in ("light", "dark"):
            page.evaluate("theme => (document.documentElement.dataset.theme = theme)", theme)
            page.wait_for_timeout(150)
            assert [v["id"] for v in Axe().run(page).response["violations"]] == [], (width, theme)
        header = page.locator(".shell-header").bounding_box()
        fresh = page.locator(".shell-fresh").bounding_box()
        assert header is not None
        assert fresh is not None
        assert fresh["height"] >= 24
        assert fresh["y"] + fresh["height"] <= header["y"] + header["height"]
        assert header["height"] <= 72
