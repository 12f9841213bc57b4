"""The page of the rehearsal by keys alone, packs compared there, and the pack of another instance shown from here."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from corridors.store import Store
from corridors.story.deck import deck, digest
from corridors.story.library import story
from corridors.story.pack import FOLDER, name_of, pack
from tools.serving import Server


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_story_is_rehearsed_and_practised_by_keys(page: Page, lang: str) -> None:
    page.goto(f"/rehearse?lang={lang}")
    page.locator("#rehearse-story").focus()
    page.keyboard.press("ArrowDown")
    page.locator("#rehearse-distance").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    worst = page.locator(".rehearse-found > li").first
    expect(worst).to_have_attribute("data-kind", "text_height", timeout=30_000)
    expect(worst).to_contain_text({"en": "Mend: Seat the last row within 8.0 m", "es": "Remedio: Siente"}[lang])
    asked = page.locator(".rehearse-ask")
    expect(asked).to_have_count(12)
    asked.first.focus()
    page.keyboard.press("ArrowDown")
    expect(asked.nth(1)).to_be_focused()
    answer = page.locator("#practice-1")
    expect(answer).to_be_hidden()
    page.keyboard.press("Enter")
    expect(answer).to_be_visible()
    expect(answer.locator("p").first).not_to_be_empty()
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Enter")
    expect(answer).to_be_hidden()


def test_a_story_by_consulate_asks_for_the_office(page: Page) -> None:
    page.goto("/rehearse?lang=es&story=your-district&lens=nogales")
    expect(page.get_by_label("Oficina")).to_have_value("nogales")
    page.get_by_role("button", name="Ensayar").click()
    expect(page.locator(".rehearse-count")).to_contain_text("0 graves, 0 advertencias", timeout=30_000)
    page.get_by_label("Historia").select_option("iron-river")
    expect(page.get_by_label("Oficina")).to_be_hidden()


def test_packs_are_compared_on_the_page(page: Page, root: Path, tmp_path: Path) -> None:
    store = Store(root / "geodata")
    made = deck(story(store, "side-by-side"), store, ("es",), minutes=3)
    made["scenes"][0]["title"]["es"] = "Otro título"
    (tmp_path / "a.html").write_bytes(pack(made))
    (tmp_path / "b.html").write_bytes(pack(deck(story(store, "side-by-side"), store, ("es",), minutes=3)))
    page.goto("/rehearse?lang=en")
    page.get_by_label("Briefing packs").set_input_files([tmp_path / "a.html", tmp_path / "b.html"])
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("#rehearse-compared tbody tr")).to_have_count(1)
    expect(page.locator("#rehearse-compared")).to_contain_text("1. a.html: Otro título")


def test_the_pack_of_another_instance_is_shown_from_here(
    new_page: Callable[..., Page], serve: Callable[..., Server], root: Path, tmp_path: Path
) -> None:
    store = Store(root / "geodata")
    made = deck(story(store, "your-district"), store, ("es", "en"), "D-el-paso", 3)
    kept = tmp_path / FOLDER / name_of(made)
    kept.parent.mkdir()
    kept.write_bytes(pack(made))
    other = serve(CORRIDORS_STATE=str(tmp_path))
    page = new_page(base_url=other.url)
    page.goto("/present?lang=en")
    card = page.locator(".story", has_text="El Paso")
    expect(card).to_contain_text(
        f"made on {made['made']} from data {made['data'][:7]}; whole, digest {digest(made)[:12]}"
    )
    assert Axe().run(page).response["violations"] == []
    card.get_by_role("button").click()
    expect(page.locator(".stage .scene.is-on")).to_have_attribute("lang", "es")
    assert page.evaluate("document.querySelector('.stage').dataset.scene") == "district"
    for key in ("End", "Escape"):
        page.keyboard.press(key)
    expect(page.locator(".stage")).to_have_count(0)
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector("[data-deck]")
    page.keyboard.press("F5")
    expect(page.locator(".stage .scene.is-on h1")).to_contain_text("El Paso")


def test_f5_starts_the_form_that_has_the_focus(page: Page) -> None:
    page.goto("/present?lang=en")
    page.locator("[data-deck*='side-by-side'][data-deck*='form=3']").focus()
    page.keyboard.press("F5")
    page.wait_for_selector(".stage .scene.is-on")
    assert page.evaluate("document.querySelector('.stage').dataset.scene") == "rates"
    expect(page.locator(".scene.is-on .scene-count")).to_have_text("1 / 7")
