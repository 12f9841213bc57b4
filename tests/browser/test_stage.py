"""Every scene of every story as it is painted, in both languages and two sizes: nothing is cut, covered or smaller than
rehearsed, live and in a pack alike."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from corridors.store import Store
from corridors.story import stage
from corridors.story.deck import deck
from corridors.story.library import story
from corridors.story.pack import pack

OFFICES = {"iron-river": "", "side-by-side": "", "your-district": "D-nogales"}
SIZES = ((1920, 1080), (1280, 720))
# What the scene in front shows: each run of letters with its box, its size as it is painted (in hundredths of the
# stage's width), and whether it is what one looks up.
PAINTED = """() => {
    const scene = document.querySelector('.stage .scene.is-on'), faults = [], letters = [];
    const unit = Math.min(innerWidth / 100, innerHeight / 56.25);
    const inside = (box, other, room) => box.left >= other.left - room && box.right <= other.right + room
        && box.top >= other.top - room && box.bottom <= other.bottom + room;
    const whole = scene.getBoundingClientRect();
    const walker = document.createTreeWalker(scene, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement;
        if (!node.textContent.trim() || holder.closest('title, defs')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const drawn = holder.closest('svg');
        const box = drawn ? holder.getBoundingClientRect() : range.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(holder).fontSize) * (drawn ? holder.getScreenCTM().a : 1) / unit;
        const words = node.textContent.trim(), fine = !!holder.closest('.scene-foot, .rung');
        const part = holder.closest('.scene-foot, .scene-picture, .scene-text, .scene-title');
        letters.push({ words, fine, size, box, part });
        if (!inside(box, whole, 1)) faults.push(`outside the stage: ${words}`);
        if (drawn && !inside(box, drawn.getBoundingClientRect(), 1)) faults.push(`cut by its drawing: ${words}`);
    }
    for (const one of letters) for (const other of letters) {
        if (one.part === other.part) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > unit * 0.6) faults.push(`${one.words} covers ${other.words}`);
    }
    const parts = ['title', 'text', 'picture', 'foot'].map((name) => scene.querySelector(`.scene-${name}`));
    const boxes = parts.filter(Boolean).map((part) => part.getBoundingClientRect());
    boxes.slice(1).forEach((box, at) => box.top < boxes[at].bottom - 1 && faults.push(`${at} and ${at + 1} overlap`));
    const picture = scene.querySelector('.scene-picture');
    const over = [picture.scrollWidth - picture.clientWidth, picture.scrollHeight - picture.clientHeight];
    if (Math.max(...over) > unit * 0.25) faults.push(`the picture is too large by ${over}`);
    const words = [...picture.querySelectorAll('svg')].map((svg) => [...svg.querySelectorAll('text:not([stroke])')]
        .map((text) => [text.textContent, text.getBoundingClientRect()]));
    for (const list of words) list.forEach(([one, a], at) => list.slice(at + 1).forEach(([other, b]) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > (a.bottom - a.top) * 0.3) faults.push(`${one} stands on ${other}`);
    }));
    const least = (fine) => Math.min(...letters.filter((one) => one.fine === fine).map((one) => one.size));
    return { scene: scene.dataset.scene, lang: scene.lang, faults, word: least(false), fine: least(true) };
}"""


@pytest.fixture(scope="module", params=OFFICES)
def packed(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A story and its pack, English first."""
    store = Store(root / "geodata")
    made = deck(story(store, request.param), store, ("en", "es"), OFFICES[request.param])
    path = tmp_path_factory.mktemp("packed") / f"{request.param}.html"
    path.write_bytes(pack(made))
    return request.param, path


def scenes(page: Page, count: int) -> Iterator[dict[str, Any]]:
    """What each scene paints, from the first to the last, in English and then in Spanish."""
    page.wait_for_selector(".stage .scene.is-on")
    page.evaluate("() => document.fonts.ready")
    for lang in ("en", "es"):
        if page.locator(".scene.is-on").get_attribute("lang") != lang:
            page.keyboard.press("l")
        page.keyboard.press("Home")
        for _ in range(count):
            yield page.evaluate(PAINTED)
            page.keyboard.press("PageDown")


def checked(page: Page, count: int) -> list[dict[str, Any]]:
    found = [*scenes(page, count)]
    assert len({(one["scene"], one["lang"]) for one in found}) == 2 * count
    for one in found:
        assert one["faults"] == [], (one["scene"], one["lang"])
        assert one["word"] >= stage.WORD - 0.01, (one["scene"], one["lang"], one["word"])
        assert one["fine"] >= stage.FINE - 0.01, (one["scene"], one["lang"], one["fine"])
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_scene_of_a_pack_is_whole(
    new_page: Callable[..., Page], packed: tuple[str, Path], size: tuple[int, int], root: Path
) -> None:
    id, path = packed
    page = new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(path.as_uri())
    count = len(story(Store(root / "geodata"), id).form(15))
    checked(page, count)


@pytest.mark.parametrize("id", OFFICES)
def test_every_scene_of_the_live_stage_is_whole(new_page: Callable[..., Page], id: str, root: Path) -> None:
    page = new_page(viewport={"width": 1280, "height": 720})
    office = OFFICES[id].removeprefix("D-")
    page.goto(f"/present?lang=en{f'&lens={office}' if office else ''}")
    page.locator(f"[data-deck*='deck/{id}.json'][data-first]").click()
    checked(page, len(story(Store(root / "geodata"), id).form(15)))


def test_a_scene_that_does_not_fit_is_noticed(new_page: Callable[..., Page], packed: tuple[str, Path]) -> None:
    """The measure itself: more words, and smaller ones, are faults."""
    page = new_page(viewport={"width": 1280, "height": 720})
    page.goto(packed[1].as_uri())
    page.wait_for_selector(".stage .scene.is-on")
    page.evaluate("document.querySelector('.scene.is-on .scene-title').textContent = 'Too many words. '.repeat(40)")
    assert page.evaluate(PAINTED)["faults"] != []
    page.evaluate("document.querySelector('.scene.is-on .scene-title').style.fontSize = '9px'")
    assert page.evaluate(PAINTED)["word"] < stage.WORD - 0.5


@pytest.mark.parametrize("office", ["D-dallas", "D-new-york", "D-washington", "D-san-diego", "D-san-juan"])
def test_the_story_of_any_consulate_is_whole(
    new_page: Callable[..., Page], office: str, root: Path, tmp_path: Path
) -> None:
    """Long units, a place of five counties, many neighbours, and a consulate of which nothing is published."""
    store = Store(root / "geodata")
    told = story(store, "your-district")
    path = tmp_path / "pack.html"
    path.write_bytes(pack(deck(told, store, ("en", "es"), office)))
    page = new_page(viewport={"width": 1280, "height": 720})
    page.goto(path.as_uri())
    checked(page, len(told.form(15)))
