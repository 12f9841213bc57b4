"""Pages under measurement in headless Chromium: opened, stepped by real keys, and read to the paint."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

PROBE: Final = Path(__file__).with_name("probe.js")
FLAGS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
SIZE: Final = ViewportSize(width=1600, height=900)
LIMIT_MS: Final = 6000


@dataclass(frozen=True)
class Contender:
    """A page, the slider in it, and what has to change: targets as `probe.js` reads them."""

    name: str
    label: str
    url: str
    slider: str
    targets: tuple[dict[str, Any], ...]
    ready: str
    settle: float = 0.35  # seconds of rest between two steps
    late: str = ""  # what else must be there before it is measured: charts that come after the maps
    init: Path | None = None  # a script that runs first, for a peer that offers no place for it


@dataclass
class Open:
    """A contender's page in a context of its own, and the requests it has made."""

    contender: Contender
    page: Page
    requests: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that reaches nothing but 127.0.0.1."""
    path = os.environ.get("CORRIDORS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def open_page(browser: Browser, contender: Contender) -> Open:
    """Open a page cold, wait for its maps, and aim the yardstick at them."""
    context = browser.new_context(viewport=SIZE, reduced_motion="no-preference")
    page = context.new_page()
    page.add_init_script(path=PROBE)
    if contender.init:
        page.add_init_script(path=contender.init)
    opened = Open(contender, page)
    page.on("request", lambda request: opened.requests.append(request.url))
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: opened.requests.append("websocket")))
    page.goto(contender.url, wait_until="load")
    at_rest(page, contender)
    counts = page.evaluate("targets => window.__bench.aim(targets)", list(contender.targets))
    if not all(count or target.get("optional") for count, target in zip(counts, contender.targets, strict=True)):
        raise RuntimeError(f"{contender.name}: nothing found for {contender.targets}: {counts}")
    page.locator(contender.slider).last.focus()
    return opened


def at_rest(page: Page, contender: Contender) -> None:
    """Wait for the maps, for what comes after them, and for a while without requests."""
    for selector in filter(None, (contender.ready, contender.late)):
        page.wait_for_selector(selector, state="attached", timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)


@dataclass(frozen=True)
class Step:
    """One step: ms from the key to the end of the frame that painted the last change, and what it cost."""

    ms: float
    requests: int
    changes: int
    script_ms: float | None


def step(opened: Open, key: str) -> Step:
    """Press a key and wait until every target is painted and the page is at rest."""
    before = _arm(opened)
    opened.page.keyboard.press(key)
    return _done(opened, before)


def press(opened: Open, place: str) -> Step:
    """Click the middle of a place on its map, and wait likewise. The pointer rests on the place before."""
    x, y = opened.page.evaluate(POINT, place)
    opened.page.mouse.move(x, y)
    opened.page.wait_for_timeout(150)
    before = _arm(opened)
    opened.page.mouse.down()
    opened.page.mouse.up()
    return _done(opened, before)


# A point inside a place's path, in the window: the path's own fill is asked, so that no neighbour is hit.
POINT: Final = """place => {
  const paths = [...document.querySelectorAll(".choroplethlayer path")];
  const path = paths.find((one) => one.__data__ && one.__data__.loc === place);
  const box = path.getBBox(), at = path.getScreenCTM();
  for (let i = 1; i < 10; i += 1) for (let j = 1; j < 10; j += 1) {
    const inside = new DOMPoint(box.x + (box.width * ((i * 3) % 10)) / 10, box.y + (box.height * ((j * 3) % 10)) / 10);
    if (!path.isPointInFill(inside)) continue;
    const shown = inside.matrixTransform(at);
    return [shown.x, shown.y];
  }
  throw new Error("no point inside " + place);
}"""


def _arm(opened: Open) -> int:
    opened.page.evaluate("window.__bench.arm()")
    return len(opened.requests)


def _done(opened: Open, before: int) -> Step:
    result = opened.page.evaluate("limit => window.__bench.done(limit)", LIMIT_MS)
    if not result["ready"]:
        raise RuntimeError(f"{opened.contender.name}: no change within {LIMIT_MS} ms: {result}")
    marks = [mark for mark in result["marks"] if mark]
    script = opened.page.evaluate("window.corridors?.perf?.lastStepScriptMs ?? null")
    time.sleep(opened.contender.settle)
    return Step(
        ms=max(mark["painted"] for mark in marks) - result["t0"],
        requests=len(opened.requests) - before,
        changes=max(mark["count"] for mark in marks),
        script_ms=script,
    )
