"""Exports in a browser: pictures made on the page that carry their stamp, and the code verified."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_pages import told
from tools.browsers import settle

READY = "[data-ready]"
TEXT = "{http://www.w3.org/2000/svg}text"


def menu(page: Page, frame: str) -> str:
    """Opens the menu of a figure by the keyboard; its code."""
    button = page.locator(f"[data-export={frame}]")
    button.scroll_into_view_if_needed()
    button.focus()
    page.keyboard.press("Enter")
    code: str = page.locator("#export-code").inner_text()
    return code


def taken(page: Page, kind: str, name: str = "") -> bytes:
    with page.expect_download() as started:
        page.locator(f"#export [data-do={kind}]").click()
    assert started.value.suggested_filename.endswith(f"{name}.{kind}")
    content: bytes = started.value.path().read_bytes()
    return content


def words(svg: bytes) -> str:
    """Every text of a picture that has no script and asks for nothing."""
    root = ElementTree.fromstring(svg)
    found = svg.decode()
    assert "<script" not in found
    assert not re.search(r"""(href|src)=["']|url\((?!["']?#)""", found)
    return " ".join("".join(node.itertext()) for node in root.iter(TEXT))


def test_the_picture_of_a_chart_carries_its_stamp_and_its_code_verifies(page: Page) -> None:
    page.goto("/evidence?lang=es&y=2022-2023&o=US-TX")
    page.wait_for_selector(READY)
    page.wait_for_selector("[data-charts]")
    code = menu(page, "chart-pairs")
    page.get_by_label("Leyenda").select_option("onward")
    expect(page.locator("#export a[href*='pairs.xlsx']")).to_have_attribute("href", re.compile("marking=onward"))
    said = words(taken(page, "svg"))
    for part in (
        code,
        "NO REDISTRIBUIR",
        "17,717 armas rastreadas",
        "Fuente: U.S. Bureau of Alcohol",
        "Texas",
        "Español",
    ):
        assert part in said
    assert taken(page, "png").startswith(b"\x89PNG")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.export") == "chart-pairs"
    page.goto("/verify?lang=es")
    field = page.get_by_label("Código de verificación")
    field.fill(code.lower().replace("-", " "))
    field.press("Enter")
    expect(page.locator("[data-state=unchanged]")).to_contain_text("Sin cambios")
    page.get_by_role("link", name="Abrir esta vista").click()
    page.wait_for_selector(READY)
    assert "o=US-TX" in page.url


@pytest.mark.parametrize(
    ("path", "ready", "frame", "parts"),
    [
        ("/evidence?lang=en&y=2022-2023", READY, "frame-us", ("per 100,000", "not published", "All other states")),
        ("/?lang=en", "#frame-both svg.main-svg .choroplethlayer path", "frame-both", ("Published pair", "12,087")),
        ("/corridors?lang=en", "#flows[data-ready]", "flow-frame", ("ESTIMATE, not ATF data", "Published pair")),
    ],
)
def test_the_picture_of_a_map_has_its_key_its_rest_and_its_mark(
    page: Page, path: str, ready: str, frame: str, parts: tuple[str, ...]
) -> None:
    page.goto(path)
    page.wait_for_selector(ready, state="attached")
    code = menu(page, frame)
    said = words(taken(page, "svg"))
    for part in (code, "What this does not show", *parts):
        assert part in said
    assert taken(page, "png").startswith(b"\x89PNG")


def test_a_licence_that_stops_an_export_says_which(page: Page) -> None:
    page.goto("/evidence?lang=en")
    page.wait_for_selector("[data-charts]")
    page.locator("[data-export=chart-us_violence]").click()
    expect(page.locator("#export .notice")).to_contain_text("Gun Violence Archive")
    assert page.locator("#export [data-do=png]").count() == 0
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#export")).to_have_count(0)


def test_the_key_of_downloads_still_takes_the_table(page: Page) -> None:
    page.goto("/evidence?lang=en")
    page.wait_for_selector(READY)
    with page.expect_download() as started:
        page.keyboard.press("d")
    assert started.value.suggested_filename.endswith(".csv")


def test_a_mistyped_code_is_told(page: Page) -> None:
    page.goto("/verify?lang=en&code=2202-SX9E-73HT-WMDX-JG06-1B00-KC")
    expect(page.locator("[data-state=mistyped]")).to_contain_text("cannot be read")


@pytest.mark.parametrize(("lang", "width"), [("en", 1366), ("es", 390)])
def test_a_lens_leaves_with_its_stamp_and_its_page_and_menu_pass_axe(
    new_page: Callable[..., Page], lang: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 768})
    page.goto(f"/district?lang={lang}&lens=san-diego")
    settle(page)
    page.wait_for_selector("#lens-map[data-drawn]")
    brief = page.locator(".brief-links a[href*='pptx?lang=es']")
    expect(brief).to_have_accessible_name(re.compile("^PPTX · (Spanish|español): .* San Diego$"))
    page.locator("[data-brief-marking]").select_option("onward")
    expect(brief).to_have_attribute("href", re.compile("lang=es&marking=onward$"))
    page.locator("[data-brief-marking]").select_option("")
    expect(brief).to_have_attribute("href", re.compile("lang=es$"))
    assert told(Axe().run(page)) == []
    code = menu(page, "lens-map")
    page.locator("#export-marking").select_option("draft")
    expect(page.locator("#export a[href*='lens.xlsx']")).to_have_attribute("href", re.compile("marking=draft"))
    assert told(Axe().run(page)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    said = words(taken(page, "svg", "corridors-lens-san-diego"))
    for part in (code, "San Diego", {"en": "DRAFT", "es": "BORRADOR"}[lang]):
        assert part in said
    page.goto(f"/verify?lang={lang}&code={code}")
    expect(page.locator("[data-state=unchanged]")).to_be_visible()
    assert told(Axe().run(page)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
