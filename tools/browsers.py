"""Where the browsers are that tests and pictures drive.

`python tools/browsers.py chromium|firefox` prints the executable, or says what to install and exits with 1.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

INTERNAL_NAME: Final = "corridors.internal"

# Nothing but this machine can be reached, and the browser's own errands are off. The internal name
# stands for a server on plain http that is not a loopback (no clipboard, no crypto.subtle there).
CHROMIUM_ARGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {INTERNAL_NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

NAMES: Final = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"),
    "firefox": ("firefox-esr", "firefox"),
}


def find(browser: str) -> str | None:
    """The executable of `chromium` or `firefox`: the one named by the environment, installed, or Playwright's."""
    named = os.environ.get(f"CORRIDORS_TEST_{browser.upper()}")
    if named:
        return named if Path(named).is_file() else None
    for name in NAMES[browser]:
        if path := shutil.which(name):
            return path
    return _playwrights_own() if browser == "chromium" else None


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


# True when the page has been rendered by its callback, every chart is drawn and every map has regions.
SETTLED: Final = """() => {
  const page = document.getElementById("page");
  if (!page || !page.querySelector("h1") || document.querySelector("._dash-loading")) return false;
  if (document.querySelector("[data-loading='true'], .dash-graph--pending")) return false;
  const charts = [...document.querySelectorAll(".dash-graph")].filter((chart) => chart.offsetParent !== null);
  const drawn = (chart) => chart.querySelector(".main-svg") !== null;
  const painted = (map) => [...map.querySelectorAll(".choroplethlayer path")].some((path) => path.getBBox().width > 0);
  const maps = [...document.querySelectorAll("#map-us, #map-mx")].filter((map) => map.offsetParent !== null);
  return charts.every(drawn) && maps.every(painted);
}"""


def settle(page: Page, seconds: float = 30) -> None:
    """Wait until the page is rendered, every visible chart drawn and every visible map painted."""
    page.wait_for_function(SETTLED, timeout=seconds * 1000)
    page.evaluate("() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done)))")


def main(arguments: Sequence[str]) -> int:
    """Print the executable and return 0, or say what is missing and return 1 (2 for bad use)."""
    if len(arguments) != 1 or arguments[0] not in NAMES:
        sys.stderr.write("use: python tools/browsers.py chromium|firefox\n")
        return 2
    browser = arguments[0]
    path = find(browser)
    if path:
        sys.stdout.write(f"   {browser}: {path}\n")
        return 0
    package = "firefox-esr" if browser == "firefox" else "chromium"
    sys.stderr.write(f"No {browser} was found. Install it (sudo apt-get install {package}) and run make again,\n")
    sys.stderr.write(f"or name one: CORRIDORS_TEST_{browser.upper()}=/path/to/{browser}\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
