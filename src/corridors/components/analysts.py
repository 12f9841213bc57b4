"""The way to the analysts' pages, which stand in no menu: the header has no room for every page."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.components.marks import marks
from corridors.text import text

WAYS: Final = (("violence", "/analysis"), ("backtest", "/backtest"))


def analysts(lang: str) -> Component:
    """A line of links: "For analysts: …"."""
    label = text("analysts.label", lang)
    links = [html.Li(html.A(text(f"analysts.{name}", lang), href=href, **marks(data_nav="1"))) for name, href in WAYS]
    return html.Nav([html.Span(label), html.Ul(links)], className="line-of-links small", **marks(aria_label=label))
