"""A meeting in real browsers: both windows by keys alone, the server gone, the pack from a file with no network."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from corridors.store import Store
from corridors.story.deck import deck
from corridors.story.library import story
from corridors.story.pack import pack
from tools.serving import Server

SCENE = "document.querySelector('.stage').dataset.scene"
PAINTED = """async () => {
    const stage = document.querySelector('.stage'), times = [];
    for (const key of ['Home', ...Array(24).fill('PageDown'), ...Array(24).fill('PageUp')]) {
        const before = stage.dataset.scene, began = performance.now();
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        if (stage.dataset.scene === before) continue;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        times.push(performance.now() - began);
        await new Promise((done) => setTimeout(done, 60));
    }
    return times;
}"""

# The policy of a pack forbids every request, even one that would not leave the page.
REFUSED = """window.refused = 'waiting';
fetch('data:text/plain,x').then(() => 'open', () => 'refused').then((said) => (window.refused = said));"""


@pytest.fixture(scope="session")
def pack_file(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A speaker's pack of the iron river, English first."""
    store = Store(root / "geodata")
    path = tmp_path_factory.mktemp("pack") / "iron-river.html"
    path.write_bytes(pack(deck(story(store, "iron-river"), store, ("en", "es"), reader="speaker")))
    return path


def presenting(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("[data-deck][data-first]")
    page.keyboard.press("F5")
    page.wait_for_selector(".stage .scene.is-on")


def popup_of(page: Page) -> Page:
    with page.context.expect_page() as opened:
        page.keyboard.press("p")
    desk = opened.value
    desk.wait_for_selector(".desk .desk-keys button")
    return desk


def test_both_windows_are_driven_by_keys_alone(page: Page) -> None:
    presenting(page, "/present?lang=en")
    assert page.evaluate(SCENE) == "opening"
    page.keyboard.press("PageDown")
    assert page.evaluate(SCENE) == "two-rights"
    desk = popup_of(page)
    expect(desk.locator(".desk-why")).to_contain_text("Notes are hidden")
    desk.keyboard.press("n")
    expect(desk.locator(".desk-told")).to_contain_text("paper's own opening")
    desk.keyboard.press("3")
    desk.keyboard.press("Enter")
    assert page.evaluate(SCENE) == "ladder"
    desk.keyboard.press("z")
    desk.keyboard.press("PageDown")
    assert page.evaluate(SCENE) == "ladder", "frozen: the audience stays"
    expect(desk.locator(".desk-now h2")).to_contain_text("4 / 13")
    desk.keyboard.press("Shift+Z")
    assert page.evaluate(SCENE) == "pairs"
    desk.keyboard.press("z")
    desk.keyboard.press("l")
    expect(page.locator(".scene.is-on")).to_have_attribute("lang", "es")
    desk.keyboard.press("b")
    expect(page.locator(".stage-blank")).to_be_visible()
    desk.keyboard.press(".")
    expect(page.locator(".stage-blank")).not_to_be_visible()


def test_a_question_is_answered_in_two_keys_and_a_place_is_found_by_typing(page: Page) -> None:
    presenting(page, "/present?lang=es")
    page.keyboard.press("?")
    page.keyboard.press("1")
    expect(page.locator(".stage-overlay.is-answer h2")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("nuevo leon")
    page.keyboard.press("Enter")
    assert page.evaluate(SCENE) == "harm"
    expect(page.locator(".stage-told")).to_contain_text("Nuevo León")
    page.keyboard.press("Escape")
    expect(page.locator(".stage-told")).not_to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".stage")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Presentar")


def test_the_presenter_looks_things_up_without_the_audience(page: Page) -> None:
    """`/` and `?` open in the window where they were pressed; frozen, the audience sees nothing of it."""
    page.goto("/present?lang=en")
    page.locator("[data-deck*='deck/side-by-side.json'][data-first]").focus()
    page.keyboard.press("F5")
    page.wait_for_selector(".stage .scene.is-on")
    desk = popup_of(page)
    desk.keyboard.press("PageDown")
    desk.keyboard.press("/")
    desk.keyboard.type("arizona")
    desk.keyboard.press("Enter")
    assert page.evaluate(SCENE) == "universal", "the next picture that holds it"
    expect(page.locator(".stage-told")).to_contain_text("Arizona")
    desk.keyboard.press("Escape")
    expect(page.locator(".stage-told")).not_to_be_visible()
    desk.keyboard.press("z")
    desk.keyboard.press("/")
    desk.keyboard.type("texas")
    desk.keyboard.press("Enter")
    expect(desk.locator(".stage-say")).to_contain_text("Texas: ")
    expect(page.locator(".stage-told")).not_to_be_visible()
    desk.keyboard.press("?")
    expect(desk.locator(".stage-answers li")).to_have_count(12)
    desk.keyboard.press("c")
    expect(desk.locator(".is-answer h2")).to_be_visible()
    assert Axe().run(desk).response["violations"] == []
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".is-answer h2")).to_be_visible()
    assert page.locator(".stage-overlay.is-on").count() == 0
    desk.keyboard.press("Escape")
    expect(desk.locator(".stage-overlay.is-on")).to_have_count(0)
    assert page.evaluate(SCENE) == "universal"
    page.evaluate("() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not here')); }")
    desk.keyboard.press("f")
    expect(desk.locator(".stage-say")).to_contain_text("Press f in the audience’s window")


