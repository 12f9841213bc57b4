"""Script of a step by the browser's own trace, without our yardstick in the way: a second opinion."""

import json
from typing import Any, Final

from playwright.sync_api import Browser, Page

SCRIPT: Final = {"FunctionCall", "FireAnimationFrame", "EventDispatch", "TimerFire", "RunMicrotasks", "v8.run"}
WINDOW_US: Final = 60_000  # what follows at rest starts later


def script_of_steps(browser: Browser, page: Page, steps: int = 8) -> list[float]:
    """Milliseconds of script on the page's main thread in the first 60 ms after each key."""
    page.bring_to_front()
    browser.start_tracing(page=page, categories=["devtools.timeline", "v8"])
    for index in range(steps):
        page.keyboard.press("ArrowRight" if index % 2 == 0 else "ArrowLeft")
        page.wait_for_timeout(700)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    keys = [event for event in events if _is_key(event)]
    return [round(_script_after(events, key), 2) for key in keys]


def _is_key(event: dict[str, Any]) -> bool:
    kind: str = event.get("args", {}).get("data", {}).get("type", "")
    return bool(event["name"] == "EventDispatch") and kind == "keydown"


def _script_after(events: list[dict[str, Any]], key: dict[str, Any]) -> float:
    start, end = key["ts"], key["ts"] + WINDOW_US
    spans = sorted(
        (event["ts"], event["ts"] + event.get("dur", 0))
        for event in events
        if event["ph"] == "X"
        and event["name"] in SCRIPT
        and (event["pid"], event["tid"]) == (key["pid"], key["tid"])
        and start <= event["ts"] < end
    )
    total, reached = 0, 0
    for first, last in spans:
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total / 1000
