"""Claim cards as a person uses them: by keys, on plain http, in both languages; and what a percentage means."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_pages import told
from tools.browsers import INTERNAL_NAME, settle
from tools.serving import Server

# What the older way to copy selected, since a page on plain http cannot read the clipboard.
RECORD = """() => {
    const copy = document.execCommand.bind(document);
    document.execCommand = (name) => { window.copied = document.activeElement.value; return copy(name); };
}"""


def ready(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)
    page.wait_for_selector("#evidence[data-charts]")
    page.wait_for_timeout(700)


def test_the_card_of_the_figure_in_focus_is_copied_on_plain_http(
    new_page: Callable[..., Page], server: Server, requests_log: list[str]
) -> None:
    page = new_page(base_url=server.url.replace("127.0.0.1", INTERNAL_NAME))
    ready(page, "/evidence?lang=en")
    assert page.evaluate("window.isSecureContext") is False
    assert not [url for url in requests_log if "/card/" in url]  # no card before it is asked for
    page.evaluate(RECORD)
    page.locator("#figure-origins details.saying > summary").focus()
    page.keyboard.press("w")
    expect(page.locator("#announce")).to_contain_text("Copied")
    copied = page.evaluate("window.copied")
    assert "13,861 (76\u00a0%) were first sold in four border states" in copied
    assert "Base: 18,206 guns" in copied
    assert "What this does not show:" in copied
    assert f"View: http://{INTERNAL_NAME}" in copied
    assert "via press" in copied


def test_a_key_opens_the_attack_and_the_focus_goes_there(page: Page) -> None:
    ready(page, "/evidence?lang=es")
    page.locator("#figure-totals details.saying > summary").focus()
    page.keyboard.press("a")
    attack = page.locator("#figure-totals details.attack")
    expect(attack).to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.closest('details.attack') !== null")
    for words in ("Otras cifras publicadas", "La objeción honesta más fuerte", "La respuesta", "Edición"):
        expect(attack).to_contain_text(words)
    assert told(Axe().run(page)) == []


def test_the_card_of_a_map_follows_the_view(page: Page) -> None:
    ready(page, "/evidence?lang=en")
    page.locator("#panel-us details.saying > summary").click()
    card = page.locator("#panel-us .saying-say")
    expect(card).to_contain_text("Of 50,409 guns")
    page.evaluate("corridors.act({ kind: 'select', value: 'US-TX' })")
    expect(card).to_contain_text("7,825")


def test_the_card_of_a_map_is_seen_where_it_opens(page: Page) -> None:
    ready(page, "/evidence?lang=en&lens=san-diego")
    page.locator("#panel-us details.saying > summary").click()
    said = page.locator("#panel-us .saying-say")
    expect(said).to_be_in_viewport(ratio=1)  # over the map, not under the lower edge of its panel
    expect(page.locator("#panel-us details.saying > summary")).to_be_in_viewport()
    page.keyboard.press("a")
    expect(page.locator("#panel-us details.attack > summary")).to_be_in_viewport()


def test_the_keys_can_be_switched_off(page: Page) -> None:
    ready(page, "/evidence?lang=en")
    page.evaluate("localStorage.setItem('corridors.keys', 'off')")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert page.locator("details.saying[open]").count() == 0


@pytest.mark.parametrize("asked", ["74 %", "74%", "74 por ciento"])
def test_a_percentage_in_the_search_returns_its_meanings(page: Page, asked: str) -> None:
    ready(page, "/evidence?lang=es")
    page.keyboard.press("/")
    page.locator("#search-input").fill(asked)
    hits = page.locator("#search-list [data-meaning]")
    expect(hits).to_have_count(3)
    expect(page.locator("#search-none")).to_contain_text("3 cosas")
    assert all("Base: " in words for words in hits.all_inner_texts())
    assert told(Axe().run(page)) == []
    page.keyboard.press("Enter")
    expect(page.locator("#figure-totals")).to_be_focused()
    page.keyboard.press("/")
    page.locator("#search-input").fill("tex")
    expect(page.locator("#search-list [data-place]").first).to_contain_text("Texas")


@pytest.mark.parametrize("by", ["key", "button"])
def test_the_search_is_reached_from_another_page_and_keeps_its_lens(page: Page, by: str) -> None:
    page.goto("/district?lang=en&lens=san-diego")
    settle(page)
    if by == "key":
        page.keyboard.press("/")
    else:
        page.locator("#shell-search").click()
    page.wait_for_selector("#search-input")
    expect(page.locator("#search-input")).to_be_focused()
    assert "lens=san-diego" in page.url
    page.locator("#search-input").fill("74 %")
    expect(page.locator("#search-list [data-meaning]")).to_have_count(3)
    page.locator("#search-dialog button").click()
    expect(page.locator("#search-dialog")).to_have_count(0)


@pytest.mark.parametrize(
    "path", ["/?lang=en", "/corridors?lang=es", "/analysis?lang=en", "/district?lens=san-diego&lang=es"]
)
def test_an_open_card_passes_axe_and_fits_a_phone(new_page: Callable[..., Page], path: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(path)
    settle(page)
    page.locator("details.saying > summary").first.click()
    page.locator("details.attack > summary").first.click()
    expect(page.locator(".attack .is-answer").first).to_be_visible()
    assert told(Axe().run(page)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
