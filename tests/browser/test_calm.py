"""What a reader sees stays where it is and covers nothing: no page jumps while it arrives, no word stands on a map."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

SHIFTS = """window.shifts = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });"""
LAPTOP, PHONE, TABLET = ({"width": 1366, "height": 768}, {"width": 390, "height": 844}, {"width": 820, "height": 1180})
DESK = {"width": 1920, "height": 1080}
# How large letters of a drawing are on the screen.
LETTERS = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
# The height of the line that says the rest, and how many regions and symbols of its map it lies over.
OVER = """(side) => {
  const box = document.querySelector(`#rest-${side}`).getBoundingClientRect();
  const marks = `#frame-${side} .choroplethlayer path, #frame-${side} .overlay-symbols *`;
  const drawn = document.querySelectorAll(marks);
  const under = [...drawn].filter((node) => {
    const one = node.getBoundingClientRect();
    const beside = one.right <= box.left || one.left >= box.right;
    return one.width && one.bottom > box.top + 1 && one.top < box.bottom - 1 && !beside;
  });
  return [box.height, under.length];
}"""


@pytest.mark.parametrize("path", ["/", "/evidence", "/corridors", "/backtest", "/analysis", "/import"])
@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_nothing_jumps_while_a_page_arrives(new_page: Callable[..., Page], viewport: dict[str, int], path: str) -> None:
    page = new_page(viewport=viewport)
    page.add_init_script(SHIFTS)
    page.goto(f"{path}?lang=es")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".is-loading")).to_have_count(0)
    page.wait_for_timeout(1500)
    assert page.evaluate("window.shifts.reduce((sum, one) => sum + one, 0)") < 0.1


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("viewport", [LAPTOP, PHONE, DESK], ids=["laptop", "phone", "desk"])
def test_the_welcome_covers_nothing(new_page: Callable[..., Page], viewport: dict[str, int], lang: str) -> None:
    page = new_page(tour=True, viewport=viewport)
    page.goto(f"/?lang={lang}")
    expect(page.locator("#tour")).to_be_visible()
    page.wait_for_selector(".home-sentence")
    bottom, top = page.evaluate(
        "['#tour', '#page'].map((one) => document.querySelector(one).getBoundingClientRect())"
        ".map((box, at) => (at ? box.top : box.bottom))"
    )
    assert bottom <= top + 1


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("viewport", [LAPTOP, TABLET, PHONE, DESK], ids=["laptop", "tablet", "phone", "desk"])
def test_the_rest_of_the_flows_is_written_beside_the_map_not_over_it(
    new_page: Callable[..., Page], viewport: dict[str, int], lang: str
) -> None:
    page = new_page(viewport=viewport)
    page.goto(f"/evidence?lang={lang}")
    page.wait_for_selector("#evidence[data-ready]")
    for side in ("us", "mx"):
        height, under = page.evaluate(OVER, side)
        assert height > 10
        assert under == 0


def test_a_note_shows_that_there_is_more_and_opens(page: Page) -> None:
    page.goto("/evidence?lang=en")
    page.wait_for_selector("#evidence[data-ready]")
    note, more = page.locator("#note-us"), page.locator("[data-note=note-us]")
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(note.locator(".chip").first).to_be_visible()  # the kind of number never goes behind the key
    source = note.locator(".note-source span").first
    assert source.evaluate("(node) => node.scrollWidth > node.clientWidth")
    more.focus()
    page.keyboard.press("Enter")
    expect(more).to_have_attribute("aria-expanded", "true")
    assert source.evaluate("(node) => node.scrollWidth <= node.clientWidth")
    whole = "(node) => node.scrollHeight <= node.clientHeight + 1 || getComputedStyle(node).overflowY === 'auto'"
    assert note.evaluate(whole)
    page.keyboard.press("Escape")
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(more).to_be_focused()


def test_on_a_tablet_and_a_phone_a_note_is_whole(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=PHONE)
    page.goto("/evidence?lang=es")
    page.wait_for_selector("#evidence[data-ready]")
    expect(page.locator("[data-note=note-us]")).to_be_hidden()
    assert page.locator("#note-us").evaluate("(node) => node.scrollHeight <= node.clientHeight + 1")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_map_stays_beside_the_table_of_a_scenario(page: Page, lang: str) -> None:
    page.goto(f"/corridors?lang={lang}")
    page.wait_for_selector("#flows[data-ready]")
    page.locator("#flow-what-port").select_option(index=2)
    page.locator("#flow-what-stop").focus()
    page.wait_for_timeout(300)
    inside = """(name) => { const box = document.querySelector(name).getBoundingClientRect();
      return box.top >= 60 && box.bottom <= window.innerHeight; }"""
    assert page.evaluate(inside, ".flow-svg")
    assert page.evaluate(inside, "#flow-what-rows tr:last-child")


@pytest.mark.parametrize("viewport", [PHONE, TABLET], ids=["phone", "tablet"])
def test_the_key_goes_with_the_map(new_page: Callable[..., Page], viewport: dict[str, int]) -> None:
    page = new_page(viewport=viewport)
    page.goto("/corridors?lang=es")
    page.wait_for_selector("#flows[data-ready]")
    page.evaluate("document.querySelector('#flow-robust').scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(200)
    assert page.evaluate("document.querySelector('.flow-key').getBoundingClientRect().top") < viewport["height"] * 0.6
    expect(page.locator(".flow-key .is-published")).to_be_in_viewport()
    expect(page.locator(".flow-svg")).to_be_in_viewport()


@pytest.mark.parametrize("viewport", [LAPTOP, DESK], ids=["laptop", "desk"])
@pytest.mark.parametrize("query", ["lang=en", "lang=es", "lang=es&o=US-TX,US-AZ,US-CA&d=MX-08,MX-26,MX-14"])
def test_the_whole_map_of_corridors_and_its_key_stand_in_the_first_view(
    new_page: Callable[..., Page], viewport: dict[str, int], query: str
) -> None:
    page = new_page(viewport=viewport)
    page.goto(f"/corridors?{query}")
    page.wait_for_selector("#flows[data-ready]")
    for part in (".flow-head", ".flow-filters", ".flow-svg", ".flow-key"):
        expect(page.locator(part).first).to_be_in_viewport(ratio=1)
    assert min(page.locator(".flow-names text").evaluate_all(LETTERS)) >= 11.5


def test_the_letters_of_the_back_test_are_as_large_as_the_page_allows(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=DESK)
    page.goto("/backtest?lang=es")
    page.wait_for_selector("#chart-backtest .ytick text")
    texts = page.locator("#chart-backtest text")
    assert min(texts.evaluate_all("(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))")) >= 15
    edge = page.locator("#chart-backtest").bounding_box()
    ticks = page.locator("#chart-backtest .ytick text")
    names = ticks.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().left)")
    assert edge is not None
    assert min(names) >= edge["x"]