def test_the_server_may_go_once_the_deck_is_on(new_page: Callable[..., Page], serve: Callable[..., Server]) -> None:
    other = serve()
    page = new_page(base_url=other.url)
    presenting(page, f"{other.url}/present?lang=en")
    os.kill(other.pid, signal.SIGKILL)
    time.sleep(0.5)
    shown = []
    for _ in range(13):
        shown.append(page.evaluate(SCENE))
        page.keyboard.press("PageDown")
    assert len(set(shown)) == 13
    desk = popup_of(page)
    desk.keyboard.press("Home")
    page.keyboard.press("l")
    for _ in range(13):
        expect(page.locator(".scene.is-on")).to_have_attribute("lang", "es")
        desk.keyboard.press("PageDown")
    assert page.evaluate(SCENE) == "offer"


def test_the_pack_opens_from_a_file_with_no_network(new_page: Callable[..., Page], pack_file: Path) -> None:
    page = new_page(offline=True)
    page.goto(pack_file.as_uri())
    expect(page.locator("#stage")).to_have_attribute("data-whole", "true")
    expect(page.locator(".stage-seal")).to_contain_text("whole, as it was made")
    assert page.evaluate(SCENE) == "opening"
    assert page.locator(".scene.is-on svg path[data-place='US-TX']").count() >= 1
    page.keyboard.press("End")
    assert page.evaluate(SCENE) == "offer"
    desk = popup_of(page)
    desk.keyboard.press("Home")
    assert page.evaluate(SCENE) == "opening"


def test_the_keys_of_any_clicker(page: Page) -> None:
    """Page keys, arrows, F5 of the button that starts, and both keys that clickers send for black."""
    presenting(page, "/present?lang=en")
    steps = {
        "PageDown": "two-rights", "ArrowRight": "ladder", "ArrowDown": "pairs", " ": "series", "PageUp": "pairs",
        "ArrowLeft": "ladder", "ArrowUp": "two-rights", "End": "offer", "Home": "opening", "Enter": "two-rights",
        "F5": "opening",
    }  # fmt: skip
    for key, scene in steps.items():
        page.keyboard.press(key)
        assert page.evaluate(SCENE) == scene, key
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(page.locator(".stage-blank")).to_be_visible()
        page.keyboard.press(key)
        expect(page.locator(".stage-blank")).not_to_be_visible()


