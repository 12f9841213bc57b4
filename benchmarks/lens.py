"""A switch of lens, from the act to the paint: on the evidence page, and on the page of districts over HTTP."""

from typing import Any, Final

import contenders
from browser import SIZE, chromium
from playwright.sync_api import Page
from results import Row, median, p95
from servers import running

OFFICES: Final = ("el-paso", "san-diego", "austin", "chicago", "tucson", "laredo")
TARGET_MS: Final = 150
# Acts, waits for what must be there, then for the frame that paints it: a message posted in its callback comes after.
PAINTED: Final = """async ([act, done]) => {
  const frame = () => new Promise((go) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = go;
    channel.port2.postMessage(0);
  }));
  const [start, there] = [new Function(act), new Function("return " + done)];
  const began = performance.now();
  start();
  while (!there()) {
    await frame();
    if (performance.now() - began > 10000) throw new Error("never painted: " + done);
  }
  await frame();
  return performance.now() - began;
}"""


def measure_lens(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Every office in turn in each round; the first round warms the server's tables and the browser's shapes."""
    found: dict[str, list[float]] = {"evidence": [], "district": [], "again": []}
    server = contenders.product(port)
    with running([server]), chromium() as browser:
        page = browser.new_context(viewport=SIZE, base_url=f"http://127.0.0.1:{port}").new_page()
        for number in range(rounds + 1):
            taken = {"evidence": _evidence(page), **_district(page)}
            if number:
                for name, times in taken.items():
                    found[name] += times
    names = {
        "evidence": "a lens switch on the evidence page: maps, charts, sentence",
        "district": "a lens switch on the page of districts",
        "again": "a lens that the server has drawn before",
    }
    return [
        Row("lens", words, f"{median(found[name]):.0f} / {p95(found[name]):.0f} ms", "", median(found[name]), TARGET_MS,
            unit="ms")
        for name, words in names.items()
    ], {f"{name}_ms": times for name, times in found.items()}  # fmt: skip


def _evidence(page: Page) -> list[float]:
    """Without a request: the page has the shapes of all districts."""
    page.goto("/evidence?lang=en&lens=denver")
    page.wait_for_selector("#evidence[data-charts]")
    page.wait_for_load_state("networkidle")
    return [
        page.evaluate(PAINTED, [
            f"corridors.act({{ kind: 'lens', value: 'D-{office}' }})",
            f"corridors.page.view.lens[0] === 'D-{office}' && corridors.page.frame === 0",
        ])
        for office in OFFICES
    ]  # fmt: skip


def _district(page: Page) -> dict[str, list[float]]:
    """A click in the list: the server draws the page, or has it from before; the map is drawn here."""
    page.goto("/district?lang=en&lens=denver")
    page.wait_for_selector("#lens-map[data-drawn]")
    page.wait_for_load_state("networkidle")
    return {name: [_click(page, office) for office in OFFICES] for name in ("district", "again")}


def _click(page: Page, office: str) -> float:
    act = f"document.querySelector('#district-list a[data-office=\"D-{office}\"]').click()"
    taken: float = page.evaluate(PAINTED, [act, f"document.querySelector('#lens-map[data-drawn=\"D-{office}\"]')"])
    page.wait_for_timeout(200)
    return taken
