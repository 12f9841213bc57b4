"""A page that is left while it still works does nothing more, and complains of nothing."""

from typing import Final

import pytest
from playwright.sync_api import Page

SLOW: Final = """
const [fetched, timed] = [window.fetch, window.setTimeout];
const later = (wait) => new Promise((go) => timed(go, wait));
window.fetch = (...asked) => later(String(asked[0]).includes("_dash") ? 0 : 400).then(() => fetched(...asked));
window.setTimeout = (work, wait, ...more) => timed(work, wait >= 50 && wait <= 1000 ? wait + 700 : wait, ...more);
"""
PAGES: Final = {
    "/corridors": "#flows",
    "/district": "#lens-beside",
    "/evidence": "#evidence",
    "/claims": "#claims-search",
    "/stories": "#stories-work",
    "/import": "#import-work",
    "/rehearse": "#rehearse",
    "/present": "#present-status",
    "/": "#sentence",
}


@pytest.mark.parametrize("stay", [0, 1100], ids=["at once", "when it has drawn"])
def test_a_page_that_is_left_while_it_works_complains_of_nothing(page: Page, stay: int) -> None:
    page.add_init_script(SLOW)
    page.goto("/?lang=en&lens=san-diego")
    page.wait_for_selector("#sentence")
    for path, there in PAGES.items():
        page.evaluate("([path, query]) => corridors.navigate(path, query)", [path, "lang=en&lens=san-diego"])
        page.wait_for_selector(there, state="attached")
        page.wait_for_timeout(stay)
    page.wait_for_timeout(2500)  # what was begun comes to its end; the fixture holds the console to silence
    assert page.locator("h1").count() == 1
