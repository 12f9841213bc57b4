"""Pictures of every page, language, theme and size, into shots/, with contact sheets to look at.

`make shots` takes them all; PAGE=evidence LANG_=es THEME=dark SIZE=phone take a part (a comma between several).
It starts the product itself on a free port.
"""

import html
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tools.browsers import CHROMIUM_ARGS, find, settle
from tools.serving import ROOT, Server, serving

OUT: Final = ROOT / "shots"
LANGS: Final = ("en", "es")
THEMES: Final = ("light", "dark")
# width, height, device scale. A zoom of 200 % is a laptop's screen with half the CSS pixels, each twice as large.
SIZES: Final = {
    "projector": (1920, 1080, 1),
    "laptop": (1366, 768, 1),
    "tablet": (820, 1180, 1),
    "phone": (390, 844, 2),
    "zoom200": (683, 384, 2),
}
# The choice of a theme and the end of the first-visit tour, as the browser remembers them.
REMEMBERED: Final = """([theme]) => {
  localStorage.setItem("corridors.theme", theme);
  localStorage.setItem("corridors.tour", "seen");
}"""


@dataclass(frozen=True)
class Shot:
    """One picture."""

    page: str
    lang: str
    theme: str
    size: str

    @property
    def file(self) -> str:
        """Its name in shots/."""
        return f"{self.page}-{self.size}-{self.lang}-{self.theme}.png"


def wanted(variable: str, every: tuple[str, ...]) -> tuple[str, ...]:
    """What the environment asks for among `every`, or all. Raises SystemExit for a name that is not there."""
    asked = tuple(name for name in os.environ.get(variable, "").split(",") if name)
    if unknown := [name for name in asked if name not in every]:
        sys.stderr.write(f"{variable}={','.join(unknown)}: one of {', '.join(every)}\n")
        raise SystemExit(2)
    return asked or every


def page_names(server: Server) -> dict[str, str]:
    """Name -> path of the pages that the product lists itself."""
    paths = [entry["path"] for entry in json.loads(server.get("/sitemap.json"))]
    return {path.strip("/").replace("/", "-") or "home": path for path in paths}


def take(browser: Browser, server: Server, paths: dict[str, str], shots: list[Shot]) -> Iterator[tuple[Shot, str]]:
    """Take pictures that share language, theme and size in one window; yields each with what went wrong, or ''."""
    first = shots[0]
    width, height, scale = SIZES[first.size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        locale="es-MX" if first.lang == "es" else "en-US",
        reduced_motion="reduce",
        has_touch=first.size in {"phone", "tablet"},
    )
    context.add_init_script(f"({REMEMBERED})({json.dumps([first.theme])})")
    page = context.new_page()
    for shot in shots:
        yield shot, picture(page, f"{server.url}{paths[shot.page]}?lang={shot.lang}", OUT / shot.file)
    context.close()


def picture(page: Page, url: str, file: Path) -> str:
    """Open, wait until everything is painted, and save the whole page. Returns what went wrong, or ''."""
    problem = ""
    try:
        page.goto(url)
        settle(page)
    except PlaywrightError as error:
        problem = str(error).splitlines()[0]
    page.screenshot(path=file, full_page=True, animations="disabled")
    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return problem or (f"{wide} px wider than the window" if wide > 0 else "")


def contact_sheets(browser: Browser, shots: list[Shot]) -> None:
    """shots/index.html with every picture, and one picture of it a page: shots/contact-<page>.png."""
    sections = []
    for name in dict.fromkeys(shot.page for shot in shots):
        cells = "".join(
            f'<figure><a href="{shot.file}"><img src="{shot.file}" alt=""></a>'
            f"<figcaption>{shot.size} · {shot.lang} · {shot.theme}</figcaption></figure>"
            for shot in shots
            if shot.page == name
        )
        sections.append(f'<section id="{html.escape(name)}"><h2>{html.escape(name)}</h2><div>{cells}</div></section>')
    style = (
        "body{font:14px sans-serif;margin:16px;background:#888}figure{margin:0}figcaption{color:#fff}"
        "section>div{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;align-items:start}"
        "img{width:100%;max-height:520px;object-fit:cover;object-position:top;border:1px solid #444}"
    )
    index = OUT / "index.html"
    index.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Shots</title><style>{style}</style>{"".join(sections)}',
        encoding="utf-8",
    )
    page = browser.new_page(viewport={"width": 1600, "height": 1000})
    page.goto(index.as_uri())
    page.wait_for_load_state("networkidle")
    for section in page.query_selector_all("section"):
        section.screenshot(path=OUT / f"contact-{section.get_attribute('id')}.png")


def main() -> int:
    """0, or 1 when a page did not settle or does not fit its window."""
    executable = find("chromium")
    if not executable:
        sys.stderr.write("no Chromium: run sh tools/browsers.sh chromium\n")
        return 1
    OUT.mkdir(exist_ok=True)
    started = time.monotonic()
    problems = 0
    with serving() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_ARGS))
        paths = page_names(server)
        pages = wanted("PAGE", tuple(paths))
        groups = [
            [Shot(page, lang, theme, size) for page in pages]
            for size in wanted("SIZE", tuple(SIZES))
            for lang in wanted("LANG_", LANGS)
            for theme in wanted("THEME", THEMES)
        ]
        total = sum(map(len, groups))
        done: list[Shot] = []
        for group in groups:
            for shot, problem in take(browser, server, paths, group):
                done.append(shot)
                problems += bool(problem)
                sys.stdout.write(f"[{len(done)}/{total}] {shot.file}{f'   {problem}' if problem else ''}\n")
                sys.stdout.flush()
        contact_sheets(browser, sorted(done, key=lambda shot: pages.index(shot.page)))
        browser.close()
    sys.stdout.write(f"{total} pictures in {time.monotonic() - started:.0f} s: shots/index.html; {problems} problems\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
