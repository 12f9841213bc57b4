"""A strip of years: which years of the slider something covers, seen and read aloud."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from corridors.text import text
from corridors.text.formats import period

Run = tuple[int, int]


def strip(runs: Iterable[Run], span: Run, lang: str, family: str = "") -> Component:
    """Unbroken runs of years as one picture with a name; runs outside the first and last year of `span` are cut."""
    first, last = span
    found = tuple(runs)
    inside = [(max(low, first), min(high, last)) for low, high in found if high >= first and low <= last]
    spans = [html.Span(style={"gridColumn": f"{low - first + 1} / {high - first + 2}"}) for low, high in inside]
    named: dict[str, Any] = {"aria-label": text("sources.strip", lang, years=listed(found))}
    columns = {"gridTemplateColumns": f"repeat({last - first + 1}, minmax(2px, 1fr))"}
    css = f"years years-{family}" if family else "years"
    return html.Div(spans, className=css, role="img", style=columns, **named)


def listed(runs: Iterable[Run]) -> str:
    """Runs of years in words: `2010–2011, 2013–2017`."""
    return ", ".join(period(first, last) for first, last in runs)