def test_reduced_motion_is_still(new_page: Callable[..., Page], pack_file: Path) -> None:
    moved = "getComputedStyle(document.querySelector('.scene.is-on')).transitionDuration"
    for wanted, said in (("reduce", {"0s"}), ("no-preference", {"0.12s"})):
        page = new_page(reduced_motion=wanted)
        page.goto(pack_file.as_uri())
        page.keyboard.press("PageDown")
        assert set(page.evaluate(moved).split(", ")) == said


def test_a_changed_pack_says_so(new_page: Callable[..., Page], pack_file: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_bytes(pack_file.read_bytes().replace(b'"made":"20', b'"made":"21'))
    page = new_page()
    page.goto(spoilt.as_uri())
    expect(page.locator(".stage-seal.is-broken")).to_contain_text("CHANGED AFTER IT WAS MADE")


def test_a_step_is_painted_at_once(page: Page) -> None:
    """A guard against a stage that stalls; the times themselves are in docs/benchmarks.md."""
    presenting(page, "/present?lang=en")
    times = sorted(page.evaluate(PAINTED))
    assert len(times) > 20
    assert times[len(times) // 2] < 1000, times


def test_firefox_opens_the_pack_with_the_network_refused(firefox: Any, pack_file: Path) -> None:
    firefox.size(1366, 768)
    firefox.goto(pack_file.as_uri())
    firefox.js("window.asked = performance.getEntriesByType('resource').map((one) => one.name)")
    assert [one for one in firefox.js("return window.asked") if not one.startswith("data:")] == []
    firefox.js(REFUSED)
    firefox.wait("window.refused === 'refused'")
    firefox.wait("document.querySelector('#stage[data-whole=true]')")
    assert firefox.js(f"return {SCENE}") == "opening"
    firefox.press("PageDown")
    firefox.wait(f"{SCENE} === 'two-rights'")
    began = time.monotonic()
    firefox.press("End")
    firefox.wait(f"{SCENE} === 'offer'")
    assert time.monotonic() - began < 20


def test_the_stage_and_the_desk_are_accessible(page: Page) -> None:
    presenting(page, "/present?lang=es")
    assert Axe().run(page, context=".stage").response["violations"] == []
    desk = popup_of(page)
    desk.keyboard.press("n")
    assert Axe().run(desk).response["violations"] == []


def test_a_record_is_offered_when_the_deck_is_left(
    new_page: Callable[..., Page], serve: Callable[..., Server], console_errors: list[str]
) -> None:
    page = new_page(base_url=serve().url)
    presenting(page, "/present?lang=en")
    for key in ("?", "2", "Escape", "Escape"):
        page.keyboard.press(key)
    dialog = page.get_by_role("dialog", name="A record of this meeting")
    expect(dialog).to_be_visible()
    asked = dialog.get_by_label("Questions asked").input_value()
    assert asked
    assert "\n" not in asked
    assert Axe().run(page, context="#meeting").response["violations"] == []
    dialog.get_by_role("button", name="Keep the record").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Kind of counterpart")
    dialog.get_by_label("Kind of counterpart").select_option("council")
    dialog.get_by_label("What was promised").click()
    page.keyboard.type("l b ? p the table, to mr. example")
    page.keyboard.press("F5")
    expect(page.locator(".stage")).to_have_count(0)
    assert page.locator("html").get_attribute("lang") == "en"
    dialog.get_by_label("Due").fill("2030-01-31")
    dialog.get_by_role("button", name="Keep the record").click()
    expect(dialog.get_by_role("alert")).to_contain_text("looks like a person")
    assert [error for error in console_errors if "400" not in error] == []
    console_errors.clear()
    dialog.get_by_label("What was promised").fill("The county's table")
    page.keyboard.press("Tab")
    dialog.get_by_role("button", name="Keep the record").click()
    expect(dialog).to_have_count(0)
    row = page.locator("#meetings tbody tr")
    expect(row).to_contain_text("City council or county board")
    expect(row).to_contain_text("The county's table")
    page.reload()
    expect(page.locator("#meetings tbody tr")).to_contain_text("2030-01-31")
