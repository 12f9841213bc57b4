"""The evidence page as a person uses it: selection, time, links, keys, layers; all without a request."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

READY = "#evidence[data-ready]"
FILLS = (
    "side => [...document.querySelectorAll(`#map-${side} .choroplethlayer path`)].map((p) => getComputedStyle(p).fill)"
)
REST = 700  # ms: longer than the pause after which Plotly, lists and the address follow


def open_at(page: Page, query: str) -> None:
    page.goto(f"/evidence?{query}")
    page.wait_for_selector(READY)
    page.wait_for_timeout(REST)


def until(page: Page, condition: str) -> None:
    """Waits for a condition; evaluated from outside, since the page's own policy forbids eval."""
    for _ in range(150):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {condition}")


def fills(page: Page, side: str) -> list[str]:
    found: list[str] = page.evaluate(FILLS, side)
    return found


def sentence(page: Page) -> str:
    return page.locator("#sentence").inner_text()


def click_place(page: Page, side: str, place: str) -> None:
    """A click at a point inside a region, as a hand would do it."""
    point = page.evaluate(
        """([side, id]) => {
            const path = corridors.page.maps[side].paths.get(id);
            const box = path.getBoundingClientRect();
            for (let x = 0.5; x < 1; x += 0.07) for (const y of [0.5, 0.4, 0.6, 0.3, 0.7]) {
                const at = [box.left + box.width * x, box.top + box.height * y];
                if (document.elementFromPoint(...at) === path) return at;
            }
            return null;
        }""",
        [side, place],
    )
    assert point, f"no point of {place} can be clicked"
    page.mouse.click(*point)


def test_selecting_texas_makes_mexico_follow_without_a_request(page: Page, requests_log: list[str]) -> None:
    open_at(page, "lang=en")
    before = fills(page, "us"), fills(page, "mx")
    page.wait_for_selector("#evidence[data-charts]")
    requests_log.clear()
    click_place(page, "us", "US-TX")
    page.wait_for_timeout(REST)
    assert requests_log == []
    assert "7,825 (43\u00a0%) were first sold in Texas" in sentence(page)
    assert (fills(page, "us"), fills(page, "mx")) == before  # a selection filters no map
    assert page.locator("#frame-us .outline.is-chosen").count() == 1
    assert page.locator("#frame-mx .outline.is-tied").count() == 4
    labels = page.locator("#frame-mx .labels-flow text").all_text_contents()
    assert sorted(labels) == ["1,158", "1,191", "831", "832"]
    expect(page).to_have_url(re.compile(r"o=US-TX"))
    click_place(page, "mx", "MX-20")
    page.wait_for_timeout(REST)
    assert "For Oaxaca ATF published neither a count nor a place in its order" in sentence(page)
    expect(page).not_to_have_url(re.compile(r"[?&]o="))
    page.keyboard.press("Escape")
    page.wait_for_timeout(REST)
    assert sentence(page).startswith("Of 50,409 guns")


def test_the_years_repaint_at_once_and_rest_changes_no_fill(page: Page, requests_log: list[str]) -> None:
    open_at(page, "lang=en&us=checks_per_100k")
    page.wait_for_selector("#evidence[data-charts]")
    requests_log.clear()
    slider = page.locator("#time input[type=range]").first
    slider.focus()
    seen = [(fills(page, "us"), fills(page, "mx"), sentence(page))]
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        moving = fills(page, "us"), fills(page, "mx")
        page.wait_for_timeout(REST)
        assert (fills(page, "us"), fills(page, "mx")) == moving
        seen.append((*moving, sentence(page)))
    assert len({str(mx) for _, mx, _ in seen}) == 4
    assert len({text for _, _, text in seen}) == 4
    assert requests_log == []
    assert slider.input_value() == "2020"
    expect(page).to_have_url(re.compile(r"y=2020"))
    # Plotly knows what was painted: drawn again from its own data, the picture is the same.
    page.evaluate("window.Plotly.redraw(document.querySelector('#map-mx .js-plotly-plot'))")
    page.wait_for_timeout(REST)
    assert fills(page, "mx") == seen[-1][1]


def test_hover_tells_the_value_of_the_year_shown(page: Page) -> None:
    open_at(page, "lang=en&mx=homicide_rate_inegi_registration&y=2012")
    page.keyboard.press(".")
    page.wait_for_timeout(REST)
    box = page.evaluate(
        """(() => {
            const box = corridors.page.maps.mx.paths.get("MX-08").getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2];
        })()"""
    )
    page.mouse.move(*box)
    tip = page.locator("#frame-mx .map-tip")
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("Chihuahua")
    expect(tip).to_contain_text("(2013)")


def test_a_shared_link_shows_exactly_the_same(page: Page, new_page: Any) -> None:
    open_at(page, "lang=es&us=law_universal&mx=homicide_rate_sesnsp&y=2016-2019&o=US-AZ&d=MX-26&l=border,ports&c=fixed")
    assert page.locator("#stamp-us").inner_text() == "2019"
    other = new_page()
    other.goto(page.url)
    other.wait_for_selector(READY)
    other.wait_for_timeout(REST)
    for side in ("us", "mx"):
        assert fills(other, side) == fills(page, side)
        assert other.locator(f"#stamp-{side}").inner_text() == page.locator(f"#stamp-{side}").inner_text()
    assert sentence(other) == sentence(page)
    pressed = "[data-layer-switch][aria-pressed=true]"
    assert other.locator(pressed).all_inner_texts() == page.locator(pressed).all_inner_texts()
    assert other.locator("#scheme").input_value() == "fixed"
    assert other.locator("#time-first").input_value() == "2016"


