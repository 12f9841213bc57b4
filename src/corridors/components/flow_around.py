"""What stands around the picture of corridors: ant arithmetic, the ways to method and tests, and what an older edition
says in place of the page."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from corridors.answers.ants import said
from corridors.components.marks import marks
from corridors.store import Store
from corridors.text import text

WAYS: Final = (("method", "/methods#flows"), ("tested", "/backtest"), ("beside", "/analysis"))


def ways(lang: str) -> Component:
    """The links to the method, its back-test and the analyst's page."""
    links = [html.Li(html.A(text(f"flow.{name}", lang), href=href, **marks(data_nav="1"))) for name, href in WAYS]
    return html.Nav(html.Ul(links), className="flow-ways small", **marks(aria_label=text("flow.more", lang)))


def ant_arithmetic(store: Store, lang: str) -> Component:
    """Published estimates of all guns that cross, a day and a crossing, each with its kind, mark and sources."""
    told = [
        part
        for one in said(store, lang)
        for part in (html.P(one.sentence), html.P(one.source, className="small muted"))
    ]
    kind = html.Span(text("flow.ants.kind", lang), className="kind kind-modelled")
    return html.Section(
        [
            html.H2(text("flow.ants", lang)),
            html.P([html.Strong(text("flow.mark", lang)), " ", kind]),
            *told,
            html.P(text("flow.ants.even", lang), className="small muted"),
        ],
        className="flow-ants card",
    )


def not_computed(title: str, lang: str) -> Component:
    """A page whose tables an older edition does not have: what to do, calmly."""
    return html.Div(
        [
            html.H1(title),
            html.P([html.Strong(text("flow.absent.title", lang)), " ", text("flow.absent", lang)], className="notice",
                   role="note"),
            ways(lang),
        ],
        className="page-narrow stack",
    )  # fmt: skip
