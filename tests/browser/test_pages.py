"""Every page, both languages, both themes: nothing leaves, nothing complains, axe finds nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from corridors.pages import PAGES
from tools.browsers import INTERNAL_NAME, settle
from tools.serving import Server

PATHS = [page.PATH for page in PAGES]
VIOLATIONS = """
addEventListener("securitypolicyviolation", (e) => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`));
"""
SHARING = "a[data-title*='hare'], .modebar-btn, [data-attr='sendDataToCloud']"


def told(results: Any) -> list[str]:
    """The findings of axe, each with the first element that has it."""
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in results.response["violations"]]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    "path",
    [
        *PATHS,
        "/evidence?map=both",
        "/district?lens=san-diego",
        "/district?lens=austin,el-paso&split=people",
        "/no-such-page",
    ],
)
def test_a_page_asks_nobody_else_complains_of_nothing_and_passes_axe(
    new_page: Callable[..., Page], console_errors: list[str], path: str, lang: str
) -> None:
    page = new_page()
    page.add_init_script(VIOLATIONS)
    page.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    if path == "/no-such-page":
        expect(page.locator("h1")).to_be_visible()
        console_errors.clear()  # the browser reports the 404 that was asked for
    else:
        settle(page)
    if path.startswith("/evidence"):
        page.wait_for_selector("#evidence[data-charts]")
    assert page.evaluate("document.documentElement.lang").startswith(lang)
    assert page.locator("h1").count() == 1
    assert page.locator(SHARING).count() == 0
    for theme in ("light", "dark"):
        page.evaluate("theme => (document.documentElement.dataset.theme = theme)", theme)
        page.wait_for_timeout(100)
        page.evaluate("Promise.all(document.getAnimations().map((moving) => moving.finished.catch(() => 0)))")
        assert told(Axe().run(page)) == [], (path, theme)


@pytest.mark.parametrize("path", PATHS)
def test_a_narrow_screen_needs_no_sideways_scrolling(new_page: Callable[..., Page], path: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{path}?lang=es")
    settle(page)
    page.wait_for_timeout(300)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320


@pytest.mark.parametrize("wide", [1024, 1180, 1240])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_ways_of_the_header_fit_or_fold(new_page: Callable[..., Page], lang: str, wide: int) -> None:
    page = new_page(viewport={"width": wide, "height": 768})
    page.goto(f"/guide?lang={lang}")
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    expect(page.locator(".shell-tools .btn:visible").last).to_be_in_viewport(ratio=1)


def test_the_five_tasks_of_the_first_minute(page: Page) -> None:
    page.goto("/?lang=en")
    settle(page)
    # The base of 76 %.
    expect(page.locator("#sentence")).to_contain_text("18,206 led to a US buyer; 13,861 of those (76\u00a0%)")
    # A CSV.
    with page.expect_download() as started:
        page.locator("#page a[href*='.csv']").first.click()
    content = started.value.path().read_text(encoding="utf-8-sig")
    assert "17,717" in content or "17717" in content
    assert "via press" in content
    # Whether this works offline.
    expect(page.locator("body")).to_contain_text("reaches nothing outside")
    # The year in which a layer ends.
    page.locator("nav a[href*='/sources']").first.click()
    expect(page.locator("#coverage")).to_be_visible()
    expect(page.locator("body")).to_contain_text("2020")
    # My district.
    page.locator("nav a[href*='/district']").first.click()
    page.locator("#district-query").fill("san diego")
    page.locator("#district-list a:visible").first.click()
    expect(page.locator("#district-name")).to_contain_text("San Diego")
    page.locator(".lens-head a[href*='/evidence'][href*='lens=san-diego']").click()
    page.wait_for_selector("#evidence[data-ready]")
    expect(page.locator("#sentence")).to_contain_text("For the district of San Diego nothing is published by district")


def test_the_language_changes_in_place_and_the_view_stays(page: Page) -> None:
    page.goto("/evidence?lang=en&o=US-TX&y=2022")
    settle(page)
    page.locator("[data-lang-to=es]").click()
    page.wait_for_selector("html[lang^=es] #evidence[data-ready]")
    expect(page.locator("#sentence")).to_contain_text("se vendieron por primera vez en Texas")
    assert "o=US-TX" in page.url
    assert "lang=es" in page.url
    page.locator("nav a[href*='/sources']").first.click()
    expect(page.locator("h1")).to_have_text("Fuentes")
    assert "/sources" in page.url
    page.go_back()
    page.wait_for_selector("#evidence[data-ready]")
    expect(page.locator("#sentence")).to_contain_text("Texas")


def test_the_tour_is_offered_once_and_can_be_skipped(new_page: Callable[..., Page]) -> None:
    page = new_page(tour=True)
    page.goto("/?lang=en")
    settle(page)
    expect(page.locator("#tour")).to_be_visible()
    page.locator("#tour-skip").click()
    expect(page.locator("#tour")).not_to_be_visible()
    page.reload()
    settle(page)
    expect(page.locator("#tour")).not_to_be_visible()


def test_single_letters_can_be_switched_off(page: Page) -> None:
    page.goto("/evidence?lang=en")
    settle(page)
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.locator(
        "dialog[open] input[type=checkbox], dialog[open] [role=switch], dialog[open] [aria-pressed]"
    ).first.click()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    before = page.locator("#time-last").input_value()
    page.keyboard.press(",")
    page.wait_for_timeout(300)
    assert page.locator("#time-last").input_value() == before


def test_it_works_on_plain_http_under_an_internal_name(new_page: Callable[..., Page], server: Server) -> None:
    page = new_page(base_url=server.url.replace("127.0.0.1", INTERNAL_NAME))
    page.goto("/evidence?lang=en")
    settle(page)
    assert page.evaluate("window.isSecureContext") is False
    page.locator("[data-copy-sentence]").click()
    expect(page.locator("#announce")).to_contain_text("Copied")


def test_it_works_under_a_path(new_page: Callable[..., Page], serve: Callable[..., Server]) -> None:
    other = serve(CORRIDORS_BASE_PATH="/atlas/")
    page = new_page(base_url=other.url)
    page.goto(f"{other.url.rstrip('/')}/atlas/evidence?lang=es".replace("/atlas/atlas", "/atlas"))
    settle(page)
    assert page.locator("#map-mx .choroplethlayer path").count() == 32
    page.locator("nav a[href*='/sources']").first.click()
    expect(page.locator("h1")).to_have_text("Fuentes")
    assert "/atlas/sources" in page.url


def test_print_leaves_the_controls_out(page: Page) -> None:
    page.goto("/evidence?lang=en")
    settle(page)
    page.emulate_media(media="print")
    expect(page.locator("#shell-nav")).not_to_be_visible()
    expect(page.locator("#sentence")).to_be_visible()
    expect(page.locator("#map-us .choroplethlayer")).to_be_visible()


def test_firefox_makes_the_journey(firefox: Any, server: Server) -> None:
    firefox.size(1366, 768)
    firefox.goto(f"{server.url.rstrip('/')}/evidence?lang=en")
    firefox.wait("document.querySelector('#evidence[data-ready]')")
    assert firefox.js("return document.querySelectorAll('#map-us .choroplethlayer path').length") == 51
    assert firefox.js("return document.querySelectorAll('#map-mx .choroplethlayer path').length") == 32
    paths = "[...document.querySelectorAll('#map-mx .choroplethlayer path')]"
    fills = f"return {paths}.map((p) => p.getAttribute('fill')).join()"
    before = firefox.js(fills)
    firefox.js("document.getElementById('time-last').focus()")
    firefox.press("ArrowLeft")
    firefox.wait("document.getElementById('time-last').value === '2022'")
    firefox.wait("location.search.includes('y=2022')")
    assert firefox.js(fills) != before
    firefox.js("corridors.act({ kind: 'select', value: 'US-TX' })")
    firefox.wait("document.getElementById('sentence').textContent.includes('first sold in Texas')")
    assert firefox.errors() == []