def test_a_layer_without_the_year_is_stamped_and_never_later(page: Page) -> None:
    open_at(page, "lang=en&us=law_universal&y=2023")
    expect(page.locator("#stamp-us")).to_have_text("nearest earlier: 2020")
    open_at(page, "lang=en&us=dealers_per_100k&y=2015")
    expect(page.locator("#stamp-us")).to_have_text("not published for these years")
    assert page.locator("#map-us path.is-missing").count() == 51
    open_at(page, "lang=en&y=2023")
    expect(page.locator("#stamp-us")).to_have_text("2022\u20132023, pooled")


def test_the_whole_page_works_by_keyboard_alone(page: Page) -> None:
    open_at(page, "lang=en")
    page.locator("#list-us").focus()
    told = page.locator("#told-us")
    expect(told).not_to_be_empty()
    page.keyboard.press("/")
    page.keyboard.type("arizona")
    page.keyboard.press("Enter")
    page.wait_for_timeout(REST)
    expect(page).to_have_url(re.compile(r"o=US-AZ"))
    page.locator("#list-us").focus()
    expect(told).to_contain_text("Arizona")
    page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("New Mexico")
    page.keyboard.press("Enter")
    page.wait_for_timeout(REST)
    assert "492 (3\u00a0%) were first sold in New Mexico" in sentence(page)
    page.locator("#list-mx").focus()
    page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(REST)
    expect(page).to_have_url(re.compile(r"o=US-NM&d=MX-"))
    page.keyboard.press("Escape")
    page.wait_for_timeout(REST)
    expect(page).not_to_have_url(re.compile(r"[?&]o="))
    page.keyboard.press("[")
    page.wait_for_timeout(REST)
    expect(page).to_have_url(re.compile(r"y=2022"))
    page.locator("#panel-us h2").click()
    page.keyboard.press("t")
    expect(page.locator("details[open] table")).to_have_count(1)
    page.keyboard.press("l")
    page.wait_for_selector("html[lang^=es] #evidence[data-ready]")
    assert sentence(page).startswith("De 50,409 armas")


def test_a_table_holds_what_the_map_shows(page: Page) -> None:
    open_at(page, "lang=en")
    page.locator("#table-us summary").click()
    rows = page.locator("#table-us tbody tr")
    expect(rows).to_have_count(51)
    assert re.search(
        r"Arizona\s+53\.1 .*3,969\s+7,\d{3},\d{3}", page.locator("#table-us tr[data-place=US-AZ]").inner_text()
    )
    assert "not published" in page.locator("#table-us tr[data-place=US-NY]").inner_text()
    assert page.locator("#list-us li").count() == 51


@pytest.mark.parametrize("layer", ["districts", "ports", "roads", "cities"])
def test_layers_switch_on_and_off(page: Page, layer: str) -> None:
    open_at(page, "lang=en")
    button = page.locator(f"[data-layer-switch={layer}]")
    button.click()
    page.wait_for_selector(f"#frame-us .layer-{layer} path", state="attached")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(layer))
    button.click()
    expect(page.locator(f"#frame-us .layer-{layer}")).to_have_count(0)


def test_municipalities_are_drawn_and_step(page: Page) -> None:
    open_at(page, "lang=en&mx=municipal_share_of_state&y=2010")
    until(page, "document.querySelectorAll('#map-mx .choroplethlayer path').length > 2000")
    page.wait_for_timeout(REST)
    before = fills(page, "mx")
    page.keyboard.press(",")
    page.wait_for_timeout(REST)
    assert sum(a != b for a, b in zip(before, fills(page, "mx"), strict=True)) > 100
    page.select_option("#measure-mx", "municipal_homicides")
    until(page, "document.querySelectorAll('#frame-mx .symbols-count circle').length > 500")
    assert page.locator("#map-mx .choroplethlayer path").count() == 32


def test_the_map_of_both_countries_is_one_key_away(page: Page) -> None:
    open_at(page, "lang=en")
    page.keyboard.press("m")
    page.wait_for_selector("#map-both .choroplethlayer path", state="attached")
    expect(page).to_have_url(re.compile(r"map=both"))
    page.keyboard.press("m")
    page.wait_for_selector("#map-us .choroplethlayer path", state="attached")


def test_two_people_do_not_disturb_each_other(page: Page, new_page: Any) -> None:
    other = new_page()
    open_at(page, "lang=en")
    open_at(other, "lang=es&y=2016")
    page.keyboard.press(",")
    other.keyboard.press(".")
    page.wait_for_timeout(REST)
    assert page.locator("#time-last").input_value() == "2022"
    assert other.locator("#time-last").input_value() == "2017"
    assert "In 2022" in sentence(page) or "2022\u20132023" in sentence(page)
    assert other.evaluate("document.documentElement.lang").startswith("es")


def test_playing_is_only_ever_asked_for(page: Page) -> None:
    open_at(page, "lang=en&y=2015")
    page.wait_for_timeout(1200)
    assert page.locator("#time-last").input_value() == "2015"
    page.locator("#time-play").click()
    until(page, "Number(document.getElementById('time-last').value) >= 2017")
    page.locator("#time-play").click()
    stopped = page.locator("#time-last").input_value()
    page.wait_for_timeout(1500)
    assert page.locator("#time-last").input_value() == stopped
