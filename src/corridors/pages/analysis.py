"""The analyst's page: violence beside guns, with the method and the limits of each answer."""

from dataclasses import replace
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from corridors.answers import charts
from corridors.answers.chart import Context
from corridors.answers.notice_chart import noticed
from corridors.answers.synthetic import verify
from corridors.components.figure_card import figure_card
from corridors.components.prose import Heading, contents
from corridors.model.view import ViewState, encode
from corridors.store import Store
from corridors.text import text

PATH: Final = "/analysis"
TITLE: Final = "analysis.title"
UNDER: Final = "/methods"  # the page that leads here: the header has no room for every page
# Section -> its charts, in order.
SECTIONS: Final = {
    "notice": ("early_notice", "early_checks"),
    "places": ("unusual", "unusual_towns"),
    "laws": ("law_exports", "law_residuals"),
    "together": ("received_and_deaths", "guns_and_deaths"),
    "world": ("world", "world_shooters"),
}
_CHART: Final = "#figure-early_notice"  # where a link to a series leads
_NAV: Final[dict[str, Any]] = {"data-nav": "1"}


def layout(view: ViewState, store: Store) -> Component:
    """The page for a view: its charts by section, with the places of the view where a chart follows one."""
    lang = view.lang
    parts = [Heading(name, 2, text(f"analysis.{name}.title", lang)) for name in SECTIONS]
    body = [_section(name, view, store) for name in SECTIONS]
    return html.Div(
        [
            html.Header([html.H1(text(TITLE, lang)), html.P(text("analysis.lede", lang), className="lede")]),
            html.Div([contents(parts, text("docs.contents", lang)), html.Div(body)], className="docs"),
        ],
        className="page docs-page analysis",
    )


def _section(name: str, view: ViewState, store: Store) -> Component:
    lang = view.lang
    there = (*charts.names(store), *charts.analyses(store))
    found = [charts.chart(one, view, store) for one in SECTIONS[name] if one in there]
    verify((chart.figure for chart in found), store)
    gone = [] if found else [html.P(text("analysis.gone", lang), className="notice", role="note")]
    cards = [figure_card(chart, lang, encode(view)) for chart in found]
    links = _links(view, store) if name == "notice" and found else []
    towns = name == "places" and found and "unusual_towns" not in there
    missing = [html.P(text("analysis.towns_missing", lang), className="notice", role="note")] if towns else []
    title = html.H2(text(f"analysis.{name}.title", lang), id=name)
    note = html.P(text(f"analysis.{name}.note", lang), className="muted measure")
    # The words in one part of their own reach the browser as one piece of markup.
    words = html.Div([title, note, *links, *gone, *missing], className="stack")
    return html.Section([words, *cards], className="stack")


def _links(view: ViewState, store: Store) -> list[Component]:
    """The states with an unusual month of late, each a link to its own series."""
    ask = Context("early_notice", view, store)
    items = []
    for place in noticed(ask):
        target = f"/analysis?{encode(replace(view, destinations=(place,)))}{_CHART}"
        items.append(html.Li(html.A(ask.place(place), href=target, **_NAV)))
    country = f"/analysis?{encode(replace(view, destinations=()))}{_CHART}"
    whole = html.Li(html.A(text("analysis.country", view.lang), href=country, **_NAV))
    said = html.Span(text("analysis.noticed", view.lang))
    return [html.Div([said, html.Ul([whole, *items])], className="line-of-links small")]
