"""Under the finger: slider steps beside a page by hand and the peers, selections, and thousands of regions."""

import sys
from dataclasses import dataclass, field
from typing import Any, Final

import contenders
import handwritten
import tracing
from browser import Open, Step, chromium, open_page, press, step
from results import Row, median, p95
from servers import running

STEPS_A_ROUND: Final = 6  # three years forward, three back: the years that the page by hand knows
PLACES: Final = ("US-TX", "MX-26", "US-AZ", "MX-08", "US-CA", "MX-28", "US-NM", "MX-02")


@dataclass
class Tally:
    """All steps of one contender."""

    label: str
    steps: list[Step] = field(default_factory=list)

    @property
    def ms(self) -> list[float]:
        return [step.ms for step in self.steps]

    def said(self) -> str:
        return f"{median(self.ms):.0f} / {p95(self.ms):.0f}"


def measure_steps(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """One slider step, everyone in turn in each round."""
    product, written, peers = contenders.product(port), contenders.handwritten(port + 1), contenders.peers(port + 2)
    with running([product]), chromium() as browser:
        changed = handwritten.make(browser, contenders.product_page(product))
    pages = [contenders.product_page(product), contenders.handwritten_page(written), *contenders.peer_pages(peers)]
    with running([product, written, *peers]), chromium() as browser:
        opened = [open_page(browser, page) for page in pages]
        tallies = {page.name: Tally(page.label) for page in pages}
        for number in range(rounds + 1):
            for at in range(len(opened)):
                one = opened[(at + number) % len(opened)]
                _round(one, tallies[one.contender.name], warm=number == 0)
            print(f"  step: round {number} of {rounds}", file=sys.stderr, flush=True)
        traced = tracing.script_of_steps(browser, opened[0].page)
    return _step_rows(tallies, traced), {
        "parts_changed": changed,
        "traced_script_ms": traced,
        **{name: _raw(tally) for name, tally in tallies.items()},
    }


def _round(one: Open, tally: Tally, warm: bool) -> None:
    one.page.bring_to_front()
    pixels = one.page.evaluate("window.__bench.pixels()")
    for index in range(STEPS_A_ROUND):
        taken = step(one, "ArrowRight" if index < STEPS_A_ROUND // 2 else "ArrowLeft")
        if index == 0 and any(
            old == new for old, new in zip(pixels, one.page.evaluate("window.__bench.pixels()"), strict=True)
        ):
            raise RuntimeError(f"{one.contender.name}: a canvas was drawn again but shows the same")
        if not warm:
            tally.steps.append(taken)


def _raw(tally: Tally) -> dict[str, Any]:
    return {
        "ms": [round(value, 1) for value in tally.ms],
        "requests": [step.requests for step in tally.steps],
        "fill_changes": [step.changes for step in tally.steps],
        "script_ms": [step.script_ms for step in tally.steps if step.script_ms is not None],
    }


def _step_rows(tallies: dict[str, Tally], traced: list[float]) -> list[Row]:
    ours = tallies["corridors"]
    targets = {"handwritten": 1.3, "panel-bokeh": 0.6, "vizro": 1.0, "streamlit": 1.0, "panel-holoviews": 1.0}
    rows = [
        Row(
            "step", f"one slider step, beside {tallies[name].label}", f"{ours.said()} ms", f"{tallies[name].said()} ms",
            median(ours.ms) / median(tallies[name].ms), target,
        )
        for name, target in targets.items()
    ]  # fmt: skip
    script = [step.script_ms for step in ours.steps if step.script_ms is not None]
    if script:
        rows.append(
            Row("step", "script of a step, as the page counts it", _pair(script), "", median(script), 4, unit="ms")
        )
    rows.append(Row("step", "script of a step, as a trace counts it", _pair(traced), "", median(traced), 4, unit="ms"))
    asked = max(step.requests for step in ours.steps)
    rows.append(Row("step", "requests of a step (the most)", str(asked), "", asked, 0, unit=""))
    again = max(step.changes for step in ours.steps)
    rows.append(
        Row(
            "step",
            "times that the fills or the sentence changed in a step (the most)",
            str(again),
            "",
            again,
            1,
            unit="",
        )
    )
    return rows


def _pair(values: list[float]) -> str:
    return f"{median(values):.1f} / {p95(values):.1f} ms"


def measure_selection(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """A click on a place, to the paint of its outline, of what it is tied to, and of the sentence."""
    product = contenders.product(port)
    page = contenders.product_page(product, contenders.SELECT, "selection")
    targets = [
        {"kind": "text", "sel": "#sentence"},
        {"kind": "html", "sel": ".overlay-chosen"},
        {"kind": "svg", "sel": ".choroplethlayer path", "optional": True},
    ]
    taken: list[Step] = []
    with running([product]), chromium() as browser:
        one = open_page(browser, page)
        one.page.evaluate("targets => window.__bench.aim(targets)", targets)
        for number in range(rounds + 1):
            for place in PLACES:
                taken_now = press(one, place)
                if number:
                    taken.append(taken_now)
            print(f"  select: round {number} of {rounds}", file=sys.stderr, flush=True)
    ms = [step.ms for step in taken]
    asked = max(step.requests for step in taken)
    return [
        Row("select", "a selection, median", f"{median(ms):.0f} ms", "", median(ms), 100, unit="ms"),
        Row("select", "a selection, 95th percentile", f"{p95(ms):.0f} ms", "", p95(ms), 160, unit="ms"),
        Row("select", "requests of a selection (the most)", str(asked), "", asked, 0, unit=""),
    ], {"ms": [round(value, 1) for value in ms]}


def measure_regions(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """A step with thousands of municipalities on the right: script only is bounded; the paint is told."""
    product = contenders.product(port)
    page = contenders.product_page(product, contenders.MUNICIPAL, "municipalities")
    with running([product]), chromium() as browser:
        one = open_page(browser, page)
        one.page.wait_for_timeout(2500)
        shown = one.page.locator("#map-mx .choroplethlayer path").count()
        tally = Tally("municipalities")
        for number in range(rounds + 1):
            for index in range(STEPS_A_ROUND):
                taken = step(one, "ArrowRight" if index < STEPS_A_ROUND // 2 else "ArrowLeft")
                if number:
                    tally.steps.append(taken)
        traced = tracing.script_of_steps(browser, one.page)
    script = [step.script_ms for step in tally.steps if step.script_ms is not None]
    rows = [
        Row(
            "step",
            f"script of a step with {shown:,} regions, as a trace counts it",
            _pair(traced),
            "",
            median(traced),
            8,
            unit="ms",
        )
    ]
    if script:
        rows.insert(
            0,
            Row(
                "step",
                f"script of a step with {shown:,} regions, as the page counts it",
                _pair(script),
                "",
                median(script),
                8,
                unit="ms",
            ),
        )
    rows.append(Row("step", f"a step with {shown:,} regions, to the paint", f"{tally.said()} ms", "", None, None))
    return rows, {"regions": shown, **_raw(tally), "traced_script_ms": traced}
