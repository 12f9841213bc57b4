"""Real browsers. Every page is watched: a request to another host or an error in its console fails the test.

`page`       a Chromium page of 1366 x 768 whose `goto("/evidence?lang=es")` means the session's server
`new_page`   more of them, each in a context of its own: `new_page(viewport=..., base_url=other.url)`;
             `new_page(tour=True)` is a first visit, to which the tour is offered
`requests_log`, `console_errors`   what the pages of this test asked for and complained about; a test that
             provokes a complaint reads it and clears the list
`firefox`    Debian's Firefox (tests/browser/marionette.py), one for the session
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, sync_playwright

from tests.browser.marionette import Firefox
from tests.browser.marionette import firefox as run_firefox
from tools.browsers import CHROMIUM_ARGS, INTERNAL_NAME, find
from tools.serving import Server

LOCAL_HOSTS = {"127.0.0.1", INTERNAL_NAME}
LOCAL_SCHEMES = {"data", "blob", "about", "file"}
# A browser that has seen the tour. Pages without storage (about:blank, data:) remember nothing.
TOURED = """try { localStorage.setItem("corridors.tour", "seen"); } catch {}"""


@dataclass
class Watch:
    """What the pages of one test did."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Record everything that `page` asks for and complains about from now on."""
        page.on("request", self._request)
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error.stack or error.message}"))

    def foreign(self) -> list[str]:
        """The requests that would have left this machine."""
        parts = [(url, urlsplit(url)) for url in self.requests]
        return [url for url, part in parts if part.scheme not in LOCAL_SCHEMES and part.hostname not in LOCAL_HOSTS]

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test and comes last, Firefox's journey after all others.

    What is quick fails first; and Playwright switches greenlets, which ends the tracing of coverage in the main one.
    """
    here = Path(__file__).parent

    def slow(item: pytest.Item) -> tuple[bool, bool]:
        return here in item.path.parents, "firefox" in getattr(item, "fixturenames", ())

    items.sort(key=slow)
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    executable = find("chromium")
    assert executable, "no Chromium: run `sh tools/browsers.sh chromium`"
    browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_ARGS))
    yield browser
    browser.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    watching = Watch()
    yield watching
    assert watching.foreign() == [], "a page asked another host"
    assert watching.errors == [], "a page had errors in its console"


@pytest.fixture
def requests_log(watch: Watch) -> list[str]:
    """Every address that the pages of this test asked for."""
    return watch.requests


@pytest.fixture
def console_errors(watch: Watch) -> list[str]:
    """Errors in the console, Content-Security-Policy violations among them."""
    return watch.errors


@pytest.fixture
def new_page(
    chromium: Browser, server: Server, serve: Callable[..., Server], watch: Watch
) -> Iterator[Callable[..., Page]]:
    # `serve` is asked for so that it is made first and ended last: a page that still waits for an answer when its
    # server ends complains of it.
    contexts = []

    def open_page(tour: bool = False, **options: Any) -> Page:
        defaults: dict[str, Any] = {
            "base_url": server.url,
            "viewport": {"width": 1366, "height": 768},
            "locale": "en-US",
            "reduced_motion": "reduce",
            "accept_downloads": True,
        }
        context = chromium.new_context(**{**defaults, **options})
        context.set_default_timeout(20_000)
        contexts.append(context)
        if not tour:
            context.add_init_script(TOURED)
        page = context.new_page()
        watch.follow(page)
        context.on("page", watch.follow)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    executable = find("firefox")
    assert executable, "no Firefox: apt-get install firefox-esr"
    with run_firefox(executable) as running:
        yield running
