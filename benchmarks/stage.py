"""The stage of a meeting: from a key to the next scene's paint, live and in a pack, and how soon a pack opens."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import contenders
from browser import SIZE, chromium
from playwright.sync_api import Browser, Page
from results import Row, median, p95
from servers import ROOT, running

STORY: Final = "iron-river"
MEDIAN_MS: Final = 100
MOST_MS: Final = 300
OPENS: Final = 1.2
REST_MS: Final = 250
# When the first scene stood painted: the frame after the first one that has it.
FIRST: Final = """window.__first = new Promise((done) => {
  const look = () => requestAnimationFrame(() => {
    if (!document.querySelector(".scene.is-on")) return look();
    requestAnimationFrame(() => done(performance.now()));
  });
  look();
});"""
# From the key's own time to the frame after the one that painted what the key did.
ARM: Final = """() => {
  window.__painted = new Promise((done) => {
    window.addEventListener("keydown", (event) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - event.timeStamp)));
    }, { capture: true, once: true });
  });
}"""
SCENE: Final = "document.querySelector('.stage').dataset.scene"
COUNT: Final = "Number(document.querySelector('.scene.is-on .scene-count').textContent.split('/')[1])"


def measure_stage(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Each round: the live page, then the pack, each opened cold and walked to its end and back by keys."""
    found: dict[str, list[float]] = {name: [] for name in ("live", "pack", "live_opens", "pack_opens", "starts")}
    with tempfile.TemporaryDirectory() as folder, running([contenders.product(port)]), chromium() as browser:
        file = Path(folder) / "pack.html"
        command = (sys.executable, "-m", "corridors.cli", "pack", STORY, "--lang", "en,es", "--out", str(file))
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        # The first round warms the server's tables and its deck.
        for number in range(rounds + 1):
            taken = {**_live(browser, port), **_pack(browser, file)}
            if number:
                for name, times in taken.items():
                    found[name] += times
    return _rows(found), {f"{name}_ms": times for name, times in found.items()}


def _rows(found: dict[str, list[float]]) -> list[Row]:
    rows = []
    for name, where in (("live", "on the page"), ("pack", "in a pack")):
        times = found[name]
        rows += [
            Row("stage", f"scene to scene, {where}", f"{median(times):.0f} / {p95(times):.0f} ms", "", median(times),
                MEDIAN_MS, unit="ms"),
            Row("stage", f"scene to scene, {where}: the slowest of {len(times)}", f"{max(times):.0f} ms", "",
                max(times), MOST_MS, unit="ms"),
        ]  # fmt: skip
    pack, live = median(found["pack_opens"]), median(found["live_opens"])
    words = "opened to the first scene painted: a pack beside the page Present, its first story started at once"
    start = median(found["starts"])
    return [
        *rows,
        Row("stage", words, f"{pack:.0f} ms", f"{live:.0f} ms", pack / live, OPENS),
        Row("stage", "the same, beside a story started on a page that stands", f"{pack:.0f} ms", f"{start:.0f} ms",
            pack / start, None),
    ]  # fmt: skip


def _live(browser: Browser, port: int) -> dict[str, list[float]]:
    page = _opened(browser, f"http://127.0.0.1:{port}/present?lang=en")
    page.wait_for_selector("[data-deck][data-first]")
    asked = page.evaluate("performance.now()")
    page.keyboard.press("F5")
    first = _first(page)
    return {"live_opens": [first], "starts": [first - asked], "live": _walk(page)}


def _pack(browser: Browser, file: Path) -> dict[str, list[float]]:
    page = _opened(browser, file.as_uri())
    return {"pack_opens": [_first(page)], "pack": _walk(page)}


def _opened(browser: Browser, address: str) -> Page:
    """A page in a context of its own, so that nothing is kept from before."""
    page = browser.new_context(viewport=SIZE, reduced_motion="no-preference").new_page()
    page.add_init_script(FIRST)
    page.goto(address, wait_until="commit")
    return page


def _first(page: Page) -> float:
    taken: float = page.evaluate("window.__first")
    return taken


def _walk(page: Page) -> list[float]:
    """Every scene forward, then back; the context is closed after it."""
    page.wait_for_timeout(1000)
    last = int(page.evaluate(COUNT)) - 1
    times = [_step(page, key) for key in (*["PageDown"] * last, *["PageUp"] * last)]
    page.context.close()
    return times


def _step(page: Page, key: str) -> float:
    before = page.evaluate(SCENE)
    page.evaluate(ARM)
    page.keyboard.press(key)
    taken: float = page.evaluate("window.__painted")
    if page.evaluate(SCENE) == before:
        raise RuntimeError(f"{key} changed no scene: {before}")
    page.wait_for_timeout(REST_MS)
    return taken
