"""The first map: from the request to its paint, beside a bare Dash page, and the bytes of our own before it."""

import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import contenders
from browser import SIZE, chromium
from playwright.sync_api import Browser, Page
from results import Row, median
from servers import running

# Dash's and Plotly's bundles, by name: they are not ours and everyone with Dash has them.
BUNDLES: Final = re.compile(
    r"/_dash-component-suites/|plotly[^/]*\.js|(?:dash|react|polyfill|bootstrap)[^/]*\.(?:min\.)?js"
)
LIMIT_S: Final = 30
WATCH: Final = """wanted => {
  const look = () => {
    const paths = document.querySelectorAll(wanted.sel);
    const drawn = paths.length >= wanted.count && (paths[0].style.fill || paths[0].getAttribute("fill"));
    if (drawn) requestAnimationFrame(() => { window.__painted = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


@dataclass(frozen=True)
class First:
    """One cold load: ms from the start of navigation to the frame after the first map's paint; bytes until then."""

    ms: float
    own: int
    bundles: int
    files: dict[str, int]


def load(browser: Browser, url: str, selector: str, count: int) -> First:
    """Open a page cold, in a context of its own, and read when its map stands and what came over the wire."""
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    page.add_init_script(f"({WATCH})({{sel: {selector!r}, count: {count}}})")
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    network.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    network.on("Network.loadingFinished", _adder(sizes))
    page.goto(url, wait_until="commit")
    ms = _painted(page)
    files: dict[str, int] = {}
    for request, size in sizes.items():
        path = names.get(request, "").split("?")[0].partition("//")[2].partition("/")[2]
        files[path] = files.get(path, 0) + size
    context.close()
    bundles = sum(size for path, size in files.items() if BUNDLES.search(f"/{path}"))
    return First(ms, sum(files.values()) - bundles, bundles, files)


def _painted(page: Page) -> float:
    """Asked a few times a second from outside: the page's policy allows no script made of a string."""
    deadline = time.monotonic() + LIMIT_S
    while time.monotonic() < deadline:
        found = page.evaluate("window.__painted ?? null")
        if found is not None:
            return float(found)
        page.wait_for_timeout(150)
    raise TimeoutError(f"no map within {LIMIT_S} s at {page.url}")


def _adder(sizes: dict[str, int]) -> Callable[[dict[str, Any]], None]:
    def add(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = sizes.get(event["requestId"], 0) + int(event["encodedDataLength"])

    return add


def measure_first(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Cold loads in turn: our evidence page, our first view, and the bare Dash page."""
    product, bare = contenders.product(port), contenders.bare_dash(port + 1)
    base = f"http://127.0.0.1:{product.port}"
    pages = {
        "evidence": (f"{base}/evidence", "#map-us .choroplethlayer path", 51),
        "home": (f"{base}/", ".choroplethlayer path", 51),
        "bare": (bare.url, "#map-us .choroplethlayer path", 51),
    }
    taken: dict[str, list[First]] = {name: [] for name in pages}
    with running([product, bare]), chromium() as browser:
        for number in range(rounds + 1):
            for name, (url, selector, count) in pages.items():
                loaded = load(browser, url, selector, count)
                if number:
                    taken[name].append(loaded)
            print(f"  first: round {number} of {rounds}", file=sys.stderr, flush=True)
    middle = {name: median([one.ms for one in loads]) for name, loads in taken.items()}
    rows = [
        Row(
            "first",
            f"first map painted on {path}, beside a bare Dash page with one map",
            f"{middle[name]:.0f} ms",
            f"{middle['bare']:.0f} ms",
            middle[name] / middle["bare"],
            1.3,
        )
        for name, path in (("evidence", "/evidence"), ("home", "/"))
    ]
    for name, path in (("evidence", "/evidence"), ("home", "/")):
        own = max(one.own for one in taken[name]) / 1000
        rows.append(
            Row(
                "bytes",
                f"our own bytes before the first map on {path}, as sent",
                f"{own:.0f} kB",
                "",
                own,
                600,
                unit="kB",
            )
        )
    return rows, {
        name: {
            "ms": [round(one.ms) for one in loads],
            "own": loads[-1].own,
            "bundles": loads[-1].bundles,
            "files": loads[-1].files,
        }
        for name, loads in taken.items()
    }
